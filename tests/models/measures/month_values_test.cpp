// SPDX-License-Identifier: MIT
#include "models/measures/month_values.hpp"
#include "models/staircase/money.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/build.hpp"

namespace trapphus::models {
namespace {

using build::on;

// 15 November 2011 to the end of March 2012: 16 of 30 days, then four whole months.
const Period kWinter(on(2011, 11, 15), on(2012, 4, 1));
const std::vector<double> kValues{8, 10, 20, 30, 40};

TEST_CASE("a measure's unit says what its months mean") {
  CHECK(month_kind({"", "households", "", true, true}) == MonthKind::Average);
  CHECK(month_kind({"", "per unit and year", "", false, true}) == MonthKind::Average);
  CHECK(month_kind({"", "per year", "", true, true}) == MonthKind::Count);
  CHECK(month_kind({"", "SEK/month", "", true, true}) == MonthKind::Money);
}

TEST_CASE("households of a longer time are the average over its days") {
  // Tertials: November (16 days) and December (31); January to March (31, 29, 31).
  const auto tertials = in_steps(MonthKind::Average, kWinter, kValues, 4);
  REQUIRE(tertials.size() == 2);
  CHECK(tertials[0] == Approx((8 * 16 + 10 * 31) / 47.0));
  CHECK(tertials[1] == Approx((20 * 31 + 30 * 29 + 40 * 31) / 91.0));
  CHECK(engine::to_string(first_step(kWinter, 4)) == "2011-09");
}

TEST_CASE("flows of a longer time are its sum") {
  CHECK(in_steps(MonthKind::Count, kWinter, kValues, 12) == std::vector<double>{18, 90});
  CHECK(engine::to_string(first_step(kWinter, 12)) == "2011-01");
}

TEST_CASE("costs of a longer time are the average over its months, a part of a month as a part") {
  const double november = 16.0 / 30;
  const auto years = in_steps(MonthKind::Money, kWinter, kValues, 12);
  REQUIRE(years.size() == 2);
  CHECK(years[0] == Approx((8 * november + 10) / (november + 1)));
  CHECK(years[1] == Approx(30));
}

TEST_CASE("of a month that other dates cut, flows count in proportion") {
  CHECK(value_over(MonthKind::Count, kWinter, kValues, on(2012, 1, 1), on(2012, 2, 1)) == Approx(20));
  CHECK(value_over(MonthKind::Count, kWinter, kValues, on(2011, 11, 1), on(2011, 11, 19)) == Approx(8 * 4 / 16.0));
}

TEST_CASE("a time outside the period has no value") {
  CHECK(std::isnan(value_over(MonthKind::Count, kWinter, kValues, on(2010, 1, 1), on(2011, 1, 1))));
  CHECK(std::isnan(value_over(MonthKind::Average, kWinter, kValues, on(2012, 4, 1), on(2013, 1, 1))));
  CHECK(std::isnan(observed_over(MonthKind::Count, kWinter, kValues, on(2012, 4, 1), on(2013, 1, 1))));
}

TEST_CASE("what is counted in a calendar year is a flow's value of that year, leap year or not") {
  const Period period(on(2012, 1, 1), on(2014, 1, 1));
  const std::vector<double> months(24, 4.25);
  CHECK(observed_over(MonthKind::Count, period, months, on(2012, 1, 1), on(2013, 1, 1)) == Approx(51));
  CHECK(observed_over(MonthKind::Count, period, months, on(2013, 1, 1), on(2014, 1, 1)) == Approx(51));
  CHECK(observed_over(MonthKind::Count, period, months, on(2013, 9, 1), on(2014, 1, 1)) == Approx(51));
  CHECK(observed_over(MonthKind::Average, period, months, on(2013, 9, 1), on(2014, 1, 1)) == Approx(4.25));
}

}  // namespace
}  // namespace trapphus::models
