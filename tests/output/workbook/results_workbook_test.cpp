// SPDX-License-Identifier: MIT
#include "output/workbook/results_workbook.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/runs/results.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/scenario.hpp"
#include "output/files/atomic_file.hpp"
#include "scenarios/reading/reader.hpp"
#include "tests/output/places.hpp"
#include "tests/output/run_command.hpp"
#include "tests/output/sample_results.hpp"
#include "tests/output/sheet_cells.hpp"
#include "tests/output/unzipped.hpp"
#include "tests/output/words.hpp"

using namespace trapphus;
using namespace trapphus::output;
using namespace trapphus::tests;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

const models::Scenario& application_scenario() {
  static const models::Scenario kScenario = scenarios::read(kApplication, {});
  return kScenario;
}

/// Of the small application: with a grant, a case and an observation. Computed once.
const models::Results& application_results() {
  static const models::Results kResults = [] {
    models::RunOptions options;
    options.replications = 6;
    options.check = models::CheckChoice::Off;
    return models::run(application_scenario(), options);
  }();
  return kResults;
}

std::map<std::string, std::string> files(const models::Scenario& of, const models::Results& run, const Words& words) {
  const ScratchFolder folder;
  write_results_workbook(folder.path() / "run.xlsx", of, run, words);
  return unzipped(folder.path() / "run.xlsx");
}

const ReadBook& book() {
  static const ReadBook kBook = read_book(files(application_scenario(), application_results(), kEnglish));
  return kBook;
}

double number(const SheetCells& cells, char column, int row) {
  const SheetCell& cell = cells.at(column + std::to_string(row));
  REQUIRE_FALSE(cell.text);
  return std::stod(cell.value);
}

std::size_t index(const std::string& measure) {
  std::size_t m = 0;
  while (application_results().measures.at(m).name != measure) ++m;
  return m;
}

const models::Estimate& value(std::size_t alternative, const std::string& measure) {
  return application_results().alternatives[alternative].all.values.at(index(measure));
}

CommandResult run_program(const std::vector<std::string>& more, const ScratchFolder& folder) {
  const std::string out = (folder.path() / "run").string();
  return trapphus::tests::run_command(
      {"run", kApplication.string(), "--replications", "4", "--quiet", "--check", "off", "--out", out}, more);
}

}  // namespace

TEST_CASE("a run's workbook has its six sheets in the reader's language") {
  CHECK(book().names == std::vector<std::string>{"Summary", "Monthly", "Costs", "Flows", "Inputs", "Method"});
  const ReadBook swedish = read_book(files(application_scenario(), application_results(), kSwedish));
  CHECK(swedish.names ==
        std::vector<std::string>{"Sammanfattning", "Per månad", "Kostnader", "Flöden", "Indata", "Metod"});
  CHECK(swedish.sheets.at("Kostnader").at("B1").value == "Kostnadsslag, kr");
  CHECK(swedish.sheets.at("Kostnader").at("C1").value == "Nollalternativ");
  CHECK(swedish.sheets.at("Kostnader").at("E1").value == "Projektet minus Nollalternativ");
}

TEST_CASE("every formula of a run's workbook carries the value that its cells give") {
  int sums = 0, differences = 0;
  for (const auto& [name, cells] : book().sheets) {
    for (const auto& [reference, cell] : cells) {
      if (cell.formula.empty()) continue;
      INFO(name << " " << reference << " =" << cell.formula);
      const double stored = std::stod(cell.value), of_cells = computed(cell.formula, cells);
      CHECK(std::abs(stored - of_cells) <= 1e-9 * std::max(1.0, std::abs(stored)));
      ++(cell.formula.find('-') != std::string::npos ? differences : sums);
    }
  }
  CHECK(sums > 20);
  CHECK(differences > 40);
}

TEST_CASE("costs are summed by year and in all, and the sum is that of the measure") {
  const auto& costs = book().sheets.at("Costs");
  const int total = row_of(costs, 'B', "All costs", row_of(costs, 'A', "All years"));
  CHECK_THAT(costs.at("C" + std::to_string(total)).formula, Catch::StartsWith("SUM(C"));
  CHECK(number(costs, 'C', total) == Approx(value(0, "cost.total").mean * 24).epsilon(1e-9));
  CHECK(number(costs, 'D', total) == Approx(value(1, "cost.total").mean * 24).epsilon(1e-9));
  const int first = row_of(costs, 'A', "2015"), of_year = row_of(costs, 'B', "All costs");
  CHECK(costs.at("D" + std::to_string(of_year)).formula ==
        "SUM(D" + std::to_string(first) + ":D" + std::to_string(of_year - 1) + ")");
  CHECK(costs.at("E" + std::to_string(of_year)).formula ==
        "D" + std::to_string(of_year) + "-C" + std::to_string(of_year));
}

TEST_CASE("grants stand below the costs, and what is left is what the costs are less them") {
  const auto& costs = book().sheets.at("Costs");
  const int from = row_of(costs, 'A', "All years"), total = row_of(costs, 'B', "All costs", from);
  const int grant = row_of(costs, 'B', "Grant: Central reserve", from),
            left = row_of(costs, 'B', "Less the grants", from);
  CHECK(number(costs, 'D', grant) == Approx(-1578000));
  CHECK(number(costs, 'D', left) == Approx(number(costs, 'D', total) - 1578000));
}

TEST_CASE("the summary has means and intervals as numbers, with the differences of the same households") {
  const auto& summary = book().sheets.at("Summary");
  const int row = row_of(summary, 'A', "Households in acute housing");
  CHECK(number(summary, 'D', row) == Approx(value(0, "households.acute").mean).epsilon(1e-12));
  CHECK(number(summary, 'E', row) == Approx(value(0, "households.acute").low).epsilon(1e-12));
  CHECK(number(summary, 'I', row) == Approx(value(1, "households.acute").high).epsilon(1e-12));
  CHECK(summary.at("J" + std::to_string(row)).formula == "G" + std::to_string(row) + "-D" + std::to_string(row));
  const int saved = row_of(summary, 'A', "Saved against: Zero alternative");
  CHECK(number(summary, 'G', saved) == Approx(application_results().savings[0].cost.all.mean));
  CHECK(summary.count("D" + std::to_string(saved)) == 0);
}

TEST_CASE("the summary has what was measured beside the simulation, and other assumptions") {
  const auto& summary = book().sheets.at("Summary");
  CHECK(summary.at("C1").value == "Measured or assumed");  // the goal is an assumption
  const int row = row_of(summary, 'A', "Households: Training apartment (all), January\u2013June 2015");
  CHECK(number(summary, 'C', row) == 12);
  CHECK(number(summary, 'D', row) == Approx(application_results().observations[0].simulated));
  const int low = row_of(summary, 'A', "With other assumptions: Low");
  const auto& differences = application_results().cases[0].differences[0].all;
  CHECK(number(summary, 'J', row_of(summary, 'A', "Cost, all together", low)) ==
        Approx(differences.at(index("cost.total")).mean));
}

TEST_CASE("a difference that is not that of the two means is a number, not a formula") {
  // In the sample the paired difference is made up and does not fit the means.
  const ReadBook sample = read_book(files(sample_scenario(), sample_results(), kEnglish));
  const auto& summary = sample.sheets.at("Summary");
  const int row = row_of(summary, 'A', "Households in acute housing");
  CHECK(summary.at("J" + std::to_string(row)).formula.empty());
  CHECK(number(summary, 'J', row) == Approx(-6.8));
  // What no replication defines is an empty cell.
  CHECK(summary.count("D" + std::to_string(row_of(summary, 'A', "Days to a home, mean"))) == 0);
}

TEST_CASE("a run that was cut off says so on the first sheet") {
  models::Results cut = sample_results();
  cut.complete = false;
  const ReadBook sample = read_book(files(sample_scenario(), cut, kEnglish));
  CHECK_THAT(sample.sheets.at("Summary").at("A2").value, Contains("ended before all replications"));
  CHECK(book().sheets.at("Summary").at("A2").value == "Households in acute housing");
}

TEST_CASE("months are dates, by alternative one below the other") {
  const auto& monthly = book().sheets.at("Monthly");
  CHECK(monthly.at("A2").value == "Zero alternative");
  CHECK(number(monthly, 'B', 2) == 42005);  // 2015-01-01, as Excel counts days
  CHECK(monthly.at("A26").value == "The project");
  CHECK(number(monthly, 'B', 26) == 42005);
  CHECK(number(monthly, 'C', 27) ==
        Approx(application_results().alternatives[1].all.monthly.at(index("households.acute")).mean[1]));
}

TEST_CASE("flows are counted by year, and all years are their sum") {
  const auto& flows = book().sheets.at("Flows");
  const int row = row_of(flows, 'B', "Training apartment", row_of(flows, 'A', "All years"));
  CHECK(flows.at("C" + std::to_string(row)).value == "Home of their own");
  CHECK(number(flows, 'D', row) == Approx(value(0, "moves.training.own_home").mean * 2).epsilon(0.01));
  CHECK_THAT(flows.at("D" + std::to_string(row)).formula, Contains("+"));
}

TEST_CASE("inputs have their number apart from the unit, and a distribution is no number") {
  const auto& inputs = book().sheets.at("Inputs");
  const int price = row_of(inputs, 'A', "stages.supported.price");
  CHECK(number(inputs, 'C', price) == 550);
  CHECK(inputs.at("D" + std::to_string(price)).value == "SEK/day");
  CHECK(inputs.at("E" + std::to_string(price)).value == "enheten");
  CHECK(inputs.count("C" + std::to_string(row_of(inputs, 'A', "services.navigation.work"))) == 0);
  CHECK(inputs.size() > application_scenario().inputs.size() * 4);
}

TEST_CASE("the method tells which run it is, and the sources in full") {
  const auto& method = book().sheets.at("Method");
  CHECK(method.at("B" + std::to_string(row_of(method, 'A', "Run"))).value == "6 replications, seed 5");
  CHECK(method.at("B" + std::to_string(row_of(method, 'A', "SHA-256 of the scenario's files"))).value ==
        application_scenario().sha256);
  CHECK(method.at("B" + std::to_string(row_of(method, 'A', "boendelots"))).value ==
        "Project application of a district");
}

TEST_CASE("headings stay in sight on every sheet, and the charts are drawn from cells") {
  const auto all = files(application_scenario(), application_results(), kEnglish);
  for (int sheet = 1; sheet <= 6; ++sheet)
    CHECK_THAT(all.at("xl/worksheets/sheet" + std::to_string(sheet) + ".xml"),
               Contains("ySplit=\"1\"") && Contains("state=\"frozen\""));
  CHECK_THAT(all.at("xl/charts/chart1.xml"), Contains("<c:lineChart>") && Contains("Monthly!$C$2:$C$25") &&
                                                 Contains("Monthly!$C$26:$C$49") && Contains("The project"));
  CHECK_THAT(all.at("xl/charts/chart2.xml"), Contains("Monthly!$F$2:$F$25") && Contains("SEK a month"));
  CHECK_THAT(all.at("xl/charts/chart3.xml"), Contains("<c:barChart>") && Contains("Costs!$C$"));
  CHECK(all.count("xl/charts/chart4.xml") == 0);
}

TEST_CASE("the same run makes the same workbook, with no date of today") {
  const ScratchFolder folder;
  for (const char* name : {"one.xlsx", "two.xlsx"})
    write_results_workbook(folder.path() / name, sample_scenario(), sample_results(), kSwedish);
  CHECK(content(folder.path() / "one.xlsx") == content(folder.path() / "two.xlsx"));
  CHECK_THAT(
      unzipped(folder.path() / "one.xlsx").at("docProps/core.xml"),
      Contains(">1980-01-01T00:00:00Z</dcterms:created>") && Contains(">1980-01-01T00:00:00Z</dcterms:modified>"));
}

TEST_CASE("run writes the workbook where it is told to, in the language asked for") {
  const ScratchFolder folder;
  const auto file = folder.path() / "run.xlsx";
  const CommandResult said = run_program({"--xlsx", file.string(), "--lang", "sv"}, folder);
  CHECK(said.code == 0);
  CHECK(read_book(unzipped(file)).names.at(2) == "Kostnader");
  CHECK(folder.entries() == 2);  // the workbook and the folder of results
}

TEST_CASE("a workbook that cannot be written is a file error before anything is computed") {
  const ScratchFolder folder;
  const CommandResult said = run_program({"--xlsx", (folder.path() / "no" / "run.xlsx").string()}, folder);
  CHECK(said.code == 5);
  CHECK_THAT(said.err, Contains("run.xlsx"));
  CHECK(said.out.empty());
  CHECK_THROWS_AS(
      write_results_workbook(folder.path() / "no" / "run.xlsx", sample_scenario(), sample_results(), kEnglish),
      CannotWrite);
}
