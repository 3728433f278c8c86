// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "tests/output/page_data.hpp"
#include "tests/output/places.hpp"
#include "tests/output/run_command.hpp"
#include "tests/output/sample_results.hpp"

using Catch::Contains;
using trapphus::tests::CommandResult;
using trapphus::tests::content;
using trapphus::tests::kTeams;
using trapphus::tests::page_data;
using trapphus::tests::ScratchFolder;

namespace {

CommandResult run_compare(const std::vector<std::string>& more) {
  return trapphus::tests::run_command({"compare", "--replications", "6", "--quiet"}, more);
}

}  // namespace

TEST_CASE("compare shows the teams of a folder, but not their base") {
  const CommandResult said = run_compare({kTeams.string()});
  CHECK(said.code == 0);
  // The teams' hours are used by nothing, which is warned of in each of their files, and nothing else is wrong.
  CHECK_THAT(said.err, Contains("careful.yaml: warning: staff.team: team has hours"));
  std::istringstream lines(said.err);
  for (std::string line; std::getline(lines, line);) CHECK_THAT(line, Contains(".yaml: warning: "));
  CHECK_THAT(said.out, Catch::StartsWith("3 rows compared, 6 replications each, seed 5") && Contains("Careful") &&
                           Contains("Harsh *") && Contains("Middling") && !Contains("Housing First") &&
                           Contains("because of the definition"));
}

TEST_CASE("compare writes CSV and JSON to files beside the text, or alone to standard output") {
  const ScratchFolder folder;
  const auto csv = (folder.path() / "teams.csv").string(), json_file = (folder.path() / "teams.json").string();
  CHECK_THAT(run_compare({kTeams.string(), "--csv", csv, "--json", json_file}).out, Contains("What came out"));
  CHECK_THAT(content(csv), Catch::StartsWith("scenario,file,alternative,"));
  const auto root = nlohmann::json::parse(content(json_file));
  CHECK((root["kind"] == "comparison" && root["rows"].size() == 3));
  const CommandResult alone = run_compare({kTeams.string(), "--json", "-"});
  CHECK(alone.out == content(json_file));
  CHECK(run_compare({kTeams.string(), "--csv", "-"}).out == content(csv));
}

TEST_CASE("compare writes a report: a page with all the teams in it") {
  const ScratchFolder folder;
  const auto page = (folder.path() / "teams.html").string();
  CHECK(run_compare({kTeams.string(), "--report", page}).code == 0);
  CHECK_THAT(page_data(content(page)), Contains("\"kind\":\"comparison\"") && Contains("\"name\":\"Careful\""));
}

TEST_CASE("compare takes measures, a definition, alternatives and a seed") {
  const auto file = (kTeams / "middling.yaml").string();
  const CommandResult said = run_compare({file, "--measures", "homes,cost.total", "--alternatives", "--seed", "9"});
  CHECK(said.code == 0);
  CHECK_THAT(said.out, Contains("seed 9") && Contains("Middling: more") && Contains("home/FTE") &&
                           !Contains("not_given_notice: Of"));
  CHECK_THAT(run_compare({file, "--definition", "one_year"}).out, Contains("one_year: Of the tenants"));
}

TEST_CASE("what is wrong with any file is told at once, and nothing is compared or written") {
  const ScratchFolder folder;
  const auto first = folder.path() / "first.yaml", second = folder.path() / "second.yaml",
             csv = folder.path() / "x.csv";
  std::ofstream(first) << "trapphus: 1\nnmae: Lund\n";
  std::ofstream(second) << "trapphus: 1\nperiod: soon\n";
  const CommandResult said =
      run_compare({first.string(), (kTeams / "careful.yaml").string(), second.string(), "--csv", csv.string()});
  CHECK(said.code == 3);
  CHECK(said.out.empty());
  CHECK_THAT(said.err, Contains("first.yaml:2:1") && Contains("second.yaml:2:"));
  CHECK_FALSE(std::filesystem::exists(csv));
  CHECK(run_compare({first.string(), "no/such/file.yaml"}).code == 5);
  std::filesystem::create_directory(folder.path() / "empty");
  CHECK(run_compare({(folder.path() / "empty").string()}).code == 5);
}

TEST_CASE("names that do not exist are wrong usage, answered with the nearest") {
  const CommandResult measure = run_compare({kTeams.string(), "--measures", "retention.one_yaer"});
  CHECK(measure.code == 2);
  CHECK_THAT(measure.err, Contains("retention.one_yaer") && Contains("retention.one_year"));
  const CommandResult definition = run_compare({kTeams.string(), "--definition", "one_yaer"});
  CHECK(definition.code == 2);
  CHECK_THAT(definition.err, Contains("did you mean `one_year`?"));
  CHECK(run_compare({kTeams.string(), "--csv", "-", "--json", "-"}).code == 2);
  CHECK(run_compare({}).code == 2);
}
