// SPDX-License-Identifier: MIT
#include "scenarios/format/fields/context.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

models::Input input(const models::Scenario& scenario, const std::string& path) {
  const auto found = std::ranges::find(scenario.inputs, path, &models::Input::path);
  if (found == scenario.inputs.end()) throw std::out_of_range(path);
  return *found;
}

TEST_CASE("every number is an input, with its source or assumption and range") {
  const auto scenario = read_on_base(R"(
groups:
  families: {arrivals: {value: 3/week, assumption: no data, range: 2..4/week}}
  singles: {arrivals: {value: 2/week, source: report}}
stages:
  training: {source: "report, page 4", units: 70, turnaround: {value: 2 weeks, assumption: guess, range: 1 week to 3 weeks}}
)");
  const auto families = input(scenario, "groups.families.arrivals");
  CHECK(families.value == "3/week");
  CHECK(families.assumption == "no data");
  CHECK(families.low == "2/week");
  CHECK(families.high == "4/week");
  CHECK(families.line == 4);
  CHECK(families.file.ends_with("test.yaml"));
  CHECK(input(scenario, "groups.singles.arrivals").source == "report");
  CHECK(input(scenario, "stages.training.units").source == "report, page 4");
  CHECK(input(scenario, "stages.training.turnaround").assumption == "guess");
  CHECK(input(scenario, "stages.training.turnaround").source.empty());
  CHECK(input(scenario, "stages.hotel.price").source.empty());
  CHECK(input(scenario, "stages.hotel.price").file.ends_with("valid_base.yaml"));
}

TEST_CASE("a number that alternatives share is one input, and a changed one is another without the old source") {
  const auto scenario = read_on_base(R"(
staff:
  project: {source: report, fte: 2.9}
alternatives:
  zero: {assumption: nothing is done, change: {staff.project.fte: 0}}
)");
  CHECK(std::ranges::count(scenario.inputs, "staff.project.caseload", &models::Input::path) == 1);
  CHECK(input(scenario, "staff.project.fte").source == "report");
  const auto zero = input(scenario, "alternatives.zero.change.staff.project.fte");
  CHECK(zero.value == "0");
  CHECK(zero.source.empty());
  CHECK(zero.assumption == "nothing is done");
  CHECK(input(scenario, "timeline.1.change.staff.project.fte").source.empty());
}

TEST_CASE("a source must be text, and one near a declared name is taken for a slip") {
  CHECK(problems_on_base("staff: {project: {source: [a]}}\n") == Lines{"2:27: `source` is a list; expected text"});
  CHECK(problems_on_base("staff: {project: {source: reprot}}\n") ==
        Lines{"2:27: there is no source `reprot`; did you mean `report`?"});
  CHECK(problems_on_base("staff: {project: {source: interview}}\n").empty());
}

TEST_CASE("a range must be two values of the same kind") {
  CHECK(problems_on_base("staff: {project: {fte: {value: 2, range: 1..x}}}\n") ==
        Lines{"2:42: in the range: `x` is no number; expected a number without a unit"});
  CHECK(problems_on_base("staff: {project: {fte: {value: 2, range: 1-3}}}\n").empty());
  // Of a change as well; the unit may stand at the high end only.
  const auto changed = [](const std::string& range) {
    return problems_on_base("alternatives: {a: {change: {staff.project.fte: {value: +20 %, range: \"" + range +
                            "\"}}}}\n");
  };
  CHECK(changed("+10..+40 %").empty());
  CHECK(changed("-0.5..+0.5").empty());
  CHECK(changed("-2.000..-0.500").size() == 1);
  CHECK(changed("-1 kr..-0.5 kr").size() == 1);
  CHECK(changed("10 %..40 %").size() == 1);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
