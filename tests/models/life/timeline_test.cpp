// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

/// A hostel that costs 1000 a night and has a ceiling. Five households go there from a hotel on days 1 to 5.
struct Hostel {
  Build b;
  Hostel(Price ceiling, WhenReached then) {
    b.group("singles", 0, "hotel");
    b.placement("hotel", 500);
    b.placement("hostel", 1000, false);
    b.exit("home");
    b.planned("hotel", "hostel", fixed_days(10));
    b.planned("hostel", "home", fixed_days(1000));
    b.ceiling("nights", {"hostel"}, ceiling).when_reached = then;
    for (int i = 0; i < 5; ++i) {
      b.initial("hotel", "singles", 1);
      b.raw().initial.back().elapsed = fixed_days(9 - i);
    }
  }
};

}  // namespace

TEST_CASE("a timeline changes units by the difference, on top of what allotments and takeovers have done") {
  Build b = hotel_training_home(10);
  b.planned("training", "home", fixed_days(20)).takeover = true;
  never_leaves(b, "hotel", "home");
  just_came(b, "training", "singles", 3);
  just_came(b, "hotel", "singles", 1);
  const Settings ten = b.settings();
  b.stage("training").units = 15;
  const Settings fifteen = b.settings();
  b.stage("training").units = 4;
  const Witness w(alternative_of(ten, {{30, fifteen}, {50, b.settings()}}), 60);
  REQUIRE(w.units_at("training", 25).units == 7);
  REQUIRE(w.units_at("training", 31).units == 12);
  REQUIRE(w.units_at("training", 51).units == 1);
}

TEST_CASE("units that a timeline sets are as many as it says, whatever allotments and takeovers have done") {
  Build b = hotel_training_home(10);
  b.planned("training", "home", fixed_days(20)).takeover = true;
  never_leaves(b, "hotel", "home");
  just_came(b, "training", "singles", 3);
  just_came(b, "hotel", "singles", 1);
  const Settings ten = b.settings();
  b.stage("training").units = 12;
  const Settings twelve = b.settings();
  b.stage("training").units = 14;
  Alternative alternative = alternative_of(ten, {{30, twelve}, {40, twelve}, {50, b.settings()}});
  alternative.epochs[1].sets_units = {b.id("training")};
  // Three of ten are taken over on day 20: seven are left, twelve from day 30, and two more from day 50.
  const Witness w(std::move(alternative), 60);
  REQUIRE(w.units_at("training", 25).units == 7);
  REQUIRE(w.units_at("training", 31).units == 12);
  REQUIRE(w.units_at("training", 41).units == 12);
  REQUIRE(w.units_at("training", 51).units == 14);
}

TEST_CASE("a pool never has less than no units, however many are taken away") {
  Build b = hotel_training_home(5);
  b.planned("training", "home", fixed_days(20)).takeover = true;
  never_leaves(b, "hotel", "home");
  just_came(b, "training", "singles", 3);
  just_came(b, "hotel", "singles", 1);
  const Settings five = b.settings();
  b.stage("training").units = 0;
  REQUIRE(Witness(alternative_of(five, {{30, b.settings()}}), 60).units_at("training", 31).units == 0);
}

TEST_CASE("units that come by the timeline are let to those who wait at that moment") {
  Build b = hotel_training_home(0);
  b.planned("hotel", "training", fixed_days(5));
  never_leaves(b, "training", "home");
  just_came(b, "hotel", "singles", 3);
  const Settings none = b.settings();
  b.stage("training").units = 2;
  const Witness w(alternative_of(none, {{30, b.settings()}}), 60);
  REQUIRE(w.all(EventKind::Entered, "training") == std::vector<double>{30, 30});
}

TEST_CASE("epochs from before the period are in force when it begins, one after its end never") {
  Build b = hotel_training_home(1);
  b.planned("hotel", "training", fixed_days(5));
  never_leaves(b, "training", "home");
  just_came(b, "hotel", "singles", 3);
  const Settings one = b.settings();
  b.stage("training").units = 2;
  const Settings two = b.settings();
  b.stage("training").units = 3;
  const Witness w(alternative_of(one, {{-10, two}, {60, b.settings()}}), 60);
  REQUIRE(w.count(EventKind::Entered, "training") == 2);
  REQUIRE(w.units_at("training", 59).units == 2);
}

TEST_CASE("a ceiling that is reached refuses until the next month") {
  Hostel h(a_month(10'000), WhenReached::Refuse);  // reached after nights of 1, 2, 3 and 4 households, on day 5
  const Witness w(h.b.settings(), 40);
  REQUIRE(w.enters("hostel", 0) == 1);
  REQUIRE(w.enters("hostel", 3) == 4);
  REQUIRE(w.cause_at(4, 20) == "budget:nights");
  REQUIRE(w.enters("hostel", 4) == 31);
}

TEST_CASE("a yearly ceiling that is reached refuses until the next year") {
  Hostel h(a_year(10'000), WhenReached::Refuse);
  const Witness w(h.b.settings(), 400);
  REQUIRE(w.enters("hostel", 3) == 4);
  REQUIRE(w.enters("hostel", 4) == 366);
}

TEST_CASE("a yearly ceiling allows a part of a year its part") {
  Hostel h(a_year(36'600), WhenReached::Refuse);  // 100 a day: 4000 in 40 days, spent on day 4
  const Witness w(h.b.settings(), 40);
  REQUIRE(w.enters("hostel", 1) == 2);
  REQUIRE(w.cause_at(2, 10) == "");
  REQUIRE(w.enters("hostel", 2) == 3);
  REQUIRE(w.enters("hostel", 3) == kNever);
}

TEST_CASE("a ceiling that only reports refuses nobody") {
  Hostel h(a_month(10), WhenReached::Report);
  REQUIRE(Witness(h.b.settings(), 40).enters("hostel", 4) == 5);
}

TEST_CASE("a ceiling never refuses an acute placement") {
  Hostel h(a_month(10), WhenReached::Refuse);
  h.b.stage("hostel").acute = true;
  const Witness w(h.b.settings(), 40);
  REQUIRE(w.enters("hostel", 4) == 5);
  REQUIRE(w.count(EventKind::Waits) == 0);
}

TEST_CASE("a ceiling that the timeline raises lets in from the next midnight on") {
  Hostel h(a_month(10'000), WhenReached::Refuse);
  const Settings tight = h.b.settings();
  h.b.raw().ceilings[0].amount = a_month(1'000'000);
  const Witness w(alternative_of(tight, {{9.5, h.b.settings()}}), 40);
  REQUIRE(w.enters("hostel", 4) == 10);
}

// January has 31 nights: 10 at 310 000 / 31 = 10 000 each and 21 at 620 000 / 31 = 20 000: 520 000 in all. One
// household at 26 000 a night has spent that after night 20, at 25 999 a night after night 21.
TEST_CASE("a ceiling that the timeline changes accrues by night, each night with the amount then in force") {
  const auto enters = [](std::int64_t price) {
    Build b;
    b.group("singles", 0, "hotel");
    b.placement("hotel", 500);
    b.placement("hostel", price, false);
    b.exit("home");
    b.planned("hotel", "hostel", fixed_days(20.5));
    b.planned("hostel", "home", fixed_days(1000));
    b.ceiling("nights", {"hostel"}, a_month(310'000)).when_reached = WhenReached::Refuse;
    just_came(b, "hostel", "singles");
    just_came(b, "hotel", "singles");
    const Settings before = b.settings();
    b.raw().ceilings[0].amount = a_month(620'000);
    return Witness(alternative_of(before, {{10, b.settings()}}), 40).enters("hostel", 1);
  };
  CHECK(enters(25'999) == 20.5);
  CHECK(enters(26'000) == 31);
}

// One household: ten nights at 1000, then 5000 each. At midnight 10 that is 10 000; were the night that ends then
// counted at the new price, it would be 14 000, and the ceiling of 12 000 reached a day too early.
TEST_CASE("at the midnight of a new price the night that ends then counts at the old one") {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel", 500);
  b.placement("hostel", 1000, false);
  b.exit("home");
  b.planned("hotel", "hostel", fixed_days(10.5));
  b.planned("hostel", "home", fixed_days(1000));
  b.ceiling("nights", {"hostel"}, a_month(12'000)).when_reached = WhenReached::Refuse;
  just_came(b, "hostel", "singles");
  just_came(b, "hotel", "singles");
  const Settings before = b.settings();
  b.stage("hostel").price = everyone(a_day(5000));
  CHECK(Witness(alternative_of(before, {{10, b.settings()}}), 40).enters("hostel", 1) == 10.5);
}

TEST_CASE("a ceiling counts the rent of every tenant, also of those who are more than the units") {
  Build b = hotel_training_home(1);
  b.stage("training").rent = a_month(3100);  // 100 a day in January; two tenants: 5000 after 25 nights
  b.planned("hotel", "training", fixed_days(26.5));
  b.planned("training", "home", fixed_days(26));
  b.ceiling("rents", {"training"}, a_month(5000)).when_reached = WhenReached::Refuse;
  just_came(b, "training", "singles", 2);
  just_came(b, "hotel", "singles");
  // From day 26 on the unit is free; until February the rents are spent.
  CHECK(Witness(b.settings(), 40).enters("training", 2) == 31);
}

TEST_CASE("what counts against a ceiling of apartments is their rent") {
  Build b = hotel_training_home(10);
  b.stage("training").rent = a_month(3100);  // 10 x 100 a day in January
  b.planned("hotel", "training", fixed_days(10));
  never_leaves(b, "training", "home");
  b.ceiling("rents", {"training"}, a_month(5000)).when_reached = WhenReached::Refuse;
  just_came(b, "hotel", "singles");
  REQUIRE(Witness(b.settings(), 40).enters("training", 0) == 31);
}
