// SPDX-License-Identifier: MIT
#include "engine/statistics/time_average.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <stdexcept>

#include "engine/random/random.hpp"

namespace trapphus::engine {
namespace {

Time day(int year, unsigned month, unsigned day_of_month) {
  return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day_of_month));
}

constexpr std::int64_t kDaySeconds = 86'400;

}  // namespace

TEST_CASE("A level is integrated from step to step") {
  TimeAverage<> level(day(2012, 6, 1), 2);
  level.change(day(2012, 6, 11), 3);
  level.change(day(2012, 6, 16), -4);
  level.finish(day(2012, 6, 21));
  CHECK(level.level() == 1);
  CHECK(level.total() == (20 + 25 + 5) * kDaySeconds);
  CHECK(level.average() == Approx(2.5));
  CHECK(level.start() == day(2012, 6, 1));
  CHECK(level.last() == day(2012, 6, 21));
}

TEST_CASE("A level that stands still for months is split by calendar month") {
  TimeAverage<> level(day(2011, 12, 16), 3);
  level.finish(day(2012, 3, 11));
  const auto months = level.months();
  REQUIRE(months.size() == 4);
  CHECK(to_string(months[0].month) == "2011-12");
  CHECK(to_string(months[3].month) == "2012-03");
  CHECK(months[0].unit_seconds == 3 * 16 * kDaySeconds);
  CHECK(months[1].unit_seconds == 3 * 31 * kDaySeconds);
  CHECK(months[2].unit_seconds == 3 * 29 * kDaySeconds);
  CHECK(months[3].unit_seconds == 3 * 10 * kDaySeconds);
  CHECK(months[0].covered == 16 * kDay);
  CHECK(months[2].covered == 29 * kDay);
  CHECK(months[3].covered == 10 * kDay);
  for (const auto& month : months) CHECK(month.average() == Approx(3));
}

TEST_CASE("A change at midnight of the first counts for the new month only") {
  TimeAverage<> level(day(2012, 1, 1), 1);
  level.change(day(2012, 2, 1), 1);
  level.finish(day(2012, 2, 1));
  auto months = level.months();
  REQUIRE(months.size() == 2);
  CHECK(months[0].unit_seconds == 31 * kDaySeconds);
  CHECK(months[1].unit_seconds == 0);
  CHECK(months[1].covered == Duration::zero());
  CHECK(std::isnan(months[1].average()));
  level.finish(day(2012, 3, 1) - Duration(1));
  months = level.months();
  CHECK(months[1].unit_seconds == 2 * (29 * kDaySeconds - 1));
}

TEST_CASE("Several changes of one instant count as their sum") {
  TimeAverage<> level(day(2012, 1, 1));
  level.change(day(2012, 1, 5), 7);
  level.change(day(2012, 1, 5), -6);
  level.set(day(2012, 1, 7), 5);
  level.finish(day(2012, 1, 8));
  CHECK(level.total() == (2 + 5) * kDaySeconds);
}

TEST_CASE("A level may be told in parts of a unit") {
  TimeAverage<double> hours(day(2012, 1, 1), 0.5);
  hours.change(day(2012, 1, 3), 0.25);
  hours.finish(day(2012, 1, 5));
  CHECK(hours.average() == Approx(0.625));
}

TEST_CASE("A time average does not accept a change in its past") {
  TimeAverage<> level(day(2012, 1, 2));
  CHECK_THROWS_AS(level.change(day(2012, 1, 1), 1), std::logic_error);
  CHECK(std::isnan(level.average()));
}

TEST_CASE("Months sum to the same as adding up second by second") {
  // Random steps with gaps from 0 seconds to about 3 months, booked hour by hour beside it.
  constexpr std::int64_t kHour = 3600;
  Stream stream({31, 0, 0, 0});
  TimeAverage<> level(day(2010, 1, 20), 4);
  std::map<Month, std::int64_t> expected;
  Time now = day(2010, 1, 20);
  for (int step = 0; step < 300; ++step) {
    const auto hours = static_cast<std::int64_t>(stream.bits() % (step % 7 == 0 ? 2200 : 30));
    for (std::int64_t hour = 0; hour < hours; ++hour, now += Duration(kHour)) {
      expected[Month::of(now)] += level.level() * kHour;
    }
    level.change(now, static_cast<std::int64_t>(stream.bits() % 9) - 4);
  }
  std::int64_t total = 0;
  for (const auto& share : level.months()) {
    CHECK(share.unit_seconds == expected[share.month]);
    total += share.unit_seconds;
  }
  CHECK(level.total() == total);
}

}  // namespace trapphus::engine
