// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

/// One apartment of each stage, each with a household of its own group that wants the next stage's after 30 days, and
/// has a home 30 days after that.
Build ring(const std::vector<std::string>& stages, bool exchange) {
  Build b;
  for (const std::string& stage : stages) b.group("of_" + stage, 0, stage);
  for (const std::string& stage : stages) b.apartment(stage, 1);
  b.exit("home");
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const std::string& next = stages[(i + 1) % stages.size()];
    const auto only = [&](Move& move) {
      move.allowed = PerGroup<bool>(stages.size(), false);
      move.allowed[GroupId(i)] = true;
    };
    Move& change = b.planned(stages[i], next, fixed_days(30));
    change.exchange = exchange;
    only(change);
    only(b.planned(next, "home", fixed_days(30)));
    b.initial(stages[i], "of_" + stages[i], 1);
    b.raw().initial.back().elapsed = fixed_days(0);
  }
  return b;
}

/// The same, but the second stage has apartments enough: what is scarce is the one caseload place of its team.
Build ring_through_a_place(bool exchange) {
  Build b = ring({"stairs", "support"}, exchange);
  b.stage("support").units = 5;
  b.stage("support").support = Support{b.team("coaches", 1, 20, 1), 1, 1, Admission::Wait};
  return b;
}

/// The first stage's household is ready after 60 days, when a third one has left the second stage's other apartment.
Build ring_with_a_third(bool takeover, double leaves) {
  Build b = ring({"stairs", "support"}, false);
  const auto extra = b.group("extra", 0, "support");
  b.stage("support").units = 2;
  for (Move& move : b.raw().moves) {
    PerGroup<bool> allowed(3, false);
    for (std::size_t g = 0; g < 2; ++g) allowed[GroupId(g)] = move.allowed[GroupId(g)];
    move.allowed = allowed;
    if (move.from == b.id("stairs") && move.to == b.id("support")) move.stay = everyone(fixed_days(60));
  }
  Move& out = b.planned("support", "home", fixed_days(leaves));
  out.allowed = PerGroup<bool>(3, false);
  out.allowed[extra] = true;
  out.takeover = takeover;
  just_came(b, "support", "extra");
  return b;
}

}  // namespace

TEST_CASE("households that wait for each other's only units are in a circular wait, which is recorded once") {
  const Build b = ring({"stairs", "support"}, false);
  const Witness w(b.settings(), 365);
  CHECK(w.count(EventKind::Entered, "home") == 0);
  REQUIRE(w.circles().size() == 1);
  CHECK(w.circles()[0].first == day(30));
  CHECK(w.circles()[0].second == std::vector{b.id("stairs"), b.id("support")});
}

TEST_CASE("an exchange lets two households change places at the time at which the second is ready") {
  const Build b = ring({"stairs", "support"}, true);
  const Witness w(b.settings(), 365);
  CHECK(w.circles().empty());
  CHECK(w.enters("support", 0, GroupId(0)) == 30);
  CHECK(w.enters("stairs", 0, GroupId(1)) == 30);
  CHECK(w.all(EventKind::Entered, "home") == std::vector<double>{60, 60});
}

TEST_CASE("an exchange goes round a circle of three, on both kernels alike") {
  const Build b = ring({"one", "two", "three"}, true);
  for (auto kernel : {&trapphus::engine::calendar_kernel}) {
    const Witness w(alternative_of(b.settings()), 365, 0, (*kernel)());
    CHECK(w.all(EventKind::Entered, "home") == std::vector<double>{60, 60, 60});
  }
  const Witness w(alternative_of(b.settings()), 365, 0, trapphus::engine::simgrid_kernel(day(0)));
  CHECK(w.all(EventKind::Entered, "home") == std::vector<double>{60, 60, 60});
}

TEST_CASE("a circle that a risk may open is no circular wait") {
  Build b = ring({"stairs", "support"}, false);
  b.risk("support", "home", 0.1);
  CHECK(Witness(b.settings(), 31).circles().empty());
}

TEST_CASE("whoever waits for a stage without units waits, without a circle and without an error") {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel");
  b.apartment("training", 0);
  b.exit("home");
  b.planned("hotel", "training", fixed_days(5));
  b.planned("training", "home", fixed_days(5));
  just_came(b, "hotel", "singles", 3);
  const Witness w(b.settings(), 30);
  CHECK(w.living("hotel", 29) == 3);
  CHECK(w.cause_at(2, 29) == "pool:training");
  CHECK(w.circles().empty());
}

TEST_CASE("a circle through a caseload place is found as one through units, and an exchange opens it") {
  const Build locked = ring_through_a_place(false);
  const Witness w(locked.settings(), 365);
  REQUIRE(w.circles().size() == 1);
  CHECK(w.circles()[0].first == day(30));
  CHECK(w.circles()[0].second == std::vector{locked.id("stairs"), locked.id("support")});
  CHECK(w.cause_at(0, 100, GroupId(0)) == "support:coaches");
  for (const int units : {1, 5}) {
    Build free = ring_through_a_place(true);
    free.stage("support").units = units;
    const Witness x(free.settings(), 365);
    CHECK(x.circles().empty());
    CHECK(x.enters("support", 0, GroupId(0)) == 30);
    CHECK(x.enters("stairs", 0, GroupId(1)) == 30);
    CHECK(x.all(EventKind::Entered, "home") == std::vector<double>{60, 60});
  }
}

TEST_CASE("a place is exchanged between stages that one team supports") {
  // The second household has the only place, in a stage of its own; the first wants another, where units are vacant.
  Build b = ring_through_a_place(true);
  b.apartment("other", 1);
  b.stage("other").support = b.stage("support").support;
  for (Move& move : b.raw().moves) {
    if (move.from == b.id("support") && move.to == b.id("stairs")) move.from = b.id("other");
  }
  b.raw().initial.back().stage = b.id("other");
  const Witness w(b.settings(), 365);
  CHECK(w.enters("support", 0, GroupId(0)) == 30);
  CHECK(w.enters("stairs", 0, GroupId(1)) == 30);
  for (Move& move : b.raw().moves) move.exchange = false;
  const Witness x(b.settings(), 365);
  REQUIRE(x.circles().size() == 1);
  CHECK(x.circles()[0].second == std::vector{b.id("stairs"), b.id("other")});
}

TEST_CASE("tenants whose team has no place for the service of whoever holds their next unit wait in a circle") {
  // The first household needs a course before it may go on; the only place of the team is with the second one, who
  // waits for the first one's apartment.
  Build b = ring_through_a_place(false);
  b.stage("support").support->admission = Admission::Without;
  const auto course = b.service("course", TeamId(0), Distribution::constant(10), 10);
  b.raw().moves.front().requirements = {course};
  const Witness w(b.settings(), 365);
  CHECK(w.count(EventKind::Taken, "course") == 0);
  REQUIRE(w.circles().size() == 1);
  CHECK(w.circles()[0].first == day(30));
}

TEST_CASE("what the timeline brings ends a wait, which is no circle, and is one if nothing comes of it") {
  const Build b = ring({"stairs", "support"}, false);
  Settings dearer = b.settings(), more = b.settings(), risky = b.settings();
  dearer.stages[0].rent = a_month(9000);
  more.stages[1].units = 2;
  const Witness never(alternative_of(b.settings(), {{150, dearer}}), 365);
  REQUIRE(never.circles().size() == 1);
  CHECK(never.circles()[0].first == day(30));
  const Witness later(alternative_of(b.settings(), {{100, dearer}, {150, more}}), 365);
  CHECK(later.circles().empty());
  CHECK(later.enters("support", 0, GroupId(0)) == 150);
  CHECK(Witness(alternative_of(b.settings(), {{150, more}}), 140).circles().size() == 1);  // after the end
  Build opened = b;
  opened.risk("support", "home", 0);
  risky = opened.settings();
  risky.moves.back().risk = PerGroup<Rate>(2, per_year(100));
  CHECK(Witness(alternative_of(opened.settings(), {{150, risky}}), 365).circles().empty());
  CHECK(Witness(opened.settings(), 365).circles().size() == 1);
}

TEST_CASE("an allotment within the period ends a wait, one after it does not") {
  for (const auto& [a_year, circles] : {std::pair(2.0, std::size_t{0}), {0.5, 1}}) {
    Build b = ring({"stairs", "support"}, false);
    b.stage("support").allotted = per_year(a_year);
    CHECK(Witness(b.settings(), 365).circles().size() == circles);
  }
}

TEST_CASE("a caseload place that a vacancy's end brings ends a wait") {
  Build b = ring_through_a_place(false);
  b.team(TeamId(0)).fte = 2;
  b.team(TeamId(0)).vacancies = {{day(-10), day(100), 1}};
  const Witness w(b.settings(), 365);
  CHECK(w.circles().empty());
  CHECK(w.enters("support", 0, GroupId(0)) == 100);
}

TEST_CASE("a unit that replaces one taken over ends a wait") {
  Build b = ring_with_a_third(true, 10);
  b.stage("support").replaced_after = trapphus::engine::kDay * 180;
  const Witness w(b.settings(), 365);
  CHECK(w.circles().empty());
  CHECK(w.enters("support", 0, GroupId(0)) == 190);
  const Witness cut(b.settings(), 180);
  REQUIRE(cut.circles().size() == 1);
  CHECK(cut.circles()[0].first == day(60));
}

TEST_CASE("a circle that a withdrawn unit closes is found at that time") {
  const Build b = ring_with_a_third(false, 100);
  Settings fewer = b.settings();
  fewer.stages[1].units = 1;
  const Witness w(alternative_of(b.settings(), {{70, fewer}}), 365);
  REQUIRE(w.circles().size() == 1);
  CHECK(w.circles()[0].first == day(100));
}

TEST_CASE("a circle that a withdrawn caseload place closes is found at that time") {
  // Two places, of which a course takes one until day 70; from day 50 on there is one.
  Build b = ring_through_a_place(false);
  b.team(TeamId(0)).fte = 2;
  const auto pupils = b.group("pupils", 0, "hotel");
  b.placement("hotel", 500);
  for (Move& move : b.raw().moves) {
    PerGroup<bool> allowed(3, false);
    for (std::size_t g = 0; g < 2; ++g) allowed[GroupId(g)] = move.allowed[GroupId(g)];
    move.allowed = allowed;
  }
  const auto course = b.service("course", TeamId(0), Distribution::constant(10), 1);
  Move& out = b.planned("hotel", "home", fixed_days(1), 1, {course});
  out.allowed = PerGroup<bool>(3, false);
  out.allowed[pupils] = true;
  just_came(b, "hotel", "pupils");
  Settings fewer = b.settings();
  fewer.teams[0].fte = 1;
  const Witness w(alternative_of(b.settings(), {{50, fewer}}), 365);
  REQUIRE(w.circles().size() == 1);
  CHECK(w.circles()[0].first == day(70));
}
