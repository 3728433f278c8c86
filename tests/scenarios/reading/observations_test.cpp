// SPDX-License-Identifier: MIT
#include "scenarios/reading/observations.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

TEST_CASE("an observation is in the measure's unit, between its days, of what happened") {
  const auto scenario = read_on_base(R"(
precision: homes
observations:
  - {measure: households.acute, group: families, from: 2011-09-01, to: 2011-12-31, value: 19.5, source: report}
  - {measure: cost.total, from: 2012-01, to: 2012-12, value: {value: 337 kSEK/month, source: interview}, uncertainty: 10 000 SEK/month}
  - {measure: returns, value: 12 %, alternative: zero, to: 2014-08-31}
  - {measure: homes, value: 51/year}
  - {measure: days_to_home.mean, value: 300 days}
)");
  CHECK(scenario.precision_measure == "homes");
  const auto& seen = scenario.observations;
  REQUIRE(seen.size() == 5);
  CHECK(seen[0].value == 19.5);
  CHECK(seen[0].group == models::GroupId(0));
  CHECK(engine::to_string(seen[0].to) == "2012-01-01");
  CHECK(seen[0].source == "report");
  CHECK(seen[0].alternative == "project");
  CHECK(seen[1].value == 337'000);
  CHECK(seen[1].uncertainty == 10'000.0);
  CHECK(seen[1].source == "interview");
  CHECK_FALSE(seen[1].group.valid());
  CHECK(seen[2].value == Approx(0.12));
  CHECK(seen[2].alternative == "zero");
  CHECK(engine::to_string(seen[2].to) == "2014-09-01");
  CHECK(seen[3].value == 51);
  CHECK(engine::to_string(seen[3].from) == "2011-09-01");
  CHECK(seen[4].value == 300);
}

TEST_CASE("what is only believed can be held against the result as an assumption") {
  const auto seen = read_on_base(R"(
observations:
  - {measure: households.acute, value: 30, alternative: zero, assumption: no trend}
  - {measure: homes, value: {value: 51, assumption: counted twice}, source: report}
)")
                        .observations;
  CHECK(seen[0].assumption == "no trend");
  CHECK(seen[0].source.empty());
  CHECK(seen[1].source == "report");
  CHECK(seen[1].assumption.empty());
}

TEST_CASE("where every alternative changes something, the first is what happened") {
  const auto scenario = read_on_base(
      "alternatives: {project: {change: {staff.project.fte: 3}}}\nobservations: [{measure: homes, value: 51}]\n");
  CHECK(scenario.observations[0].alternative == "zero");
}

TEST_CASE("an observation ends on the day after the last only where the period is written so") {
  const std::string observations = "observations: [{measure: homes, value: 51/year, to: 2014-09-01}]\n";
  CHECK(problems_on_base(observations).size() == 1);
  const auto scenario = read_on_base("period: 2011-09-01 to 2014-09-01\n" + observations);
  CHECK(engine::to_string(scenario.observations[0].to) == "2014-09-01");
}

TEST_CASE("what does not fit an observation is found") {
  CHECK(problems_on_base("precision: homs\n") == Lines{"2:12: there is no measure `homs`; did you mean `homes`?"});
  CHECK(problems_on_base("headline: [homs]\n") == Lines{"2:12: there is no measure `homs`; did you mean `homes`?"});
  CHECK(problems_on_base("headline: homs\n").size() == 1);
  CHECK(problems_on_base("observations: 3\n") == Lines{"2:15: `3` is no list; expected a list of mappings"});
  CHECK(problems_on_base("observations: [{measure: homes, value: 5, from: 2013-01, to: 2012-12}]\n") ==
        Lines{"2:62: the observation ends before it begins"});
  // Of a date that cannot be read nothing else is reported.
  CHECK(problems_on_base("observations: [{measure: homes, value: 5, from: 2013-02-29}]\n").size() == 1);
  CHECK(problems_on_base("costs: {rooms: {amount: 1 kr/month, from: 2013-01-01, to: 2013-06-31}}\n").size() == 1);
  CHECK(problems_on_base("observations: [{measure: returns, value: 39}]\n") ==
        Lines{"2:42: `39` is more than 1; expected a share, such as 20 % or 0.2"});
  CHECK(problems_on_base("observations: [{measure: homes, value: {value: x, source: y}}]\n").size() == 1);
  CHECK(problems_on_base("observations: [{measure: cost_per_home, value: 5 days, group: singles}]\n")
            .front()
            .find("has the wrong unit") != std::string::npos);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
