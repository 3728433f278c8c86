// SPDX-License-Identifier: MIT
#include "scenarios/reading/variants.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

/// "2011-09-01: 2.9, 2012-06-01: 2": the project's FTE over time.
std::string fte_over_time(const models::Alternative& alternative) {
  std::string text;
  for (const auto& epoch : alternative.epochs) {
    char number[32];
    std::snprintf(number, sizeof number, "%g", epoch.settings.teams[0].fte);
    text += (text.empty() ? "" : ", ") + engine::to_string(epoch.from) + ": " + number;
  }
  return text;
}

TEST_CASE("without alternatives there is one, called scenario") {
  const Folder folder;
  const auto base = folder.write("base.yaml", R"(trapphus: 1
period: 2011-09 to 2012-09
groups: {all: {arrivals: 1/week, enters: hotel}}
stages: {hotel: {kind: placement, price: 0}, home: {kind: exit, home: yes}}
moves: [{from: hotel, to: home, stay: 1 month}]
)");
  const auto scenario = read(base);
  REQUIRE(scenario.alternatives.size() == 1);
  CHECK(scenario.alternatives[0].name == "scenario");
  REQUIRE(scenario.alternatives[0].epochs.size() == 1);
  CHECK(scenario.alternatives[0].epochs[0].from == scenario.from);
  CHECK(scenario.name == "base");
}

TEST_CASE("the timeline makes epochs, and what an alternative changes holds from the beginning") {
  const auto scenario = read_on_base("");
  REQUIRE(scenario.alternatives.size() == 2);
  CHECK(scenario.alternatives[0].name == "zero");
  CHECK(fte_over_time(scenario.alternatives[0]) == "2011-09-01: 0, 2012-06-01: 0");
  CHECK(fte_over_time(scenario.alternatives[1]) == "2011-09-01: 2.9, 2012-06-01: 2");
  CHECK(scenario.alternatives[1].label.en == "The project");
}

TEST_CASE("dates are taken in order, and those before the period hold from its beginning") {
  const auto scenario = read_on_base(R"(
timeline:
  - {on: 2013-01, change: {staff.project.fte: 5}}
  - {on: 2010-01, change: {staff.project.fte: 3}}
  - {on: 2013-01-01, change: {staff.project.fte: 6}}
)");
  CHECK(fte_over_time(scenario.alternatives[1]) == "2011-09-01: 3, 2013-01-01: 6");
}

TEST_CASE("an alternative's own timeline lies on top of the scenario's") {
  const auto scenario = read_on_base(R"(
alternatives:
  zero: {timeline: [{on: 2013-01, change: {staff.project.fte: 1}}]}
  project: {timeline: [{on: 2012-01, change: {staff.project.fte: 4}}]}
)");
  CHECK(fte_over_time(scenario.alternatives[0]) == "2011-09-01: 0, 2012-06-01: 0, 2013-01-01: 1");
  CHECK(fte_over_time(scenario.alternatives[1]) == "2011-09-01: 2.9, 2012-01-01: 4, 2012-06-01: 4");
}

TEST_CASE("a case changes assumptions under every alternative, but not what an alternative changes itself") {
  const auto scenario = read_on_base(R"(
cases:
  low: {label: {sv: Låg}, change: {staff.project.fte: 1, groups.families.arrivals: 1/week}, timeline: [{on: 2013-01, change: {staff.project.fte: 7}}]}
)");
  REQUIRE(scenario.cases.size() == 1);
  const auto& low = scenario.cases[0];
  CHECK(low.label.sv == "Låg");
  CHECK(fte_over_time(low.alternatives[0]) == "2011-09-01: 0, 2012-06-01: 0, 2013-01-01: 0");
  CHECK(fte_over_time(low.alternatives[1]) == "2011-09-01: 1, 2012-06-01: 1, 2013-01-01: 7");
  CHECK(low.alternatives[1].epochs[0].settings.groups[0].arrivals == engine::Rate::per(1, engine::kWeek));
  CHECK(scenario.alternatives[1].epochs[0].settings.groups[0].arrivals == engine::Rate::per(3, engine::kWeek));
}

TEST_CASE("what shows a part of another alternative comes last, and cases do not have it") {
  const auto scenario = read_on_base(R"(
alternatives:
  without_staff: {shows_part_of: project, change: {staff.project.fte: 0}}
  more: {change: {staff.project.fte: 9}}
cases:
  low: {change: {groups.families.arrivals: 1/week}}
)");
  std::string names;
  for (const auto& alternative : scenario.alternatives) names += alternative.name + " ";
  CHECK(names == "zero project more without_staff ");
  CHECK(scenario.alternatives[3].shows_part_of == "project");
  CHECK(scenario.alternatives[1].shows_part_of.empty());
  CHECK(scenario.cases[0].alternatives.size() == 3);
}

TEST_CASE("only a whole alternative has parts") {
  CHECK(problems_on_base("alternatives: {part: {shows_part_of: projct}}\n") ==
        Lines{"2:38: there is no alternative `projct` of which part could be a part; did you mean `project`?"});
  CHECK(problems_on_base("alternatives: {part: {shows_part_of: project}, piece: {shows_part_of: part}}\n").size() == 1);
}

TEST_CASE("an alternative may add a stage with its moves, behind those of the scenario") {
  const auto scenario = read_on_base(R"(
alternatives:
  transit:
    change:
      stages.transit: {kind: apartment, units: 3}
      moves.hotel.transit: {share: 10 %}
      moves.transit.own_home: {stay: 3 months}
)");
  const auto& settings = scenario.alternatives[2].epochs[0].settings;
  CHECK(settings.stages.size() == 4);
  CHECK(settings.stages.back().name == "transit");
  CHECK(scenario.alternatives[1].epochs[0].settings.stages.size() == 3);
}

TEST_CASE("what is wrong with the way in one alternative only is told with its name") {
  const auto found = problems_on_base("alternatives:\n  bad: {change: {stages.care: {kind: waiting}}}\n");
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].starts_with("3:31: stages.care: "));
  CHECK(found[0].ends_with(" (in alternative bad)"));
}

TEST_CASE("every number of the sketch is read, and its alternatives differ by the project's staff only") {
  const auto scenario = read(tests_folder() / "scenarios" / "sketch.yaml");
  REQUIRE(scenario.alternatives.size() == 2);
  auto zero = scenario.alternatives[0].epochs.back().settings,
       project = scenario.alternatives[1].epochs.back().settings;
  CHECK(zero.teams[0].fte == 0);
  CHECK(project.teams[0].fte == 2.9);
  CHECK(zero.teams[1].fte == 2);
  CHECK(zero.stages.size() == project.stages.size());
  CHECK(scenario.seed == 20110901);
  CHECK(scenario.observations.size() == 2);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
