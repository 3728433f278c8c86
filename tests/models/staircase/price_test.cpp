// SPDX-License-Identifier: MIT
#include "models/staircase/price.hpp"

#include <catch2/catch.hpp>

#include "tests/models/build.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;
using trapphus::engine::Month;

namespace {

const Month kFebruary2012(2012 * 12 + 1);  // 29 days
const Month kJune2013(2013 * 12 + 5);      // 30 days

}  // namespace

TEST_CASE("a monthly price accrues by day over the length of its calendar month") {
  REQUIRE(per_day(a_month(2900), kFebruary2012) == Approx(100'00));
  REQUIRE(per_day(a_month(3000), kJune2013) == Approx(100'00));
}

TEST_CASE("a yearly price accrues by day over the length of its calendar year") {
  REQUIRE(per_day(a_year(36'600), kFebruary2012) == Approx(100'00));
  REQUIRE(per_day(a_year(36'500), kJune2013) == Approx(100'00));
}

TEST_CASE("a price a day is that, and a price a week a seventh of it") {
  REQUIRE(per_day(a_day(585), kJune2013) == 585'00);
  REQUIRE(per_day({Money::kronor(700), Per::Week}, kJune2013) == Approx(100'00));
}

TEST_CASE("prices are compared on a day of average length, so that the date does not decide") {
  REQUIRE(per_average_day(a_day(585)) == 585'00);
  REQUIRE(per_average_day({Money::kronor(700), Per::Week}) == Approx(100'00));
  REQUIRE(per_average_day(a_year(365'250)) == Approx(1000'00));
  REQUIRE(per_average_day(a_month(365'250)) == Approx(12 * 1000'00));
}

TEST_CASE("a placement with forms costs what its form costs for the group") {
  Build b;
  b.group("families", 1);
  b.group("singles", 1);
  b.placement("hotel", 500);
  const Settings plain = b.settings();
  REQUIRE(placement_price(plain.stages[0], {}, GroupId(1)) == a_day(500));
  Form home;
  home.price = PerGroup<Price>(std::vector<Price>{a_day(900), a_day(700)});
  home.share = everyone(Share(1));
  b.stage("hotel").forms.push_back(home);
  const Settings formed = b.settings();
  REQUIRE(placement_price(formed.stages[0], FormId(0), GroupId(1)) == a_day(700));
}
