// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "models/pathway/pathway.hpp"
#include "tests/models/build.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::fixed_days;

/// Ten households a week come to the hotel, and go on to a training apartment and a home.
Build with_apartments(int units) {
  Build b;
  b.group("families", 10, "hotel");
  b.placement("hotel");
  b.apartment("training", units);
  b.exit("own_home");
  b.planned("hotel", "training", fixed_days(90));
  b.planned("training", "own_home", fixed_days(100));
  return b;
}

double capacity_of(const PathwayLimits& limits, const std::string& stage) {
  for (const auto& flow : limits.stages) {
    if (flow.name == stage) return flow.capacity;
  }
  throw std::invalid_argument(stage);
}

}  // namespace

// Nobody gets to an apartment, so that no stay there was known: 0 units for 0 days each were no limit.
TEST_CASE("no units let nobody through, even if nobody gets there") {
  const PathwayLimits limits = pathway_limits(with_apartments(0).settings());
  CHECK(limits.greatest_homes_per_year == 0);
  CHECK(limits.bottleneck == std::vector<std::string>{"stage training (0 units)"});
  CHECK(capacity_of(limits, "training") == 0);
}

TEST_CASE("no caseload lets nobody into a stage that waits for support, however short its stay") {
  Build b;
  b.group("families", 10, "hotel");
  b.placement("hotel");
  b.exit("own_home");
  b.planned("hotel", "own_home", fixed_days(0));
  b.stage("hotel").support = Support{b.team("navigators", 0, 24, 15), 1, 1, Admission::Wait};
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(capacity_of(limits, "hotel") == 0);
  CHECK(limits.greatest_homes_per_year == 0);
}

// 5 units behind those that do not exist: 5 x 365.25 / 50 = 36.5 households a year by the stay of those who would come.
TEST_CASE("a stage that nobody gets to has the capacity of its units and stays") {
  Build b = with_apartments(0);
  b.apartment("trial", 5);
  b.raw().moves.pop_back();
  b.planned("training", "trial", fixed_days(100));
  b.planned("trial", "own_home", fixed_days(50));
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(capacity_of(limits, "trial") == Approx(5 * 365.25 / 50));
  CHECK(limits.greatest_homes_per_year == 0);
}

TEST_CASE("no units now are no limit to those that are allotted later") {
  Build b = with_apartments(0);
  b.stage("training").allotted = build::per_year(12);
  CHECK(std::isinf(pathway_limits(b.settings()).greatest_homes_per_year));
}

}  // namespace trapphus::models
