// SPDX-License-Identifier: MIT
#include "output/json/report_data.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "models/runs/run.hpp"
#include "models/staircase/scenario.hpp"
#include "scenarios/reading/reader.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
using nlohmann::json;

namespace {

json sample() {
  return json::parse(report_data(sample_scenario(), sample_results()));
}

/// Hässelby, few replications, as the report of it has it.
const json& hasselby() {
  static const json data = [] {
    const auto scenario = trapphus::scenarios::read(std::string(TRAPPHUS_SCENARIOS) + "/hasselby/hasselby.yaml");
    trapphus::models::RunOptions options;
    options.replications = 2;
    options.check = trapphus::models::CheckChoice::Off;
    return json::parse(report_data(scenario, trapphus::models::run(scenario, options)));
  }();
  return data;
}

}  // namespace

TEST_CASE("the report's data are the results, and what people need beside them") {
  const json data = sample();
  CHECK(data["trapphus"] == 1);
  CHECK(data["seed"] == 7);
  CHECK(data["alternatives"]["zero"]["measures"]["households.acute"] ==
        json({{"mean", 19.52}, {"low", 18.9}, {"high", 20.14}}));
  CHECK(data["viewer"]["measures"]["households.acute"]["unit"] == "households");
  CHECK(data["viewer"]["staircase"]["stages"][1]["label"]["sv"] == "Träningslägenhet");
  CHECK(data["viewer"]["headline"][0] == "households.acute");
}

TEST_CASE("months have the band of the replications, for all households and by group") {
  const json data = sample();
  const json& zero = data["alternatives"]["zero"];
  CHECK(zero["monthly"]["households.acute"]["p95"] == json({20, 19.1, 18.25}));
  CHECK(zero["groups"]["families"]["monthly"]["households.acute"]["p5"] == json({10, 9.55, 9.125}));
}

TEST_CASE("key figures stand one a replication where two answers are to be compared pair by pair") {
  CHECK_FALSE(sample()["viewer"].contains("replications"));
  ByReplication values(2, {7, {19.5, 51, 0.4, 0.02, 6e5, 1e3, 0}});
  values[1].assign(2, {9.75, 60, 0.4, 0.01, 3e5, 1e3, 0});
  const json data = json::parse(report_data(sample_scenario(), sample_results(), {}, values));
  const json& all = data["viewer"]["replications"];
  CHECK(all["project"]["households.acute"] == json({9.75, 9.75}));
  CHECK(all["zero"]["households.acute"].size() == 7);
  CHECK(all["project"].size() == data["viewer"]["headline"].size());
}

TEST_CASE("the documents that inputs refer to stand with their titles") {
  CHECK(hasselby()["viewer"]["sources"]["hasselby"].get<std::string>().find("report") != std::string::npos);
}

TEST_CASE("inputs stand with their source or assumption, and their range") {
  const json inputs = sample()["viewer"]["inputs"];
  REQUIRE(inputs.size() == 2);
  CHECK(inputs[0]["source"] == "the report");
  CHECK_FALSE(inputs[0].contains("assumption"));
  CHECK(inputs[1]["assumption"] == "no data");
  CHECK(inputs[1]["low"] == "30 %");
}

TEST_CASE("the ledger is by line, stage and group, with its amounts by month") {
  const json ledger = sample()["viewer"]["ledger"]["zero"];
  CHECK(ledger == json::array({{{"line", "nights"},
                                {"stage", "hotel"},
                                {"group", "families"},
                                {"from", "2011-09"},
                                {"values", {300000.0}}}}));  // six digits of 300000.5
}

TEST_CASE("the timeline tells what changes on which date, in each alternative") {
  const json& timeline = hasselby()["viewer"]["timeline"];
  const json& project = timeline["project"];
  const auto of = [&project](const std::string& date) {
    for (const auto& one : project)
      if (one["on"] == date) return one["changes"];
    return json();
  };
  const json counsellor = of("2012-06-01");
  REQUIRE(counsellor.size() == 1);
  CHECK(counsellor[0]["field"] == "team.fte");
  CHECK(counsellor[0]["before"] == 1);
  CHECK(counsellor[0]["after"] == 2);
  for (const auto& one : timeline["zero"])
    for (const auto& change : one["changes"]) CHECK(change["field"] != "team.fte");
}

TEST_CASE("what an alternative changes when the period begins is told against the first") {
  bool hired = false;
  for (const auto& change : hasselby()["viewer"]["contrasts"]["project"])
    hired = hired || (change["field"] == "team.fte" && change["thing"] == "project" && change["before"] == 0);
  CHECK(hired);
  CHECK_FALSE(hasselby()["viewer"]["contrasts"].contains("zero"));
}

TEST_CASE("a post that falls vacant within the period is a change on both dates") {
  auto scenario = sample_scenario();
  auto& team = scenario.alternatives[1].epochs[0].settings.teams[0];
  team.vacancies = {{scenario.from + std::chrono::days(30), scenario.from + std::chrono::days(60), 0.5}};
  const json timeline = json::parse(report_data(scenario, sample_results()))["viewer"]["timeline"]["project"];
  REQUIRE(timeline.size() == 2);
  CHECK(timeline[0]["on"] == "2011-10-01");
  CHECK(timeline[0]["changes"][0]["after"] == 0.5);
  CHECK(timeline[1]["changes"][0]["after"] == 0);
}

TEST_CASE("what theory says of the last epoch stands with the narrowest places in parts") {
  const json& limits = hasselby()["viewer"]["limits"];
  CHECK(limits["project"]["from"] == "2014-01-01");
  bool nobody_searches = false;
  for (const auto& one : limits["zero"]["narrow"])
    nobody_searches = nobody_searches || (one["kind"] == "service" && one["name"] == "housing_search" &&
                                          one["other"] == "project" && one["amount"] == 0);
  CHECK(nobody_searches);
  CHECK(limits["zero"]["greatest"] > 0);  // people find homes by themselves too
  CHECK(limits["zero"]["homes"] > 0);
}

TEST_CASE("paths are pairs of day and stage in order of time, within the period") {
  const json& viewer = hasselby()["viewer"];
  const auto stages = viewer["staircase"]["stages"].size();
  CHECK(viewer["paths"]["every"] == 2);  // more households than a page shows the paths of
  for (const auto& [name, paths] : viewer["paths"]["alternatives"].items()) {
    CHECK(paths.size() > 100);
    for (const auto& path : paths) {
      REQUIRE(path.size() >= 4);
      REQUIRE(path.size() % 2 == 0);
      for (std::size_t i = 2; i < path.size(); i += 2) {
        CHECK(path[i].get<int>() >= (i > 2 ? path[i - 2].get<int>() : 0));
        CHECK(path[i + 1].get<int>() < static_cast<int>(stages));
      }
    }
  }
}

TEST_CASE("stories are told for every alternative, with subjects that exist") {
  const json& viewer = hasselby()["viewer"];
  REQUIRE(viewer["stories"].size() == 12);
  for (const auto& story : viewer["stories"]) {
    CHECK(story["events"].contains("zero"));
    for (const auto& event : story["events"]["project"])
      if (event[1] == "waits" && event.size() == 3) CHECK(event[2] < viewer["staircase"]["causes"].size());
  }
}

TEST_CASE("no number has more than six digits: they would make the file large and say nothing") {
  const std::string text = hasselby()["alternatives"]["project"].dump();
  // Grisu2, by which the library writes, misses the shortest form of one number in a thousand: 8.235290000000001.
  std::size_t long_ones = 0;
  for (std::size_t at = text.find("00000000"); at != std::string::npos; at = text.find("00000000", at + 8)) ++long_ones;
  CHECK(long_ones < text.size() / 10'000);
  CHECK(hasselby().dump().size() < 2'500'000);
}
