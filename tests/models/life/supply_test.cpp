// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "models/measures/measure_recorder.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

TEST_CASE("turnaround leaves a unit empty from move-out to move-in") {
  Build b = hotel_training_home(1);
  b.planned("hotel", "training", fixed_days(5));
  b.planned("training", "home", fixed_days(30));
  b.stage("training").turnaround = fixed_days(21);
  just_came(b, "training", "singles");
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 100);
  REQUIRE(w.enters("home", 0) == 30);
  REQUIRE(w.enters("training", 1) == 51);
  REQUIRE(w.units_at("training", 29).empty == 0);
  REQUIRE(w.units_at("training", 30).empty == 1);
  REQUIRE(w.units_at("training", 50).empty == 1);
  REQUIRE(w.units_at("training", 51).empty == 0);
  REQUIRE(w.units_at("training", 50).units == 1);
}

TEST_CASE("at a takeover the unit leaves the pool with the household, and nobody gets it") {
  Build b = hotel_training_home(2);
  b.planned("hotel", "training", fixed_days(5));
  b.planned("training", "home", fixed_days(30)).takeover = true;
  b.stage("training").turnaround = fixed_days(21);
  just_came(b, "training", "singles", 2);
  just_came(b, "hotel", "singles");
  never_leaves(b, "hotel", "home");
  const Witness w(b.settings(), 100);
  REQUIRE(w.units_at("training", 29).units == 2);
  REQUIRE(w.units_at("training", 31).units == 0);
  REQUIRE(w.units_at("training", 31).empty == 0);
  REQUIRE(w.enters("training", 2) == kNever);
}

TEST_CASE("a unit that is taken over is replaced after the stage's time, if it has one") {
  Build b = hotel_training_home(1);
  b.planned("hotel", "training", fixed_days(5));
  b.planned("training", "home", fixed_days(30)).takeover = true;
  b.stage("training").turnaround = fixed_days(21);  // not for a new unit
  b.stage("training").replaced_after = kDay * 10;
  just_came(b, "training", "singles");
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 100);
  REQUIRE(w.units_at("training", 31).units == 0);
  REQUIRE(w.units_at("training", 39).units == 0);
  REQUIRE(w.enters("training", 1) == 40);
  REQUIRE(w.units_at("training", 41).units == 1);
  REQUIRE(w.units_at("training", 75).units == 0);  // taken over again on day 70
  REQUIRE(w.units_at("training", 81).units == 1);
}

TEST_CASE("turnover is move-outs and takeovers by mean units and years, and shows both parts") {
  Build b = hotel_training_home(4);
  b.planned("training", "home", fixed_days(50)).takeover = true;
  b.exit("elsewhere", false);
  b.group("families", 0, "hotel");
  b.raw().moves[0].allowed = PerGroup<bool>(std::vector<bool>{true, false});
  b.planned("training", "elsewhere", fixed_days(50)).allowed = PerGroup<bool>(std::vector<bool>{false, true});
  just_came(b, "training", "singles", 1);
  just_came(b, "training", "families", 2);
  const Settings settings = b.settings();
  const MeasureTable table(settings);
  MeasureRecorder recorder(table, settings, day(0), day(100));
  const Alternative alternative = alternative_of(settings);
  World(alternative, {day(0), day(100)}, trapphus::engine::calendar_kernel(), recorder).run();
  const auto result = recorder.result();
  const auto value = [&](const char* name) { return result.values[0][table.find(name).value()]; };
  const double unit_years = (4 * 50 + 3 * 50) / 365.25;
  REQUIRE(value("turnover.training") == Approx(3 / unit_years));
  REQUIRE(value("turnover.training.moveouts") == Approx(2 / unit_years));
  REQUIRE(value("turnover.training.takeovers") == Approx(1 / unit_years));
}

TEST_CASE("allotments are evenly spaced: the n-th unit comes when n have accrued") {
  Build b = hotel_training_home(0);
  b.planned("hotel", "training", fixed_days(0));
  b.planned("training", "home", fixed_days(1000));
  b.stage("training").allotted = Rate::per(1, kDay * 20);
  just_came(b, "hotel", "singles", 4);
  const Settings slow = b.settings();
  REQUIRE(Witness(slow, 90).all(EventKind::Entered, "training") == std::vector<double>{20, 40, 60, 80});
  b.stage("training").allotted = Rate::per(1, kDay * 10);
  const auto faster = Witness(alternative_of(slow, {{30, b.settings()}}), 90).all(EventKind::Entered, "training");
  REQUIRE(faster.size() == 4);
  REQUIRE(faster[1] == Approx(35));  // half of it had accrued
  REQUIRE(faster[2] == Approx(45));
  b.stage("training").allotted = {};
  REQUIRE(Witness(alternative_of(slow, {{30, b.settings()}}), 90).all(EventKind::Entered, "training").size() == 1);
}

TEST_CASE("units that landlords take back are drained: who lives there stays until it moves") {
  Build b = hotel_training_home(3);
  b.planned("training", "home", fixed_days(45));
  b.planned("hotel", "training", fixed_days(0));
  b.stage("training").lost = Rate::per(1, kDay * 20);
  just_came(b, "training", "singles", 3);
  just_came(b, "hotel", "singles", 3);
  const Witness w(b.settings(), 100);
  // Two are lost on days 20 and 40, the last on day 60: one of those who wait gets in on day 45, and stays.
  REQUIRE(w.all(EventKind::Entered, "home") == std::vector<double>{45, 45, 45, 90});
  REQUIRE(w.count(EventKind::Entered, "training") == 4);
  REQUIRE(w.all_units().back().units == 0);
}

TEST_CASE("a board meets weekly at nine and reviews each placement once") {
  Build b = hotel_training_home(0);
  b.board("board", {"hotel"}).weekday = 3;  // Wednesday; the first day is a Sunday
  b.placement("hostel", 300);
  b.planned("hotel", "hostel", fixed_days(20));
  b.planned("hostel", "hotel", fixed_days(5));
  just_came(b, "hotel", "singles", 2);
  const Witness w(b.settings(), 40);
  // Back on day 25, a Thursday: the next Wednesday is day 31.
  REQUIRE(w.all(EventKind::Reviewed, "board", 0) == std::vector<double>{3.375, 31.375});
  REQUIRE(w.all(EventKind::Reviewed, "board", 1) == w.all(EventKind::Reviewed, "board", 0));
}

TEST_CASE("a board sends a share elsewhere and books services for the others") {
  Build b = hotel_training_home(0);
  const auto search = b.service("search", b.team("navigators", 1000, 40), Distribution::constant(10), 10);
  b.service(search).reached = everyone(Share(0));
  b.stage("hotel").services = {search};
  b.placement("hostel", 300, false);
  never_leaves(b, "hotel", "home");
  never_leaves(b, "hostel", "home");
  b.board("board", {"hotel"}).books = {search};
  constexpr int kHouseholds = 2000;
  just_came(b, "hotel", "singles", kHouseholds);
  Settings settings = b.settings();
  settings.boards[0].diverts[b.id("hostel").index()] = Share(0.15);
  const Witness w(settings, 8);
  const auto diverted = static_cast<double>(w.count(EventKind::Entered, "hostel"));
  REQUIRE(std::abs(diverted - 0.15 * kHouseholds) < 3.5 * std::sqrt(kHouseholds * 0.1275));
  REQUIRE(w.count(EventKind::Booked, "search") == kHouseholds - w.count(EventKind::Entered, "hostel"));
  REQUIRE(w.count(EventKind::Reviewed) == kHouseholds);
  REQUIRE(w.first(EventKind::Entered, "hostel") == 1.375);  // Monday
}

TEST_CASE("who is sent to a full stage keeps its bed until it is let in") {
  Build b = hotel_training_home(1);
  b.board("board", {"hotel"});
  b.planned("training", "home", fixed_days(30));
  never_leaves(b, "hotel", "home");
  just_came(b, "training", "singles");
  just_came(b, "hotel", "singles");
  Settings settings = b.settings();
  settings.boards[0].diverts[b.id("training").index()] = Share(1);
  const Witness w(settings, 60);
  REQUIRE(w.cause_at(1, 10) == "pool:training");
  REQUIRE(w.enters("training", 1) == 30);
}

TEST_CASE("a board that is not active does not meet") {
  Build b = hotel_training_home(0);
  b.board("board", {"hotel"}).active = false;
  never_leaves(b, "hotel", "home");
  just_came(b, "hotel", "singles");
  const Settings idle = b.settings();
  REQUIRE(Witness(idle, 30).count(EventKind::Reviewed) == 0);
  b.raw().boards[0].active = true;
  REQUIRE(Witness(alternative_of(idle, {{10, b.settings()}}), 30).first(EventKind::Reviewed) == 15.375);
}

TEST_CASE("households that came before the board was there are reviewed at its first meeting") {
  Build b = hotel_training_home(0);
  b.group("singles").arrivals = per_week(7);
  b.planned("hotel", "home", fixed_days(100));
  b.board("board", {"hotel"}).active = false;
  const Settings idle = b.settings();
  b.raw().boards[0].active = true;
  const Witness w(alternative_of(idle, {{30, b.settings()}}), 60);
  const double first = w.first(EventKind::Reviewed);
  const auto reviewed = w.all(EventKind::Reviewed);
  REQUIRE(std::count(reviewed.begin(), reviewed.end(), first) == w.living("hotel", first));
}

TEST_CASE("a board has decided already on whoever came before its last meeting before the period") {
  // The first day is a Sunday, the last meeting was on Monday, 5 days and 15 hours before it.
  Build b = hotel_training_home(0);
  b.board("board", {"hotel"}).weekday = 1;
  b.planned("hotel", "home", fixed_days(2000));
  for (const double since : {5.0, 5.7, 1000.0}) {
    b.initial("hotel", "singles", 1);
    b.raw().initial.back().elapsed = fixed_days(since);
  }
  Settings settings = b.settings();
  settings.boards[0].diverts.resize(settings.stages.size());
  settings.boards[0].diverts[b.id("training").index()] = Share(0.5);
  const Witness w(settings, 100);
  CHECK(w.all(EventKind::Reviewed, "board") == std::vector<double>{1.375});
  CHECK(w.all(EventKind::Reviewed, "board", 0) == std::vector<double>{1.375});
}

TEST_CASE("what a board booked before the period is under way or finished when it begins") {
  // 10 hours at 10 hours a week; the stay is over after 100 days. One came 50 days ago, and is not kept waiting.
  Build b = hotel_training_home(0);
  const auto course = b.service("course", b.team("teachers", 5, 40), Distribution::constant(10), 10);
  b.service(course).reached = everyone(Share(0));
  b.board("board", {"hotel"}).books = {course};
  b.planned("hotel", "home", fixed_days(100), 1, {course});
  b.initial("hotel", "singles", 1);
  b.raw().initial.back().elapsed = fixed_days(50);
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 200);
  CHECK(w.enters("home", 0) == 50);
  CHECK(w.all(EventKind::Booked, "course") == std::vector<double>{1.375});  // of the one who has just come
  CHECK(w.enters("home", 1) == 100);
}
