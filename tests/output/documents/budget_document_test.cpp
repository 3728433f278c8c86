// SPDX-License-Identifier: MIT
#include "output/documents/budget_document.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "output/documents/budget_tables.hpp"
#include "tests/output/places.hpp"
#include "tests/output/refusal.hpp"
#include "tests/output/words.hpp"

using namespace trapphus;
using namespace trapphus::output;
using Catch::Contains;
using trapphus::tests::kApplication;
using trapphus::tests::kEnglish;
using trapphus::tests::kSwedish;
namespace fs = std::filesystem;

namespace {

scenarios::SensitivityRun run_of(const fs::path& file, const std::string& alternative) {
  scenarios::SensitivityRun run{file, {}, alternative, {}};
  run.options.replications = 12;
  run.options.check = models::CheckChoice::Off;
  return run;
}

/// The small application, computed once.
const scenarios::BudgetFigures& figures() {
  static const scenarios::BudgetFigures kFigures = budget_figures(run_of(kApplication, "project"));
  return kFigures;
}

BudgetTables tables() {
  return {figures(), kEnglish};
}

const Cell& cell(const DocumentTable& table, const std::string& row, std::size_t column) {
  for (const auto& one : table.rows) {
    if (one.cells.at(0).text == row) return one.cells.at(column);
  }
  throw std::out_of_range("no row " + row);
}

/// What a formula gives, from the numbers of the table.
double computed(const DocumentTable& table, const Formula& formula) {
  std::vector<double> values;
  for (const auto& [row, column] : formula.cells) {
    const double number = table.rows.at(row).cells.at(column).number;
    values.push_back(std::isnan(number) ? 0 : number);  // an empty cell counts nothing in a sheet
  }
  double value = values.front();
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (formula.kind == Formula::Kind::Sum) value += values[i];
    if (formula.kind == Formula::Kind::Product) value *= values[i];
    if (formula.kind == Formula::Kind::Difference) value -= values[i];
  }
  return formula.factor * value;
}

}  // namespace

TEST_CASE("the document has every section of the form, in its order and in both languages") {
  const std::vector<std::string> english{"In short",
                                         "Background and present state",
                                         "Description",
                                         "Alternatives",
                                         "Benefit",
                                         "Zero alternative",
                                         "Scope",
                                         "Benchmarking",
                                         "Preconditions",
                                         "Evidence-based models",
                                         "Costs and financing",
                                         "Resources",
                                         "Risks and measures",
                                         "Follow-up"};
  const Document in_english = budget_document(figures(), kEnglish), in_swedish = budget_document(figures(), kSwedish);
  REQUIRE(in_english.sections.size() == english.size());
  for (std::size_t i = 0; i < english.size(); ++i) {
    CHECK(in_english.sections[i].heading == english[i]);
    CHECK(in_english.sections[i].blocks.size() == in_swedish.sections[i].blocks.size());
  }
  CHECK(in_swedish.sections[5].heading == "Nollalternativ");
  CHECK(in_swedish.title == "Underlag för ansökan: Projektet");
  CHECK(in_english.language == "en");
}

TEST_CASE("the applicant's own words stand where they are given, and a prompt where they are not") {
  const std::string text = to_markdown(budget_document(figures(), kSwedish));
  CHECK_THAT(text, Contains("## Bakgrund och nuläge\n\nMånga blir kvar i träningslägenheterna.\n\n"));
  CHECK_THAT(text, Contains("## Beskrivning\n\n> *Beskriv vad projektet ska göra"));
}

TEST_CASE("the application's own sum is 9.9 - 4.2 + 2.1 - 0.8 - 2.9 = 4.1 MSEK a year, to the krona") {
  const DocumentTable table = tables().own_sum();
  CHECK(cell(table, "Housing today", 7).number == 9'900'000);
  CHECK(cell(table, "Income support in apartments", 5).number == 4'200'000);
  CHECK(cell(table, "Income support in apartments", 7).number == -4'200'000);
  CHECK(cell(table, "Social psychiatry group", 5).number == 2'190'000);
  CHECK(cell(table, "Social psychiatry group", 7).number == 2'100'000);
  CHECK(cell(table, "Net saving a year", 7).text == "4,100,000");
  CHECK(cell(table, "Housing today", 8).text == "enheten");
  CHECK_THAT(table.note, Contains("the stated one counts"));
}

TEST_CASE("the budget shows that 11 000 and 1 444 000 are not the 1 578 000 that are stated") {
  const DocumentTable table = tables().own_budget();
  const std::size_t whole = table.columns.size() - 2;
  CHECK(table.columns[whole].text == "Whole project");
  CHECK(cell(table, "Sum of the lines", whole).number == 1'455'000);
  CHECK(cell(table, "Stated in the application", whole).number == 1'578'000);
  CHECK(cell(table, "Difference", whole).number == 123'000);
  CHECK(cell(table, "Stated in the application", 1).number == 789'000);
  CHECK_THAT(table.note, Contains("do not add up"));
}

TEST_CASE("9 hours a week for 96 weeks are 864, not the 756 that are stated") {
  const DocumentTable table = tables().resources();
  CHECK(cell(table, "Navigator", 4).number == 96);
  CHECK(cell(table, "Hours of own staff", 5).number == 864);
  CHECK(cell(table, "Difference", 5).number == -108);
  CHECK_THAT(table.note, Contains("do not add up"));
}

TEST_CASE("each formula of each table gives the value that the cell shows") {
  int formulas = 0;
  for (const auto& section : budget_document(figures(), kEnglish).sections) {
    for (const auto& block : section.blocks) {
      const auto* table = std::get_if<DocumentTable>(&block);
      for (std::size_t r = 0; table != nullptr && r < table->rows.size(); ++r) {
        CHECK(table->rows[r].cells.size() <= table->columns.size());
        for (const Cell& one : table->rows[r].cells) {
          if (one.formula.kind == Formula::Kind::None) continue;
          INFO(table->title << ", row " << r << ": " << one.text);
          CHECK(one.number == Approx(computed(*table, one.formula)).margin(0.01));
          ++formulas;
        }
      }
    }
  }
  CHECK(formulas > 50);
}

TEST_CASE("beside the own sum stand the first year, the project, the month of payback and its probability") {
  const DocumentTable table = tables().beside_each_other();
  REQUIRE(table.rows.size() == 6);
  CHECK(table.rows[0].cells[0].text == "First twelve months (March 2015\u2013February 2016)");
  CHECK(table.rows[0].cells[1].number == 4'100'000);
  // The simulated first year is what has been saved by the end of February 2016.
  CHECK(table.rows[0].cells[2].number == Approx(figures().saving().cost.cumulative.mean.at(13)));
  CHECK(table.rows[2].cells[1].number == Approx(4'100'000 * 22 / 12.0));
  CHECK(table.rows[2].cells[2].number == Approx(figures().saving().cost.all.mean));
  CHECK(table.rows[5].cells[2].number == figures().saving().cost.payback.probability);
  CHECK(table.rows[5].cells[0].text == "Probability that it has by December 2016");
}

TEST_CASE("the grant of 1 578 000 SEK is what lies between the savings with and without it") {
  const auto& saving = figures().saving();
  CHECK(saving.with_grants.all.mean - saving.cost.all.mean == Approx(1'578'000).epsilon(1e-9));
}

TEST_CASE("a grant that the zero alternative gets too is told of, since it makes no difference") {
  const std::string sentence = "makes no difference here";
  CHECK_THAT(to_markdown(budget_document(figures(), kEnglish)), !Contains(sentence));
  auto copy = figures();
  copy.results.savings[0].with_grants = copy.results.savings[0].cost;
  CHECK_THAT(to_markdown(budget_document(copy, kEnglish)), Contains(sentence));
}

TEST_CASE("with a grant that comes before the costs the project has paid for itself from the beginning") {
  const auto& payback = figures().saving().with_grants.payback;
  CHECK(tables().payback_in_words(payback) == "from the beginning");
  auto later = payback;
  later.late.reset();
  // Nothing is paid back before the project begins, though nothing has been spent either.
  CHECK(tables().payback_in_words(later) ==
        "March 2015 (9 of 10 replications between March 2015 and later than the period)");
  later.median.reset();
  CHECK(tables().payback_in_words(later) == "not in half of the replications");
}

TEST_CASE("payers share the saving without the grant: it is one payer's income and another's cost") {
  const DocumentTable table = tables().payers();
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].cells[2].number + table.rows[1].cells[2].number == Approx(figures().saving().cost.all.mean));
  CHECK(table.rows[1].cells[2].number == Approx(-1'578'000));
  CHECK_THAT(table.rows[0].cells[1].text, Contains("Rents, ") && Contains("Grant: Central reserve"));
}

TEST_CASE("after the project the two ways on are the same up to its end, and part then") {
  const DocumentTable table = tables().after_the_project();
  REQUIRE(table.rows.size() == 5);  // 2015 to 2018 and their sum
  CHECK(table.rows[1].cells[1].number == table.rows[1].cells[2].number);
  CHECK(table.rows[1].cells[1].number == Approx(figures().saving().cost.yearly.mean.at(1)));
  CHECK(table.rows[3].cells[1].number != table.rows[3].cells[2].number);
}

TEST_CASE("12 000 invoices with 571 placed are 21 for each household and year") {
  const DocumentTable table = tables().efforts();
  const auto measure = figures().find("households.supported").value();
  CHECK(cell(table, "Invoices", 3).number == Approx(12'000.0 / 571));
  CHECK(cell(table, "Invoices", 6).number == Approx(-figures().difference().all[measure].mean * 12'000 / 571));
}

TEST_CASE("costs of events are their number times the cost of each") {
  const auto measure = figures().find("moves.training.supported").value();
  CHECK(cell(tables().events(), "Sudden termination", 4).number ==
        Approx(-30'000 * figures().difference().all[measure].mean));
}

TEST_CASE("the saving at the prices of another year follows the index") {
  const DocumentTable table = tables().other_prices();
  CHECK(cell(table, "2020", 2).number == Approx(1.075 * cell(table, "2015", 2).number));
}

TEST_CASE("a range of a distribution is one of its mean, and its shape stays") {
  CHECK(scenarios::value_at("gamma(20 h, 12 h)", "30 h") == "gamma(30 h; 18 h)");
  CHECK(scenarios::value_at("lognormal(2,5 months; 1 month)", "5 months") == "lognormal(5 months; 2 month)");
  CHECK(scenarios::value_at("14/year", "10/year") == "10/year");
  CHECK(scenarios::value_at("exponential(6 weeks)", "3 weeks") == "exponential(3 weeks)");
  CHECK(scenarios::value_at("gamma(20 h, 12 h)", "gamma(30 h, 2 h)") == "gamma(30 h, 2 h)");
  CHECK(scenarios::value_at("gamma(2 weeks, 1 week)", "10 days") == "10 days");
}

TEST_CASE("an alternative that only shows a part of another is none that was considered") {
  REQUIRE(tables().alternatives().rows.size() == 2);
  auto copy = figures();
  copy.scenario.alternatives.push_back(copy.scenario.alternatives.back());
  copy.results.alternatives.push_back(copy.results.alternatives.back());
  CHECK(BudgetTables(copy, kEnglish).alternatives().rows.size() == 3);
  copy.scenario.alternatives.back().shows_part_of = "project";
  CHECK(BudgetTables(copy, kEnglish).alternatives().rows.size() == 2);
}

TEST_CASE("sensitivity ranks the inputs that have a range by what the saving changes") {
  const scenarios::Sensitivities& found = figures().sensitivity;
  REQUIRE(found.inputs.size() == 2);
  CHECK(std::abs(found.inputs[0].swing.mean) >= std::abs(found.inputs[1].swing.mean));
  for (const auto& one : found.inputs) CHECK(one.swing.mean == Approx(one.high.mean - one.low.mean));
  CHECK(found.base.mean == Approx(figures().saving().cost.all.mean));  // the same households
  CHECK(tables().sensitivity().rows.size() == 2);
}

TEST_CASE("the range of an input of another alternative than the project changes nothing, and is not varied") {
  auto scenario = figures().scenario;
  const auto paths = [&] {
    std::vector<std::string> found;
    for (const auto& input : scenarios::with_ranges(scenario, "project")) found.push_back(input.path);
    return found;
  };
  const auto before = paths();
  scenario.alternatives.push_back(scenario.alternatives.back());
  scenario.alternatives.back().name = "project_two";
  models::Input input;
  input.low = "1";
  input.high = "3";
  for (const char* path : {"alternatives.project.change.staff.a.fte", "alternatives.project_two.change.staff.a.fte"}) {
    input.path = path;
    scenario.inputs.push_back(input);
  }
  REQUIRE(paths().size() == before.size() + 1);
  CHECK(paths().back() == "alternatives.project.change.staff.a.fte");
}

TEST_CASE("what is observed stands with its alternative, its group in words, and where the figure is from") {
  const DocumentTable table = BudgetTables(figures(), kSwedish).observed();
  REQUIRE(table.rows.size() == 2);
  const auto text = [&](std::size_t row, std::size_t column) { return table.rows[row].cells[column].text; };
  CHECK((text(0, 3) == "alla" && text(0, 4) == "Nollalternativ" && text(0, 7) == "boendelots"));
  CHECK((text(1, 3) == "Vuxna" && text(1, 4) == "Projektet" && text(1, 7) == "antagande: no counts"));
  CHECK(table.title == "Uppmätt i verkligheten och antaget, bredvid simuleringen");
}

TEST_CASE("a share of many simulations has one decimal, and becomes neither all nor nothing by rounding") {
  const Cells cells(kEnglish);
  CHECK(cells.estimate({0.999977, 0.99997, 0.999984}, "share").text == ">99.9 (>99.9 to >99.9)");
  CHECK(cells.estimate({0.8512, 0.8509, 0.8515}, "share").text == "85.1 (85.1 to 85.2)");
  CHECK(cells.estimate({0.85, 0.8, 0.9}, "share").text == "85 (80 to 90)");
}

TEST_CASE("an amount of money that is certain is written without öre, like all others beside it") {
  const models::Estimate certain{306379.2617, 306379.2617, 306379.2617};
  CHECK(Cells(kEnglish).kronor(certain).text == "306,379");
  CHECK(Cells(kEnglish).kronor(certain, 1, Sign::Both).text == "+306,379");
  CHECK(Cells(kEnglish).kronor({0, 0, 0}, 1, Sign::Both).text == "0");
}

TEST_CASE("the follow-up has each half-year that the project touches, and as a whole what is not counted by month") {
  const DocumentTable table = tables().follow_up();
  REQUIRE(table.rows.size() == 3 * 4);
  CHECK(table.rows[0].cells[2].text == "March\u2013June 2015");
  CHECK(table.rows[3].cells[2].text == "July\u2013December 2016");
  CHECK(table.rows[0].cells[3].low <= table.rows[0].cells[3].number);
  double homes = 0;
  for (std::size_t i = 4; i < 8; ++i) homes += table.rows[i].cells[3].number;
  const auto& yearly = figures().project().all.yearly.at(figures().find("homes").value()).mean;
  const auto& monthly = figures().project().all.monthly.at(figures().find("homes").value()).mean;
  CHECK(homes == Approx(yearly[0] + yearly[1] - monthly[0] - monthly[1]));  // without January and February 2015
  CHECK(tables().follow_up_as_a_whole().rows.size() == 1);
}

TEST_CASE("costs by line and year: the project's less the zero alternative's are minus the saving") {
  const DocumentTable zero = tables().costs_of_zero(), project = tables().costs_of_project(),
                      saved = tables().costs_saved();
  const double between = cell(zero, "All costs", 3).number - cell(project, "All costs", 3).number;
  CHECK(cell(saved, "All costs", 3).number == Approx(between));
  CHECK(between == Approx(figures().saving().cost.all.mean));
  CHECK(cell(project, "Grant: Central reserve", 3).number == Approx(-1'578'000));
}

TEST_CASE("a number of the application without a source is shown to have none") {
  auto copy = figures();
  for (auto& input : copy.scenario.inputs) input.source.clear();
  CHECK(BudgetTables(copy, kSwedish).own_sum().rows[0].cells[8].text == "källa saknas");
  CHECK(BudgetTables(copy, kSwedish).source_of("nothing.here").empty());
}

TEST_CASE("a scenario without an application gives the document with prompts") {
  const auto run = run_of(fs::path(TRAPPHUS_SCENARIOS) / "examples" / "alternative.yaml", "");
  const scenarios::BudgetFigures plain = budget_figures(run);
  CHECK(plain.project().name == "navigators");
  const Document document = budget_document(plain, kEnglish);
  CHECK(document.sections.size() == 14);
  const std::string text = to_markdown(document);
  CHECK_THAT(text, Contains("Your own sum belongs here") && Contains("What happens when the grant ends?"));
}

TEST_CASE("the project must be an alternative that is compared with the first") {
  CHECK_THROWS_AS(budget_figures(run_of(kApplication, "zero")), models::StudyError);
  CHECK_THROWS_AS(budget_figures(run_of(kApplication, "projekt")), models::StudyError);
  const fs::path one_pool = fs::path(TRAPPHUS_SCENARIOS) / "examples" / "one_pool.yaml";
  CHECK_THAT(tests::refusal([&] { return budget_figures(run_of(one_pool, "")); }), Contains("has only"));
}

TEST_CASE("half-years are those of the calendar, the first and the last as far as they are covered") {
  const auto day = [](int year, unsigned month, unsigned date) {
    return models::Time(
        std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(date)));
  };
  const auto halves = scenarios::half_years(day(2015, 3, 1), day(2016, 2, 1));
  REQUIRE(halves.size() == 3);
  CHECK(halves[0].from == day(2015, 3, 1));
  CHECK(halves[0].to == day(2015, 7, 1));
  CHECK(halves[2].to == day(2016, 2, 1));
}

TEST_CASE("an interrupted document says so, and before the first replication there are no figures for one") {
  auto run = run_of(kApplication, "project");
  std::atomic<bool> stop = true;
  run.options.stop = &stop;
  const scenarios::BudgetFigures nothing = budget_figures(run);
  CHECK_FALSE(nothing.complete);
  CHECK(nothing.results.alternatives.empty());
  stop = false;
  run.options.check = models::CheckChoice::Off;
  run.options.replications = 20;
  run.options.progress = [&](const models::Progress& progress) { stop = progress.done >= 2; };
  CHECK_THAT(to_markdown(budget_document(budget_figures(run), kEnglish)), Contains("INCOMPLETE"));
}
