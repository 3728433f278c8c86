// SPDX-License-Identifier: MIT
#include "models/measures/measure_recorder.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "models/staircase/cause.hpp"
#include "tests/models/recorder_driver.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::kAnna;
using build::kBo;
using build::kCarl;
using build::kDoris;
using build::kFamilies;
using build::kSingles;
using build::on;
using build::RecorderDriver;

// Two years, 731 days.
const Time kFrom = on(2012, 1, 1), kTo = on(2014, 1, 1);
constexpr double kDays = 731, kYears = 2;

constexpr std::size_t kToTraining = 0, kToHome = 1, kTakeover = 2;

Build recorded_staircase() {
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

RecorderDriver story() {
  Build b = recorded_staircase();
  Settings settings = b.settings();
  settings.boards[0].diverts[b.id("hostel").index()] = Share(0.5);
  return {settings, kFrom, kTo};
}

TEST_CASE("households are averages over time, for all and by group, stage and situation") {
  RecorderDriver driver = story();
  driver.lives(kAnna, "training", kFrom, on(2011, 1, 1));
  driver.arrives(kBo, "hotel", on(2012, 1, 11));
  driver.arrives(kCarl, "hotel", on(2012, 1, 21));
  driver.moves(kBo, "hostel", on(2012, 2, 1));
  driver.finish();
  const double hotel_bo = 21, hotel_carl = kDays - 20, hostel = kDays - 31;
  CHECK(driver.value("households.training") == Approx(1));
  CHECK(driver.value("households.hotel") == Approx((hotel_bo + hotel_carl) / kDays));
  CHECK(driver.value("households.hotel", kFamilies) == Approx(hotel_bo / kDays));
  CHECK(driver.value("households.acute") == Approx((hotel_bo + hotel_carl + hostel) / kDays));
  CHECK(driver.value("households.acute", kSingles) == Approx(hotel_carl / kDays));
  CHECK(driver.value("situation.1") == Approx((hotel_bo + hotel_carl) / kDays));
  CHECK(driver.value("situation.3") == Approx(1));
  const auto& months = driver.monthly("households.hotel");
  REQUIRE(months.size() == 24);
  CHECK(months[0] == Approx((21 + 11) / 31.0));
  CHECK(months[1] == Approx(1));
  CHECK(months[23] == Approx(1));
  CHECK(driver.monthly("households.hotel", kFamilies)[1] == 0);
}

TEST_CASE("flows are counted by month and given per year, who was there from the start has not arrived") {
  RecorderDriver driver = story();
  driver.lives(kAnna, "training", kFrom, on(2011, 1, 1));
  driver.arrives(kBo, "hotel", on(2012, 1, 11));
  driver.moves(kAnna, "first_hand", on(2012, 3, 31, 12), kTakeover);
  driver.moves(kBo, "own_home", on(2012, 4, 1), kToHome);
  driver.arrives(kCarl, "hotel", on(2013, 12, 31, 23));
  driver.moves(kCarl, "hostel", on(2013, 12, 31, 23));
  driver.finish();
  CHECK(driver.value("arrivals") == Approx(2 / kYears));
  CHECK(driver.value("arrivals", kFamilies) == Approx(1 / kYears));
  CHECK(driver.monthly("arrivals")[0] == 1);
  CHECK(driver.monthly("arrivals")[23] == 1);
  CHECK(driver.value("homes") == Approx(2 / kYears));
  CHECK(driver.monthly("homes")[2] == 1);
  CHECK(driver.monthly("homes")[3] == 1);
  CHECK(driver.value("first_hand") == Approx(1 / kYears));
  CHECK(driver.value("exits.first_hand") == Approx(1 / kYears));
  CHECK(driver.value("exits.lost") == 0);
  CHECK(driver.value("moves.hotel.own_home") == Approx(1 / kYears));
  CHECK(driver.value("moves.hotel.training") == 0);
  CHECK(driver.value("moves.hotel.hostel", kSingles) == Approx(1 / kYears));  // sent by the board
}

TEST_CASE("homes got with help and services are counted apart from the others") {
  Build b = recorded_staircase();
  b.offers("training", "first_hand", 1, 0.1, {ServiceId(0)}).id = "searched";
  b.offers("hotel", "own_home", 1, 0.1, {ServiceId(0)}).id = "searched";
  RecorderDriver driver(b.settings(), kFrom, kTo);
  driver.arrives(kAnna, "hotel", on(2012, 1, 5));
  driver.arrives(kBo, "hotel", on(2012, 1, 5));
  driver.lives(kCarl, "training", kFrom, kFrom);
  driver.record(EventKind::Booked, kAnna, on(2012, 1, 5), 0);
  driver.record(EventKind::Taken, kAnna, on(2012, 1, 6), 0);
  driver.record(EventKind::Finished, kAnna, on(2012, 2, 6), 0);
  driver.state(kAnna).helped = true;
  driver.moves(kAnna, "own_home", on(2012, 3, 31), kToHome);
  driver.moves(kBo, "own_home", on(2012, 3, 31), kToHome);
  driver.state(kCarl).helped = true;
  driver.moves(kCarl, "first_hand", on(2012, 4, 2), kTakeover);
  driver.finish();
  CHECK(driver.value("homes") == Approx(3 / kYears));
  CHECK(driver.value("homes.helped") == Approx(2 / kYears));
  CHECK(driver.value("homes.helped", kFamilies) == Approx(1 / kYears));
  CHECK(driver.monthly("homes.helped")[2] == 1);
  CHECK(driver.value("first_hand.helped") == Approx(1 / kYears));
  CHECK(driver.value("served.search") == Approx(1 / kYears));
  CHECK(driver.value("served.search", kSingles) == 0);
  CHECK(driver.monthly("served.search")[1] == 1);
}

TEST_CASE("what happens at the very end of the period is not counted") {
  RecorderDriver driver = story();
  driver.arrives(kBo, "hotel", kTo);
  driver.finish();
  CHECK(driver.value("arrivals") == 0);
  CHECK(driver.value("households.hotel") == 0);
}

TEST_CASE("stays are watched from the beginning of the period to its end") {
  RecorderDriver driver = story();
  driver.lives(kAnna, "hotel", kFrom, kFrom - 100 * engine::kDay);
  driver.arrives(kBo, "hotel", kFrom);
  driver.arrives(kCarl, "hotel", kTo - 300 * engine::kDay);
  driver.moves(kBo, "training", kFrom + 50 * engine::kDay, kToTraining);
  driver.moves(kAnna, "training", kFrom + 100 * engine::kDay, kToTraining);
  driver.finish();
  // At risk on day 50: Bo and Carl (Anna joins at the age of 100); on day 200: Anna and Carl; Carl stays on.
  CHECK(driver.value("stay.hotel.mean") == Approx(50 + 150 * 0.5 + 100 * 0.25));
  CHECK(driver.value("stay.hotel.p50") == 50);
  CHECK(driver.value("stay.hotel.p90") == 300);
  CHECK(driver.value("stay.hotel.mean", kFamilies) == Approx(50));
  CHECK(std::isnan(driver.value("stay.hostel.mean")));
}

TEST_CASE("turnover is move-outs and takeovers for each unit and year, vacancy the empty share of unit-days") {
  RecorderDriver driver = story();
  const StageId training = driver.stage("training");
  driver.recorder().units(kFrom, training, 10, 9);
  driver.lives(kAnna, "training", kFrom, kFrom);
  driver.lives(kBo, "training", kFrom, kFrom);
  driver.moves(kAnna, "first_hand", on(2013, 1, 1), kTakeover);
  driver.recorder().units(on(2013, 1, 1), training, 9, 0);
  driver.moves(kBo, "own_home", on(2013, 6, 1), 3);
  driver.finish();
  const double unit_years = (10 * 366 + 9 * 365) / 365.25;
  CHECK(driver.value("turnover.training") == Approx(2 / unit_years));
  CHECK(driver.value("turnover.training.moveouts") == Approx(1 / unit_years));
  CHECK(driver.value("turnover.training.takeovers") == Approx(1 / unit_years));
  CHECK(driver.value("vacancy.training") == Approx(9 * 366 / (unit_years * 365.25)));
  // By month: one of nine units in January 2013 and in June 2013, and none in between.
  CHECK(driver.monthly("turnover.training.takeovers")[12] == Approx(1 / (9 * 31 / 365.25)));
  CHECK(driver.monthly("turnover.training.moveouts")[17] == Approx(1 / (9 * 30 / 365.25)));
  CHECK(driver.monthly("turnover.training")[13] == 0);
}

TEST_CASE("turnover by month is what left in it by the unit-years that there were, and none without units") {
  RecorderDriver driver = story();
  const StageId training = driver.stage("training");
  driver.recorder().units(on(2012, 12, 1), training, 10, 8);
  driver.lives(kAnna, "training", on(2012, 12, 1), on(2012, 12, 1));
  driver.lives(kBo, "training", on(2012, 12, 1), on(2012, 12, 1));
  driver.moves(kAnna, "first_hand", on(2013, 1, 1), kTakeover);
  driver.recorder().units(on(2013, 1, 1), training, 5, 0);
  driver.moves(kBo, "own_home", on(2013, 1, 20), 3);
  driver.finish();
  const auto months = driver.monthly("turnover.training");
  REQUIRE(months.size() == 24);
  CHECK(std::isnan(months[10]));
  CHECK(months[11] == 0);
  CHECK(months[12] == Approx(2 / (5 * 31 / 365.25)));
  CHECK(months[13] == 0);
}

TEST_CASE("without units there is no turnover and no vacancy, without hours no utilisation") {
  RecorderDriver driver = story();
  driver.finish({0});
  CHECK(std::isnan(driver.value("turnover.training")));
  CHECK(std::isnan(driver.value("vacancy.training")));
  CHECK(std::isnan(driver.value("utilisation.navigators")));
  CHECK(std::isnan(driver.value("cost_per_home")));
  CHECK(std::isnan(driver.value("returns")));
  CHECK(std::isnan(driver.value("days_to_home.mean")));
}

TEST_CASE("utilisation is hours worked by hours there were") {
  RecorderDriver driver = story();
  driver.recorder().staff(kFrom, TeamId(0), 2, 40);
  driver.recorder().staff(on(2013, 1, 1), TeamId(0), 1, 20);
  driver.finish({1000});
  CHECK(driver.value("utilisation.navigators") == Approx(1000 / (366 / 7.0 * 40 + 365 / 7.0 * 20)));
  CHECK(driver.value("cost.staff") == Approx((2 * 600'000 + 600'000) / 24.0));
}

TEST_CASE("days to a home run from the first acute night through all moves") {
  RecorderDriver driver = story();
  driver.lives(kAnna, "hotel", kFrom, kFrom - 100 * engine::kDay);
  driver.arrives(kBo, "hotel", kFrom);
  driver.moves(kBo, "training", kFrom + 90 * engine::kDay, kToTraining);
  driver.moves(kAnna, "own_home", kFrom + 150 * engine::kDay, kToHome);
  driver.moves(kBo, "first_hand", kFrom + 190 * engine::kDay, kTakeover);
  for (const ClientId client : {kAnna, kBo}) driver.record(EventKind::Gone, client, kFrom + 190 * engine::kDay);
  driver.finish();
  // Bo at 190 days while Anna is at risk too (from 100 on), then Anna at 250.
  CHECK(driver.value("days_to_home.mean") == Approx(220));
  CHECK(driver.value("days_to_home.p50") == 190);
  CHECK(driver.value("days_to_home.p90") == 250);
  CHECK(driver.value("home_within_year") == Approx(1));
}

TEST_CASE("a return within twelve months opens the episode again, and its clock runs on") {
  RecorderDriver driver = story();
  driver.arrives(kCarl, "hotel", kFrom);
  driver.arrives(kDoris, "hotel", kFrom + 10 * engine::kDay);
  driver.moves(kDoris, "own_home", kFrom + 20 * engine::kDay, kToHome);
  driver.record(EventKind::Gone, kDoris, kFrom + 20 * engine::kDay);
  driver.moves(kCarl, "own_home", kFrom + 30 * engine::kDay, kToHome);
  driver.relapses(kCarl, "hotel", kFrom + 100 * engine::kDay);
  driver.moves(kCarl, "own_home", kFrom + 200 * engine::kDay, kToHome);
  driver.finish();
  CHECK(driver.value("days_to_home.mean", kSingles) == Approx((10 + 200) / 2.0));
  CHECK(driver.value("returns") == Approx(1 / 3.0));
  CHECK(driver.value("homes") == Approx(3 / kYears));
  // It is no move of the staircase, and the stay in a home of one's own is nobody's stay.
  CHECK(driver.value("moves.hotel.own_home") == Approx(3 / kYears));
  CHECK(driver.value("stay.hotel.mean") == Approx((30 + 100 + 10) / 3.0));
  CHECK(driver.value("households.hotel") == Approx(140 / kDays));
}

TEST_CASE("homes of the last twelve months are left out of returns") {
  RecorderDriver driver = story();
  driver.arrives(kCarl, "hotel", kFrom);
  driver.moves(kCarl, "own_home", on(2013, 2, 1), kToHome);
  driver.relapses(kCarl, "hotel", on(2013, 3, 1));
  driver.finish();
  CHECK(std::isnan(driver.value("returns")));
  // The episode is open again at the end: nobody got a home that lasted.
  CHECK(std::isnan(driver.value("days_to_home.mean")));
  CHECK(driver.value("home_within_year") == 0);
}

TEST_CASE("other exits compete with homes, and episodes still open count as longer") {
  RecorderDriver driver = story();
  driver.arrives(kAnna, "hotel", kFrom);
  driver.arrives(kBo, "hostel", kFrom);
  driver.arrives(kCarl, "hotel", kFrom);
  driver.moves(kBo, "lost", kFrom + 50 * engine::kDay, 4);
  driver.moves(kAnna, "own_home", kFrom + 100 * engine::kDay, kToHome);
  driver.finish();
  CHECK(driver.value("home_within_year") == Approx(1 / 3.0));
  CHECK(driver.value("home_within_year", kFamilies) == Approx(0.5));
  CHECK(driver.value("days_to_home.mean") == Approx(100));
}

TEST_CASE("who was never placed acutely has no days to a home") {
  RecorderDriver driver = story();
  driver.lives(kAnna, "training", kFrom, on(2010, 1, 1));
  driver.moves(kAnna, "own_home", kFrom + 100 * engine::kDay, 3);
  driver.finish();
  CHECK(std::isnan(driver.value("days_to_home.mean")));
  CHECK(std::isnan(driver.value("home_within_year")));
  CHECK(driver.value("returns") == 0);
}

TEST_CASE("an episode that began before the period keeps its first acute night") {
  RecorderDriver driver = story();
  driver.state(kAnna).has_acute = true;
  driver.state(kAnna).first_acute = kFrom - 300 * engine::kDay;
  driver.lives(kAnna, "hotel", kFrom, kFrom - 100 * engine::kDay);
  driver.arrives(kBo, "hotel", kFrom);  // is there to the end: someone is watched from the first night on
  driver.moves(kAnna, "own_home", kFrom + 100 * engine::kDay, kToHome);
  driver.finish();
  CHECK(driver.value("days_to_home.mean") == Approx(400));
}

TEST_CASE("each wait is booked on its cause until another takes its place or the household leaves") {
  RecorderDriver driver = story();
  const CauseTable causes(driver.settings());
  driver.arrives(kAnna, "hotel", kFrom);
  driver.record(EventKind::Waits, kAnna, on(2012, 2, 1), causes.market());
  driver.record(EventKind::Waits, kAnna, on(2012, 3, 1), causes.pool(driver.stage("training")));
  driver.moves(kAnna, "training", on(2012, 4, 1), kToTraining);
  driver.record(EventKind::Waits, kAnna, on(2012, 4, 1));
  driver.arrives(kCarl, "hotel", on(2013, 12, 1));
  driver.record(EventKind::Waits, kCarl, on(2013, 12, 11), causes.market());
  driver.finish();
  CHECK(driver.value("blocked.market") == Approx((29 + 21) / kYears));
  CHECK(driver.value("blocked.market", kFamilies) == Approx(29 / kYears));
  CHECK(driver.value("blocked.pool:training") == Approx(31 / kYears));
  CHECK(driver.value("blocked.rule") == 0);
}

TEST_CASE("who waits for a unit is counted from the claim until it leaves") {
  RecorderDriver driver = story();
  const auto training = driver.stage("training").index();
  driver.arrives(kAnna, "hotel", kFrom);
  driver.record(EventKind::Claimed, kAnna, on(2012, 2, 1), training);
  driver.record(EventKind::Claimed, kAnna, on(2012, 2, 11), training);  // asks again: still one
  driver.moves(kAnna, "training", on(2012, 3, 1), kToTraining);
  driver.finish();
  CHECK(driver.value("waiting.training") == Approx(29 / kDays));
  CHECK(driver.monthly("waiting.training")[1] == Approx(1));
}

TEST_CASE("a newcomer that must wait outside waits until it moves in") {
  RecorderDriver driver = story();
  driver.record(EventKind::Arrived, kAnna, kFrom);
  driver.record(EventKind::Claimed, kAnna, kFrom, driver.stage("training").index());
  driver.moves_in(kAnna, "training", on(2012, 1, 11));
  driver.finish();
  CHECK(driver.value("waiting.training") == Approx(10 / kDays));
}

TEST_CASE("who waits for a service is counted from the booking until it is taken or dropped") {
  RecorderDriver driver = story();
  driver.arrives(kAnna, "hotel", kFrom);
  driver.arrives(kCarl, "hotel", kFrom);
  driver.record(EventKind::Booked, kAnna, on(2012, 1, 11), 0);
  driver.record(EventKind::Taken, kAnna, on(2012, 1, 21), 0);
  driver.record(EventKind::Booked, kCarl, on(2012, 1, 11), 0);
  driver.record(EventKind::Dropped, kCarl, on(2012, 1, 16), 0);
  driver.record(EventKind::Dropped, kAnna, on(2012, 1, 30), 0);  // under way: it has not waited since it was taken
  driver.finish();
  CHECK(driver.value("waiting.search") == Approx((10 + 5) / kDays));
  CHECK(driver.value("waiting.search", kSingles) == Approx(5 / kDays));
}

TEST_CASE("who is gone waits for nothing") {
  RecorderDriver driver = story();
  driver.record(EventKind::Booked, kAnna, on(2012, 1, 11), 0);
  driver.record(EventKind::Gone, kAnna, on(2012, 1, 21));
  driver.record(EventKind::Booked, kAnna, on(2012, 2, 1), 0);
  driver.finish();
  CHECK(driver.value("waiting.search") == Approx((10 + kDays - 31) / kDays));
}

TEST_CASE("nights of children in acute placements are counted at midnight") {
  RecorderDriver driver = story();
  driver.state(kAnna).children = 2;
  driver.arrives(kAnna, "hotel", on(2012, 1, 30, 10));
  driver.moves(kAnna, "training", on(2012, 2, 3, 9), kToTraining);
  driver.finish();
  CHECK(driver.monthly("child_nights.acute")[0] == 4);
  CHECK(driver.monthly("child_nights.acute")[1] == 4);
  CHECK(driver.value("child_nights.acute", kFamilies) == Approx(8 / kYears));
}

TEST_CASE("households at risk that stay where they are count as prevented") {
  Build b = recorded_staircase();
  b.group("families").at_risk = AtRisk{Distribution::constant(0), ServiceId(0), Share(0.5), Share(0.2)};
  RecorderDriver driver(b.settings(), kFrom, kTo);
  driver.record(EventKind::AtRisk, kAnna, on(2012, 1, 5));
  driver.record(EventKind::Prevented, kAnna, on(2012, 2, 5));
  driver.finish();
  CHECK(driver.value("prevented") == Approx(1 / kYears));
  CHECK(driver.monthly("prevented")[1] == 1);
  CHECK(driver.value("arrivals") == 0);
}

TEST_CASE("what changes no measure is passed over") {
  RecorderDriver driver = story();
  driver.arrives(kAnna, "hotel", kFrom);
  for (const EventKind kind : {EventKind::Ready, EventKind::Supported, EventKind::Reviewed, EventKind::Finished}) {
    driver.record(kind, kAnna, on(2012, 2, 1), 0);
  }
  driver.record(EventKind::Relapsed, kAnna, on(2012, 2, 1), 0);  // has not left
  driver.finish();
  CHECK(driver.value("households.hotel") == Approx(1));
}

TEST_CASE("measures that are not kept by group have no values by group") {
  RecorderDriver driver = story();
  driver.recorder().staff(kFrom, TeamId(0), 2, 40);
  driver.finish({100});
  CHECK(std::isnan(driver.value("utilisation.navigators", kFamilies)));
  CHECK(std::isnan(driver.value("cost.staff", kFamilies)));
  CHECK(driver.value("cost.total", kFamilies) == 0);
}

TEST_CASE("there is no result before the period is over") {
  RecorderDriver driver = story();
  CHECK_THROWS_AS(driver.recorder().result(), std::logic_error);
}

}  // namespace
}  // namespace trapphus::models
