// SPDX-License-Identifier: MIT
#include "models/measures/measure_recorder.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "models/staircase/cause.hpp"
#include "tests/models/told.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::on;
using build::Told;

constexpr GroupId kFamilies(0), kSingles(1);
constexpr ClientId kAnna{kFamilies, 0}, kBo{kFamilies, 1}, kCarl{kSingles, 0}, kDoris{kSingles, 1};

// Two years, 731 days.
const Time kFrom = on(2012, 1, 1), kTo = on(2014, 1, 1);
constexpr double kDays = 731, kYears = 731 / 365.25;

constexpr std::size_t kToTraining = 0, kToHome = 1, kTakeover = 2;

Build staircase() {
  Build b;
  b.group("families", 3, "hotel");
  b.group("singles", 1, "hotel");
  b.placement("hotel", 585);
  b.placement("hostel", 400);
  b.apartment("training", 10, 6000);
  b.exit("own_home");
  b.exit("first_hand", true, true);
  b.exit("lost", false);
  b.stage("hotel").situation = 1;
  b.stage("training").situation = 3;
  const TeamId navigators = b.team("navigators", 2, 24, 15, 600'000);
  b.service("search", navigators, Distribution::constant(14));
  b.planned("hotel", "training", build::fixed_days(90));
  b.offers("hotel", "own_home", 1);
  b.planned("training", "first_hand", build::fixed_days(500)).takeover = true;
  b.planned("training", "own_home", build::fixed_days(500));
  b.risk("hostel", "lost", 0.1);
  b.board("board", {"hotel"});
  return b;
}

Told story() {
  Build b = staircase();
  Settings settings = b.settings();
  settings.boards[0].diverts[b.id("hostel").index()] = Share(0.5);
  return {settings, kFrom, kTo};
}

TEST_CASE("households are averages over time, for all and by group, stage and situation") {
  Told told = story();
  told.lives(kAnna, "training", kFrom, on(2011, 1, 1));
  told.arrives(kBo, "hotel", on(2012, 1, 11));
  told.arrives(kCarl, "hotel", on(2012, 1, 21));
  told.moves(kBo, "hostel", on(2012, 2, 1));
  told.finish();
  const double hotel_bo = 21, hotel_carl = kDays - 20, hostel = kDays - 31;
  CHECK(told.value("households.training") == Approx(1));
  CHECK(told.value("households.hotel") == Approx((hotel_bo + hotel_carl) / kDays));
  CHECK(told.value("households.hotel", kFamilies) == Approx(hotel_bo / kDays));
  CHECK(told.value("households.acute") == Approx((hotel_bo + hotel_carl + hostel) / kDays));
  CHECK(told.value("households.acute", kSingles) == Approx(hotel_carl / kDays));
  CHECK(told.value("situation.1") == Approx((hotel_bo + hotel_carl) / kDays));
  CHECK(told.value("situation.3") == Approx(1));
  const auto& months = told.monthly("households.hotel");
  REQUIRE(months.size() == 24);
  CHECK(months[0] == Approx((21 + 11) / 31.0));
  CHECK(months[1] == Approx(1));
  CHECK(months[23] == Approx(1));
  CHECK(told.monthly("households.hotel", kFamilies)[1] == 0);
}

TEST_CASE("flows are counted by month and given per year, who was there from the start has not arrived") {
  Told told = story();
  told.lives(kAnna, "training", kFrom, on(2011, 1, 1));
  told.arrives(kBo, "hotel", on(2012, 1, 11));
  told.moves(kAnna, "first_hand", on(2012, 3, 31, 12), kTakeover);
  told.moves(kBo, "own_home", on(2012, 4, 1), kToHome);
  told.arrives(kCarl, "hotel", on(2013, 12, 31, 23));
  told.moves(kCarl, "hostel", on(2013, 12, 31, 23));
  told.finish();
  CHECK(told.value("arrivals") == Approx(2 / kYears));
  CHECK(told.value("arrivals", kFamilies) == Approx(1 / kYears));
  CHECK(told.monthly("arrivals")[0] == 1);
  CHECK(told.monthly("arrivals")[23] == 1);
  CHECK(told.value("homes") == Approx(2 / kYears));
  CHECK(told.monthly("homes")[2] == 1);
  CHECK(told.monthly("homes")[3] == 1);
  CHECK(told.value("first_hand") == Approx(1 / kYears));
  CHECK(told.value("exits.first_hand") == Approx(1 / kYears));
  CHECK(told.value("exits.lost") == 0);
  CHECK(told.value("moves.hotel.own_home") == Approx(1 / kYears));
  CHECK(told.value("moves.hotel.training") == 0);
  CHECK(told.value("moves.hotel.hostel", kSingles) == Approx(1 / kYears));  // sent by the board
}

TEST_CASE("what happens at the very end of the period is not counted") {
  Told told = story();
  told.arrives(kBo, "hotel", kTo);
  told.finish();
  CHECK(told.value("arrivals") == 0);
  CHECK(told.value("households.hotel") == 0);
}

TEST_CASE("stays are watched from the beginning of the period to its end") {
  Told told = story();
  told.lives(kAnna, "hotel", kFrom, kFrom - 100 * engine::kDay);
  told.arrives(kBo, "hotel", kFrom);
  told.arrives(kCarl, "hotel", kTo - 300 * engine::kDay);
  told.moves(kBo, "training", kFrom + 50 * engine::kDay, kToTraining);
  told.moves(kAnna, "training", kFrom + 100 * engine::kDay, kToTraining);
  told.finish();
  // At risk on day 50: Bo and Carl (Anna joins at the age of 100); on day 200: Anna and Carl; Carl stays on.
  CHECK(told.value("stay.hotel.mean") == Approx(50 + 150 * 0.5 + 101 * 0.25));
  CHECK(told.value("stay.hotel.p50") == 50);
  CHECK(told.value("stay.hotel.p90") == 300);
  CHECK(told.value("stay.hotel.mean", kFamilies) == Approx(50));
  CHECK(std::isnan(told.value("stay.hostel.mean")));
}

TEST_CASE("turnover is move-outs and takeovers for each unit and year, vacancy the empty share of unit-days") {
  Told told = story();
  const StageId training = told.stage("training");
  told.recorder().units(kFrom, training, 10, 9);
  told.lives(kAnna, "training", kFrom, kFrom);
  told.lives(kBo, "training", kFrom, kFrom);
  told.moves(kAnna, "first_hand", on(2013, 1, 1), kTakeover);
  told.recorder().units(on(2013, 1, 1), training, 9, 0);
  told.moves(kBo, "own_home", on(2013, 6, 1), 3);
  told.finish();
  const double unit_years = (10 * 366 + 9 * 365) / 365.25;
  CHECK(told.value("turnover.training") == Approx(2 / unit_years));
  CHECK(told.value("turnover.training.moveouts") == Approx(1 / unit_years));
  CHECK(told.value("turnover.training.takeovers") == Approx(1 / unit_years));
  CHECK(told.value("vacancy.training") == Approx(9 * 366 / (unit_years * 365.25)));
  // By month: one of nine units in January 2013 and in June 2013, and none in between.
  CHECK(told.monthly("turnover.training.takeovers")[12] == Approx(1 / (9 * 31 / 365.25)));
  CHECK(told.monthly("turnover.training.moveouts")[17] == Approx(1 / (9 * 30 / 365.25)));
  CHECK(told.monthly("turnover.training")[13] == 0);
}

TEST_CASE("turnover by month is what left in it by the unit-years that there were, and none without units") {
  Told told = story();
  const StageId training = told.stage("training");
  told.recorder().units(on(2012, 12, 1), training, 10, 8);
  told.lives(kAnna, "training", on(2012, 12, 1), on(2012, 12, 1));
  told.lives(kBo, "training", on(2012, 12, 1), on(2012, 12, 1));
  told.moves(kAnna, "first_hand", on(2013, 1, 1), kTakeover);
  told.recorder().units(on(2013, 1, 1), training, 5, 0);
  told.moves(kBo, "own_home", on(2013, 1, 20), 3);
  told.finish();
  const auto months = told.monthly("turnover.training");
  REQUIRE(months.size() == 24);
  CHECK(std::isnan(months[10]));
  CHECK(months[11] == 0);
  CHECK(months[12] == Approx(2 / (5 * 31 / 365.25)));
  CHECK(months[13] == 0);
}

TEST_CASE("without units there is no turnover and no vacancy, without hours no utilisation") {
  Told told = story();
  told.finish({0});
  CHECK(std::isnan(told.value("turnover.training")));
  CHECK(std::isnan(told.value("vacancy.training")));
  CHECK(std::isnan(told.value("utilisation.navigators")));
  CHECK(std::isnan(told.value("cost_per_home")));
  CHECK(std::isnan(told.value("returns")));
  CHECK(std::isnan(told.value("days_to_home.mean")));
}

TEST_CASE("utilisation is hours worked by hours there were") {
  Told told = story();
  told.recorder().staff(kFrom, TeamId(0), 2, 40);
  told.recorder().staff(on(2013, 1, 1), TeamId(0), 1, 20);
  told.finish({1000});
  CHECK(told.value("utilisation.navigators") == Approx(1000 / (366 / 7.0 * 40 + 365 / 7.0 * 20)));
  CHECK(told.value("cost.staff") == Approx((2 * 600'000 + 600'000) / 24.0));
}

TEST_CASE("days to a home run from the first acute night through all moves") {
  Told told = story();
  told.lives(kAnna, "hotel", kFrom, kFrom - 100 * engine::kDay);
  told.arrives(kBo, "hotel", kFrom);
  told.moves(kBo, "training", kFrom + 90 * engine::kDay, kToTraining);
  told.moves(kAnna, "own_home", kFrom + 150 * engine::kDay, kToHome);
  told.moves(kBo, "first_hand", kFrom + 190 * engine::kDay, kTakeover);
  for (const ClientId client : {kAnna, kBo}) told.tell(EventKind::Gone, client, kFrom + 190 * engine::kDay);
  told.finish();
  // Bo at 190 days while Anna is at risk too (from 100 on), then Anna at 250.
  CHECK(told.value("days_to_home.mean") == Approx(220));
  CHECK(told.value("days_to_home.p50") == 190);
  CHECK(told.value("days_to_home.p90") == 250);
  CHECK(told.value("home_within_year") == Approx(1));
}

TEST_CASE("a return within twelve months opens the episode again, and its clock runs on") {
  Told told = story();
  told.arrives(kCarl, "hotel", kFrom);
  told.arrives(kDoris, "hotel", kFrom + 10 * engine::kDay);
  told.moves(kDoris, "own_home", kFrom + 20 * engine::kDay, kToHome);
  told.tell(EventKind::Gone, kDoris, kFrom + 20 * engine::kDay);
  told.moves(kCarl, "own_home", kFrom + 30 * engine::kDay, kToHome);
  told.relapses(kCarl, "hotel", kFrom + 100 * engine::kDay);
  told.moves(kCarl, "own_home", kFrom + 200 * engine::kDay, kToHome);
  told.finish();
  CHECK(told.value("days_to_home.mean", kSingles) == Approx((10 + 200) / 2.0));
  CHECK(told.value("returns") == Approx(1 / 3.0));
  CHECK(told.value("homes") == Approx(3 / kYears));
  // It is no move of the staircase, and the stay in a home of one's own is nobody's stay.
  CHECK(told.value("moves.hotel.own_home") == Approx(3 / kYears));
  CHECK(told.value("stay.hotel.mean") == Approx((30 + 100 + 10) / 3.0));
  CHECK(told.value("households.hotel") == Approx(140 / kDays));
}

TEST_CASE("homes of the last twelve months are left out of returns") {
  Told told = story();
  told.arrives(kCarl, "hotel", kFrom);
  told.moves(kCarl, "own_home", on(2013, 2, 1), kToHome);
  told.relapses(kCarl, "hotel", on(2013, 3, 1));
  told.finish();
  CHECK(std::isnan(told.value("returns")));
  // The episode is open again at the end: nobody got a home that lasted.
  CHECK(std::isnan(told.value("days_to_home.mean")));
  CHECK(told.value("home_within_year") == 0);
}

TEST_CASE("other exits compete with homes, and episodes still open count as longer") {
  Told told = story();
  told.arrives(kAnna, "hotel", kFrom);
  told.arrives(kBo, "hostel", kFrom);
  told.arrives(kCarl, "hotel", kFrom);
  told.moves(kBo, "lost", kFrom + 50 * engine::kDay, 4);
  told.moves(kAnna, "own_home", kFrom + 100 * engine::kDay, kToHome);
  told.finish();
  CHECK(told.value("home_within_year") == Approx(1 / 3.0));
  CHECK(told.value("home_within_year", kFamilies) == Approx(0.5));
  CHECK(told.value("days_to_home.mean") == Approx(100));
}

TEST_CASE("who was never placed acutely has no days to a home") {
  Told told = story();
  told.lives(kAnna, "training", kFrom, on(2010, 1, 1));
  told.moves(kAnna, "own_home", kFrom + 100 * engine::kDay, 3);
  told.finish();
  CHECK(std::isnan(told.value("days_to_home.mean")));
  CHECK(std::isnan(told.value("home_within_year")));
  CHECK(told.value("returns") == 0);
}

TEST_CASE("an episode that began before the period keeps its first acute night") {
  Told told = story();
  told.state(kAnna).has_acute = true;
  told.state(kAnna).first_acute = kFrom - 300 * engine::kDay;
  told.lives(kAnna, "hotel", kFrom, kFrom - 100 * engine::kDay);
  told.moves(kAnna, "own_home", kFrom + 100 * engine::kDay, kToHome);
  told.finish();
  CHECK(told.value("days_to_home.mean") == Approx(400));
}

TEST_CASE("each wait is booked on its cause until another takes its place or the household leaves") {
  Told told = story();
  const CauseTable causes(told.settings());
  told.arrives(kAnna, "hotel", kFrom);
  told.tell(EventKind::Waits, kAnna, on(2012, 2, 1), causes.market());
  told.tell(EventKind::Waits, kAnna, on(2012, 3, 1), causes.pool(told.stage("training")));
  told.moves(kAnna, "training", on(2012, 4, 1), kToTraining);
  told.tell(EventKind::Waits, kAnna, on(2012, 4, 1));
  told.arrives(kCarl, "hotel", on(2013, 12, 1));
  told.tell(EventKind::Waits, kCarl, on(2013, 12, 11), causes.market());
  told.finish();
  CHECK(told.value("blocked.market") == Approx((29 + 21) / kYears));
  CHECK(told.value("blocked.market", kFamilies) == Approx(29 / kYears));
  CHECK(told.value("blocked.pool:training") == Approx(31 / kYears));
  CHECK(told.value("blocked.rule") == 0);
}

TEST_CASE("who waits for a unit is counted from the claim until it leaves") {
  Told told = story();
  const auto training = told.stage("training").index();
  told.arrives(kAnna, "hotel", kFrom);
  told.tell(EventKind::Claimed, kAnna, on(2012, 2, 1), training);
  told.tell(EventKind::Claimed, kAnna, on(2012, 2, 11), training);  // asks again: still one
  told.moves(kAnna, "training", on(2012, 3, 1), kToTraining);
  told.finish();
  CHECK(told.value("waiting.training") == Approx(29 / kDays));
  CHECK(told.monthly("waiting.training")[1] == Approx(1));
}

TEST_CASE("a newcomer that must wait outside waits until it moves in") {
  Told told = story();
  told.tell(EventKind::Arrived, kAnna, kFrom);
  told.tell(EventKind::Claimed, kAnna, kFrom, told.stage("training").index());
  told.moves_in(kAnna, "training", on(2012, 1, 11));
  told.finish();
  CHECK(told.value("waiting.training") == Approx(10 / kDays));
}

TEST_CASE("who waits for a service is counted from the booking until it is taken or dropped") {
  Told told = story();
  told.arrives(kAnna, "hotel", kFrom);
  told.arrives(kCarl, "hotel", kFrom);
  told.tell(EventKind::Booked, kAnna, on(2012, 1, 11), 0);
  told.tell(EventKind::Taken, kAnna, on(2012, 1, 21), 0);
  told.tell(EventKind::Booked, kCarl, on(2012, 1, 11), 0);
  told.tell(EventKind::Dropped, kCarl, on(2012, 1, 16), 0);
  told.tell(EventKind::Dropped, kAnna, on(2012, 1, 30), 0);  // under way: it has not waited since it was taken
  told.finish();
  CHECK(told.value("waiting.search") == Approx((10 + 5) / kDays));
  CHECK(told.value("waiting.search", kSingles) == Approx(5 / kDays));
}

TEST_CASE("who is gone waits for nothing") {
  Told told = story();
  told.tell(EventKind::Booked, kAnna, on(2012, 1, 11), 0);
  told.tell(EventKind::Gone, kAnna, on(2012, 1, 21));
  told.tell(EventKind::Booked, kAnna, on(2012, 2, 1), 0);
  told.finish();
  CHECK(told.value("waiting.search") == Approx((10 + kDays - 31) / kDays));
}

TEST_CASE("nights of children in acute placements are counted at midnight") {
  Told told = story();
  told.state(kAnna).children = 2;
  told.arrives(kAnna, "hotel", on(2012, 1, 30, 10));
  told.moves(kAnna, "training", on(2012, 2, 3, 9), kToTraining);
  told.finish();
  CHECK(told.monthly("child_nights.acute")[0] == 4);
  CHECK(told.monthly("child_nights.acute")[1] == 4);
  CHECK(told.value("child_nights.acute", kFamilies) == Approx(8 / kYears));
}

TEST_CASE("households at risk that stay where they are count as prevented") {
  Build b = staircase();
  b.group("families").at_risk = AtRisk{Distribution::constant(0), ServiceId(0), Share(0.5), Share(0.2)};
  Told told(b.settings(), kFrom, kTo);
  told.tell(EventKind::AtRisk, kAnna, on(2012, 1, 5));
  told.tell(EventKind::Prevented, kAnna, on(2012, 2, 5));
  told.finish();
  CHECK(told.value("prevented") == Approx(1 / kYears));
  CHECK(told.monthly("prevented")[1] == 1);
  CHECK(told.value("arrivals") == 0);
}

TEST_CASE("what changes no measure is passed over") {
  Told told = story();
  told.arrives(kAnna, "hotel", kFrom);
  for (const EventKind kind : {EventKind::Ready, EventKind::Supported, EventKind::Reviewed, EventKind::Finished}) {
    told.tell(kind, kAnna, on(2012, 2, 1), 0);
  }
  told.tell(EventKind::Relapsed, kAnna, on(2012, 2, 1), 0);  // has not left
  told.finish();
  CHECK(told.value("households.hotel") == Approx(1));
}

TEST_CASE("measures that are not kept by group have no values by group") {
  Told told = story();
  told.recorder().staff(kFrom, TeamId(0), 2, 40);
  told.finish({100});
  CHECK(std::isnan(told.value("utilisation.navigators", kFamilies)));
  CHECK(std::isnan(told.value("cost.staff", kFamilies)));
  CHECK(told.value("cost.total", kFamilies) == 0);
}

TEST_CASE("there is no result before the period is over") {
  Told told = story();
  CHECK_THROWS_AS(told.recorder().result(), std::logic_error);
}

}  // namespace
}  // namespace trapphus::models
