// SPDX-License-Identifier: MIT
#include "models/studies/lever.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

/// A hotel with beds, a hostel with a budget, training and trial apartments; a team for clients and a leader.
Build district() {
  Build b;
  b.group("singles", 1, "hotel");
  b.placement("hotel", 500);
  b.stage("hotel").units = 10;
  b.placement("hostel", 300, false);
  b.apartment("training", 12, 6000);
  b.apartment("trial", 5, 7000);
  b.apartment("transit", 0, 5000);
  b.exit("home");
  const auto team = b.team("teachers", 1, 20, 8, 600'000);
  b.team("leader", 0.4, 0, 0, 600'000);
  const auto course = b.service("course", team, Distribution::gamma(8, 4), 3);
  b.planned("hotel", "training", exponential_days(10), 1, {course});
  b.planned("training", "trial", exponential_days(40));
  b.planned("trial", "home", exponential_days(400)).takeover = true;
  b.offers("training", "home", 0.5, 0.2);
  b.ceiling("nights", {"hostel"}, a_month(10'000)).when_reached = WhenReached::Refuse;
  b.ceiling("watched", {"hostel"}, a_month(5'000));
  return b;
}

std::vector<std::string> paths(const Alternative& alternative) {
  std::vector<std::string> all;
  for (const Lever& lever : levers(alternative)) {
    all.push_back(path_of(alternative.epochs.front().settings, lever));
  }
  return all;
}

Lever lever_of(const Alternative& alternative, const std::string& path) {
  for (const Lever& lever : levers(alternative)) {
    if (path_of(alternative.epochs.front().settings, lever) == path) return lever;
  }
  throw std::invalid_argument("no lever " + path);
}

}  // namespace

TEST_CASE("units of pools, posts that see clients, allotments, refusing budgets and the market can be changed") {
  CHECK(paths(alternative_of(district().settings())) ==
        std::vector<std::string>{"stages.training.units", "stages.trial.units", "staff.teachers.fte",
                                 "stages.trial.allotted", "ceilings.nights.amount", "moves.*.offers"});
}

TEST_CASE("a pool that opens later can have another unit from then on, and none before") {
  Build b = district();
  const Settings before = b.settings();
  b.stage("transit").units = 3;
  const Alternative alternative = alternative_of(before, {{30, b.settings()}});
  const Lever lever = lever_of(alternative, "stages.transit.units");
  CHECK(lever.step == 1);
  const Alternative more = pulled(alternative, lever);
  CHECK(more.epochs[0].settings.stages[b.id("transit").index()].units == 0);
  CHECK(more.epochs[1].settings.stages[b.id("transit").index()].units == 4);
}

TEST_CASE("posts, allotments and budgets are changed in every epoch, by the step") {
  Build b = district();
  const Settings first = b.settings();
  b.raw().teams[0].fte = 2;
  const Alternative alternative = alternative_of(first, {{30, b.settings()}});
  const auto changed = [&](const char* path, std::size_t epoch) {
    return pulled(alternative, lever_of(alternative, path)).epochs[epoch].settings;
  };
  CHECK(changed("staff.teachers.fte", 0).teams[0].fte == 1.5);
  CHECK(changed("staff.teachers.fte", 1).teams[0].fte == 2.5);
  CHECK(changed("stages.trial.allotted", 1).stages[b.id("trial").index()].allotted.per_year() == Approx(1));
  CHECK(changed("ceilings.nights.amount", 1).ceilings[0].amount.amount == Money::kronor(11'000));
  CHECK(changed("ceilings.nights.amount", 1).ceilings[1].amount.amount == Money::kronor(5'000));
  const Settings offered = changed("moves.*.offers", 1);
  CHECK(offered.moves[3].offers[GroupId(0)].per_year() == Approx(0.55));
  CHECK(offered.moves[3].alone[GroupId(0)].per_year() == Approx(0.22));
  CHECK(offered.moves[0].offers[GroupId(0)].per_year() == 0);
}

TEST_CASE("where a landlord replaces what is taken over, no allotment is needed") {
  Build b = district();
  b.stage("trial").replaced_after = trapphus::engine::kDay;
  const auto all = paths(alternative_of(b.settings()));
  CHECK(std::find(all.begin(), all.end(), "stages.trial.allotted") == all.end());
}

TEST_CASE("who gives continuing support sees clients too, and without offers there is no market") {
  Build b;
  b.group("singles", 1, "training");
  b.apartment("training", 12, 6000);
  b.exit("home");
  b.stage("training").support = Support{b.team("coaches", 1, 20, 10), 1, 1, Admission::Without};
  b.planned("training", "home", exponential_days(100));
  CHECK(paths(alternative_of(b.settings())) == std::vector<std::string>{"stages.training.units", "staff.coaches.fte"});
}
