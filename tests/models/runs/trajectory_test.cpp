// SPDX-License-Identifier: MIT
#include "models/runs/trajectory.hpp"

#include <catch2/catch.hpp>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

Settings one_group() {
  Build b;
  b.group("singles", 1);
  return b.settings();
}

Event event(std::uint32_t client, int second, EventKind kind = EventKind::Entered) {
  return {day(0) + Duration(second), {GroupId(0), client}, kind, 0};
}

using Events = std::vector<Event>;
const Time kEnd = day(100);

std::optional<std::string> parted(const Events& one, const Events& other, Time until = kEnd) {
  return difference(one, other, until, one_group());
}

Scenario scenario_of(Settings settings, double length) {
  Scenario scenario;
  scenario.name = "test";
  scenario.from = day(0);
  scenario.to = day(length);
  scenario.alternatives = {alternative_of(std::move(settings))};
  return scenario;
}

}  // namespace

TEST_CASE("equal events of every client are equal trajectories, in whatever order clients come at one time") {
  REQUIRE_FALSE(parted({event(0, 5), event(1, 5), event(0, 9)}, {event(1, 5), event(0, 5), event(0, 9)}));
}

TEST_CASE("a second's difference in time is none, two are one") {
  REQUIRE_FALSE(parted({event(0, 5)}, {event(0, 6)}));
  REQUIRE_THAT(*parted({event(0, 5)}, {event(0, 7)}), Catch::Contains("singles 1"));
}

TEST_CASE("another kind, another subject, another order or a missing event is a difference") {
  REQUIRE(parted({event(0, 5)}, {event(0, 5, EventKind::Left)}));
  Event other = event(0, 5);
  other.subject = 1;
  REQUIRE(parted({event(0, 5)}, {other}));
  REQUIRE(parted({event(0, 5), event(0, 6, EventKind::Left)}, {event(0, 6, EventKind::Left), event(0, 6)}));
  REQUIRE_THAT(*parted({event(0, 5), event(0, 9)}, {event(0, 5)}), Catch::EndsWith("simgrid has nothing more"));
  REQUIRE_THAT(*parted({}, {event(3, 5)}), Catch::StartsWith("calendar has nothing more"));
  REQUIRE_THAT(*parted({event(0, 5)}, {event(0, 5), event(1, 5)}), Catch::Contains("singles 2"));
}

TEST_CASE("what comes after the time until which is compared does not count") {
  REQUIRE_FALSE(parted({event(0, 5), event(0, 20)}, {event(0, 5)}, day(0) + Duration(19)));
  REQUIRE(parted({event(0, 5), event(0, 20)}, {event(0, 5)}, day(0) + Duration(20)));
  REQUIRE_FALSE(parted({event(0, 5), event(0, 20)}, {event(0, 5), event(0, 21)}, day(0) + Duration(20)));
  REQUIRE(parted({event(0, 30), event(1, 5)}, {event(0, 33), event(1, 8)}, day(0) + Duration(20)));
}

TEST_CASE("a trajectory is full after its limit") {
  Trajectory trajectory(2);
  trajectory.record(event(0, 1), {});
  trajectory.record(event(0, 2), {});
  REQUIRE_THROWS_AS(trajectory.record(event(0, 3), {}), Trajectory::Full);
  REQUIRE(trajectory.events().size() == 2);
}

TEST_CASE("both kernels give the same trajectory of a staircase with everything in it") {
  Build b;
  b.group("singles", 3, "hotel");
  b.placement("hotel", 500);
  b.apartment("training", 5);
  b.exit("home");
  const auto team = b.team("teachers", 1, 24, 6);
  const auto course = b.service("course", team, Distribution::gamma(8, 5), 3);
  b.planned("hotel", "training", exponential_days(20), 1, {course});
  b.planned("training", "home", exponential_days(60));
  b.offers("hotel", "home", 2, 0.5, {course});
  b.stage("training").turnaround = fixed_days(9);
  b.stage("training").support = Support{team, 1, 2, Admission::Without};
  b.board("board", {"hotel"}).books = {course};
  Scenario scenario = scenario_of(b.settings(), 300);
  b.team(team).fte = 0;
  scenario.alternatives.push_back(alternative_of(b.settings()));
  scenario.alternatives.back().name = "zero";
  RunOptions options;
  options.check = CheckChoice::All;
  int calls = 0;
  options.progress = [&](const Progress&) { ++calls; };
  const Check check = check_kernels(scenario, options);
  CAPTURE(check.difference);
  REQUIRE(check.ran);
  REQUIRE(check.equal);
  REQUIRE(check.whole);
  REQUIRE(check.events > 1000);
  REQUIRE(check.version == "3.32");
  REQUIRE(calls == 2);
}

TEST_CASE("the short check stops after 200 000 events and says how far it got") {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel", 500);
  b.exit("home");
  b.planned("hotel", "home", fixed_days(0));  // five events each, at once
  never_leaves(b, "hotel", "home");
  just_came(b, "hotel", "singles", 50'000);
  Scenario scenario = scenario_of(b.settings(), 10);
  scenario.alternatives.push_back(scenario.alternatives.front());
  const Check check = check_kernels(scenario, {});
  REQUIRE(check.ran);
  REQUIRE(check.equal);
  REQUIRE_FALSE(check.whole);
  REQUIRE(check.events == 200'000);
  REQUIRE(check.until < scenario.to);
}

namespace {

/// Three come a week and stay for 30 days, so that some 13 live there from the second month on.
Scenario filling() {
  Build b;
  b.group("singles", 3, "hotel");
  b.placement("hotel", 500);
  b.exit("home");
  b.planned("hotel", "home", fixed_days(30));
  return scenario_of(b.settings(), 200);
}

}  // namespace

TEST_CASE("where SimGrid would have too many actors the check ends, and counts what came before") {
  const Scenario scenario = filling();
  const Check whole = check_kernels(scenario, {});
  REQUIRE(whole.whole);
  REQUIRE(whole.crowded == 0);
  const Check check = check_kernels(scenario, {}, 8);
  CAPTURE(check.difference);
  REQUIRE(check.ran);
  REQUIRE(check.equal);
  REQUIRE_FALSE(check.whole);
  REQUIRE(check.crowded == 8);
  REQUIRE(check.events > 0);
  REQUIRE(check.events < whole.events);
  REQUIRE(check.until > scenario.from);
  REQUIRE(check.until < day(60));
}

TEST_CASE("a check that has too many actors from the start has compared nothing, and does not call it equal") {
  const Check check = check_kernels(filling(), {}, 1);
  REQUIRE_FALSE(check.ran);
  REQUIRE(check.crowded == 1);
  REQUIRE(check.events == 0);
}

TEST_CASE("a check that is interrupted while it runs ends at the next event") {
  Scenario scenario = filling();
  scenario.to = day(100'000);
  std::atomic<bool> stop = false;
  RunOptions options;
  options.check = CheckChoice::All;
  options.stop = &stop;
  options.progress = [&](const Progress&) { stop = true; };
  REQUIRE_FALSE(check_kernels(scenario, options).ran);
  Trajectory trajectory(5, &stop);
  REQUIRE_THROWS_AS(trajectory.record(event(0, 1), {}), Trajectory::Stopped);
}

TEST_CASE("an interrupted check has found nothing out") {
  Build b;
  b.group("singles", 3, "hotel");
  b.placement("hotel", 500);
  b.exit("home");
  b.planned("hotel", "home", fixed_days(1));
  const std::atomic<bool> stop = true;
  RunOptions options;
  options.stop = &stop;
  REQUIRE_FALSE(check_kernels(scenario_of(b.settings(), 10), options).ran);
}
