// SPDX-License-Identifier: MIT
#include "models/measures/household_counts.hpp"

#include <catch2/catch.hpp>

#include "tests/models/recorder_driver.hpp"

namespace trapphus::models {
namespace {

using build::on;

constexpr GroupId kFirst(0), kSecond(1);
const Period kQuarter(on(2012, 1, 1), on(2012, 4, 1));

TEST_CASE("levels give household-seconds by group and month") {
  HouseholdLevels levels(2, 2, kQuarter);
  levels.change(on(2012, 1, 31), 1, kSecond, 2);
  levels.change(on(2012, 2, 2), 1, kSecond, -1);
  levels.finish(on(2012, 4, 1));
  CHECK(levels.totals(1) == MonthlyTotals{{0, 0, 0}, {2 * 86'400, (2 + 28) * 86'400, 31 * 86'400}});
  CHECK(levels.totals(0) == MonthlyTotals{{0, 0, 0}, {0, 0, 0}});
}

TEST_CASE("flows are counted in the month in which they happen, and not after the period") {
  build::Build b;
  b.group("families", 1, "hotel");
  b.group("singles", 1, "hotel");
  b.placement("hotel", 500);
  const MeasureTable table(b.settings());
  FlowCounts flows(table, 2, kQuarter);
  const std::size_t arrivals = *table.find("arrivals");
  flows.count(on(2012, 1, 1), arrivals, kFirst);
  flows.count(on(2012, 3, 1), arrivals, kSecond);
  flows.count(on(2012, 3, 31, 23), arrivals, kSecond);
  flows.count(on(2012, 4, 1), arrivals, kSecond);
  flows.count(on(2012, 3, 1), kNoMeasure, kSecond);
  CHECK(flows.counts(arrivals) == MonthlyTotals{{1, 0, 0}, {0, 0, 2}});
}

TEST_CASE("totals are added month by month") {
  MonthlyTotals sum{{1, 2}, {3, 4}};
  add(sum, {{10, 20}, {30, 40}});
  CHECK(sum == MonthlyTotals{{11, 22}, {33, 44}});
}

TEST_CASE("waits are counted when they end, where the household lives meanwhile, the stages add up to the cause") {
  constexpr StageId kHotel{0}, kTraining{1}, kOutside{};
  WaitTotals waits(2, 2, 2, kQuarter.from());
  waits.begin(on(2012, 1, 5), kHotel, 1, kSecond);
  waits.begin(on(2012, 1, 7), kTraining, 1, kSecond);
  waits.begin(on(2012, 1, 7), kOutside, 1, kSecond);
  waits.end(on(2012, 1, 8), kHotel, 1, kSecond);
  waits.end(on(2012, 1, 10), kTraining, 1, kSecond);
  waits.end(on(2012, 1, 11), kOutside, 1, kSecond);
  CHECK(waits.seconds(kHotel, 1, kSecond) == 3 * 86'400);
  CHECK(waits.seconds(kTraining, 1, kSecond) == 3 * 86'400);
  CHECK(waits.seconds(kOutside, 1, kSecond) == 4 * 86'400);
  CHECK(waits.seconds(1, kSecond) == 10 * 86'400);
  CHECK(waits.seconds(1, kFirst) == 0);
}

}  // namespace
}  // namespace trapphus::models
