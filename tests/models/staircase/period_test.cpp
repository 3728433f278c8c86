// SPDX-License-Identifier: MIT
#include "models/staircase/period.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "tests/models/build.hpp"

namespace trapphus::models {
namespace {

using build::on;
using namespace std::chrono_literals;

TEST_CASE("a period covers its first and last month in part") {
  const Period period(on(2012, 1, 17), on(2012, 3, 11));
  REQUIRE(period.months() == 3);
  CHECK(engine::to_string(period.month(2)) == "2012-03");
  CHECK(period.covered(0) == 15 * engine::kDay);
  CHECK(period.covered(1) == 29 * engine::kDay);
  CHECK(period.covered(2) == 10 * engine::kDay);
  CHECK(period.share(0) == Approx(15.0 / 31));
  CHECK(period.in_months() == Approx(15.0 / 31 + 1 + 10.0 / 31));
}

TEST_CASE("a calendar year is a year, leap year or not, and a part of a month a part of a twelfth") {
  CHECK(Period(on(2012, 1, 1), on(2013, 1, 1)).years() == Approx(1).epsilon(1e-14));
  CHECK(Period(on(2013, 1, 1), on(2014, 1, 1)).years() == Approx(1).epsilon(1e-14));
  CHECK(Period(on(2012, 1, 17), on(2012, 3, 11)).years() == Approx((15.0 / 31 + 1 + 10.0 / 31) / 12));
}

TEST_CASE("a period that ends with a month does not touch the next") {
  const Period period(on(2011, 9, 1), on(2014, 9, 1));
  CHECK(period.months() == 36);
  CHECK(period.in_months() == Approx(36));
  CHECK(period.index(engine::Month::of(on(2011, 8, 31))) == -1);
  CHECK(period.index(engine::Month::of(on(2012, 9, 1))) == 12);
}

TEST_CASE("the overlap of a month with other dates lies within the period") {
  const Period period(on(2012, 1, 17), on(2012, 3, 11));
  CHECK(period.overlap(0, on(2011, 1, 1), on(2012, 1, 20)) == 3 * engine::kDay);
  CHECK(period.overlap(1, on(2012, 2, 10), on(2012, 2, 12)) == 2 * engine::kDay);
  CHECK(period.overlap(2, on(2012, 4, 1), on(2012, 5, 1)) == 0s);
}

TEST_CASE("a period without a length is refused") {
  CHECK_THROWS_AS(Period(on(2012, 1, 1), on(2012, 1, 1)), std::invalid_argument);
}

}  // namespace
}  // namespace trapphus::models
