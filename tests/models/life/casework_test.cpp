// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "models/life/processes.hpp"
#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

/// A hotel where a course is held; afterwards all go home.
struct Course {
  Build b;
  TeamId team;
  ServiceId course;

  Course(double fte, double hours_a_week, double caseload, double work = 10, double at_most = 10) {
    b.group("singles", 0, "hotel");
    b.placement("hotel", 500);
    b.exit("home");
    team = b.team("teachers", fte, hours_a_week, caseload);
    course = b.service("course", team, Distribution::constant(work), at_most);
    b.planned("hotel", "home", fixed_days(0), 1, {course});
  }
};

}  // namespace

TEST_CASE("a team takes at most caseload x FTE cases at once, the others queue") {
  Course c(1.5, 400, 2);
  just_came(c.b, "hotel", "singles", 7);
  const Witness w(c.b.settings(), 60);
  REQUIRE(w.all(EventKind::Booked, "course") == std::vector<double>(7, 0));
  REQUIRE(w.all(EventKind::Taken, "course") == std::vector<double>{0, 0, 0, 7, 7, 7, 14});
}

TEST_CASE("parts of a case are no place, however they are rounded") {
  Course c(0.1, 400, 10);  // 0.1 x 10 is 1
  just_came(c.b, "hotel", "singles", 2);
  REQUIRE(Witness(c.b.settings(), 60).all(EventKind::Taken, "course") == std::vector<double>{0, 7});
  Course d(0.9, 400, 2);  // 1.8: one place
  just_came(d.b, "hotel", "singles", 2);
  REQUIRE(Witness(d.b.settings(), 60).all(EventKind::Taken, "course") == std::vector<double>{0, 7});
}

TEST_CASE("a team without a caseload takes everybody, and shares its hours among them") {
  Course c(1, 20, 0);
  just_came(c.b, "hotel", "singles", 4);
  const Witness w(c.b.settings(), 60);
  REQUIRE(w.all(EventKind::Taken, "course") == std::vector<double>(4, 0));
  REQUIRE(w.all(EventKind::Finished, "course") == std::vector<double>(4, 14));  // 5 h a week each
  REQUIRE(w.worked()[0] == Approx(40));
}

TEST_CASE("a caseload that begins later limits from then on, and one that is lifted does not") {
  Course c(1, 400, 0);
  just_came(c.b, "hotel", "singles", 4);
  const Settings open = c.b.settings();
  c.b.team(c.team).caseload = 1;
  const Settings limited = c.b.settings();
  REQUIRE(Witness(alternative_of(open, {{30, limited}}), 60).all(EventKind::Taken, "course") ==
          std::vector<double>(4, 0));
  REQUIRE(Witness(alternative_of(limited, {{3, open}}), 60).all(EventKind::Taken, "course") ==
          std::vector<double>{0, 3, 3, 3});
}

TEST_CASE("who has the smaller number in a service's priority is taken first") {
  Course c(1, 400, 1);
  c.b.group("families", 0, "hotel");
  c.b.service(c.course).priority = PerGroup<int>(std::vector<int>{2, 1});
  just_came(c.b, "hotel", "singles", 3);
  just_came(c.b, "hotel", "families", 2);
  const Witness w(c.b.settings(), 60);
  REQUIRE(w.all(EventKind::Taken, "course", -1, GroupId(1)) == std::vector<double>{0, 7});
  REQUIRE(w.all(EventKind::Taken, "course", -1, GroupId(0)) == std::vector<double>{14, 21, 28});
}

TEST_CASE("nobody at work stops the work where it stands and keeps the cases") {
  Course c(1, 10, 2);
  just_came(c.b, "hotel", "singles", 2);
  const Settings working = c.b.settings();
  c.b.team(c.team).fte = 0;
  const Settings stopped = c.b.settings();
  // 5 h a week each; after one week half of the 10 h is done, and it is still done when they come back.
  const Witness w(alternative_of(working, {{7, stopped}, {37, working}}), 100);
  REQUIRE(w.all(EventKind::Taken, "course") == std::vector<double>{0, 0});
  REQUIRE(w.all(EventKind::Finished, "course") == std::vector<double>{44, 44});
  REQUIRE(w.cause_at(0, 3) == "service:course");
  REQUIRE(w.cause_at(0, 20) == "vacancy:teachers");
  REQUIRE(w.cause_at(0, 40) == "service:course");
}

TEST_CASE("fewer staff let cases drain instead of throwing them out") {
  Course c(2, 200, 1);
  just_came(c.b, "hotel", "singles", 4);
  const Settings two = c.b.settings();
  c.b.team(c.team).fte = 1;
  const Witness w(alternative_of(two, {{3, c.b.settings()}}), 60);
  REQUIRE(w.all(EventKind::Taken, "course") == std::vector<double>{0, 0, 7, 14});
  REQUIRE(w.count(EventKind::Dropped) == 0);
}

TEST_CASE("a vacancy takes FTE away between its dates, and is not paid") {
  Course c(1, 10, 1);
  c.b.team(c.team).vacancies = {{day(3.5), day(23.5), 1}};
  just_came(c.b, "hotel", "singles");
  const Witness w(c.b.settings(), 60);
  REQUIRE(w.first(EventKind::Finished, "course") == 27);
  REQUIRE(w.staff_at(c.team, 1).fte == 1);
  REQUIRE(w.staff_at(c.team, 10).fte == 0);
  REQUIRE(w.staff_at(c.team, 10).hours == 0);
  REQUIRE(w.staff_at(c.team, 24).fte == 1);
  REQUIRE(w.cause_at(0, 10) == "vacancy:teachers");
}

TEST_CASE("vacancies add up, begin on their first date and end before their last, and never leave less than nobody") {
  StaffTeam team;
  team.fte = 2;
  team.vacancies = {{day(10), day(20), 0.5}, {day(15), day(30), 2}};
  REQUIRE(present_fte(team, day(9.9)) == 2);
  REQUIRE(present_fte(team, day(10)) == 1.5);
  REQUIRE(present_fte(team, day(15)) == 0);
  REQUIRE(present_fte(team, day(20)) == 0);
  REQUIRE(present_fte(team, day(30)) == 2);
}

TEST_CASE("a vacancy that lasts beyond the period is no wait for ever") {
  Course c(1, 10, 1);
  c.b.team(c.team).vacancies = {{day(3.5), day(500), 1}};
  just_came(c.b, "hotel", "singles");
  const Witness w(c.b.settings(), 60);
  REQUIRE(w.cause_at(0, 59) == "vacancy:teachers");
}

TEST_CASE("a vacancy that a later epoch brings is carried out on its date") {
  Course c(1, 10, 1);
  just_came(c.b, "hotel", "singles");
  const Settings first = c.b.settings();
  c.b.team(c.team).vacancies = {{day(3.5), day(23.5), 1}};
  const Witness w(alternative_of(first, {{1, c.b.settings()}}), 60);
  REQUIRE(w.first(EventKind::Finished, "course") == 27);
}

TEST_CASE("absence takes its share of the hours, but is paid") {
  Course c(1, 20, 1);
  c.b.team(c.team).absence = 0.75;
  just_came(c.b, "hotel", "singles");
  const Witness w(c.b.settings(), 60);
  REQUIRE(w.staff_at(c.team, 0).hours == 5);
  REQUIRE(w.staff_at(c.team, 0).fte == 1);
  REQUIRE(w.first(EventKind::Finished, "course") == 14);
}

TEST_CASE("heavier work gets more of the hours") {
  Course c(1, 12, 0, 8, 100);
  c.b.group("families", 0, "hotel");
  const auto visit = c.b.service("visit", c.team, Distribution::constant(8), 100);
  c.b.service(visit).weight = 2;
  c.b.raw().moves[0].allowed = PerGroup<bool>(std::vector<bool>{true, false});
  c.b.planned("hotel", "home", fixed_days(0), 1, {visit}).allowed = PerGroup<bool>(std::vector<bool>{false, true});
  just_came(c.b, "hotel", "singles");
  just_came(c.b, "hotel", "families");
  const Witness w(c.b.settings(), 60);
  REQUIRE(w.first(EventKind::Finished, "visit") == 7);                     // 8 of 12 h a week
  REQUIRE(w.first(EventKind::Finished, "course") == Approx(7 + 7.0 / 3));  // 4 h left, at 12 a week
}

TEST_CASE("continuing support takes hours and a place for as long as the stage lasts") {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel", 500);
  b.apartment("training", 5);
  b.exit("home");
  const auto team = b.team("coaches", 1, 10, 2);
  const auto course = b.service("course", team, Distribution::constant(10), 10);
  b.stage("training").support = Support{team, 5, 1, Admission::Without};
  b.planned("training", "home", fixed_days(21));
  b.planned("hotel", "home", fixed_days(0), 1, {course});
  just_came(b, "training", "singles");
  just_came(b, "hotel", "singles", 2);
  const Witness w(b.settings(), 60);
  REQUIRE(w.first(EventKind::Supported) == 0);
  REQUIRE(w.all(EventKind::Taken, "course") == std::vector<double>{0, 14});  // one place is left beside it
  REQUIRE(w.first(EventKind::Finished, "course", 1) == 14);                  // and 5 of the 10 h a week
  REQUIRE(w.first(EventKind::Finished, "course", 2) == 21 + 3.5);            // all of them from day 21 on
}

TEST_CASE("without a caseload place a household moves in unsupported and gets its support when one is free") {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel", 500);
  b.apartment("training", 5);
  b.exit("home");
  b.stage("training").support = Support{b.team("coaches", 1, 10, 1), 0, 1, Admission::Without};
  b.planned("hotel", "training", fixed_days(1));
  b.planned("training", "home", fixed_days(30));
  just_came(b, "training", "singles");
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 60);
  REQUIRE(w.enters("training", 1) == 1);
  REQUIRE(w.all(EventKind::Supported) == std::vector<double>{0, 30});
}

TEST_CASE("the terms of support may change while it goes on") {
  Build b;
  b.group("singles", 0, "training");
  b.apartment("training", 5);
  b.exit("home");
  const auto team = b.team("coaches", 1, 20, 1);
  b.stage("training").support = Support{team, 0, 1, Admission::Without};
  b.planned("training", "home", fixed_days(60));
  just_came(b, "training", "singles");
  const Settings none = b.settings();
  b.stage("training").support->hours_per_week = 2;
  const Witness w(alternative_of(none, {{14, b.settings()}}), 28);
  REQUIRE(w.worked()[0] == Approx(4));
}
