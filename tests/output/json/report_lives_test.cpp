// SPDX-License-Identifier: MIT
#include "output/json/report_lives.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/models/build.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;
using namespace trapphus::output;

namespace {

/// A hotel, from which one goes home after 30 days, or after 90; two families live there from the beginning.
Scenario lives_scenario() {
  const auto settings = [](double days) {
    Build b;
    b.group("families", 2, "hotel");
    b.group("families").children = Distribution::constant(2);
    b.placement("hotel", 500);
    b.exit("home");
    b.planned("hotel", "home", fixed_days(days));
    b.initial("hotel", "families", 2);
    return b.settings();
  };
  Scenario s;
  s.from = on(2020, 1, 1);
  s.to = on(2021, 1, 1);
  s.alternatives = {{"zero", {}, {{s.from, settings(90)}}}, {"project", {}, {{s.from, settings(30)}}}};
  return s;
}

const Settings& settings_of(const Scenario& s) {
  return s.alternatives.back().epochs.front().settings;
}

}  // namespace

TEST_CASE("a household has the same name, day of arrival and children in every alternative") {
  const auto lives = tell_lives(lives_scenario(), 7);
  REQUIRE(lives.size() == 2);
  CHECK(lives[0].size() > 50);
  REQUIRE(lives[0].size() == lives[1].size());
  for (const auto& [client, life] : lives[0]) {
    const Life& other = lives[1].at(client);
    CHECK(life.children == 2);
    CHECK(other.children == 2);
    CHECK(life.initial == other.initial);
    CHECK(life.events.front().day == other.events.front().day);
  }
}

TEST_CASE("days count from the beginning of the period, and lives are in order of time") {
  const auto lives = tell_lives(lives_scenario(), 7);
  for (const auto& [client, life] : lives.front()) {
    CHECK(life.events.front().day >= 0);
    CHECK(life.events.back().day < 366);
    for (std::size_t i = 1; i < life.events.size(); ++i) CHECK(life.events[i - 1].day <= life.events[i].day);
  }
}

TEST_CASE("the same seed tells the same lives, another seed other ones") {
  const auto days = [](std::uint64_t seed) {
    std::vector<int> all;
    const auto lives = tell_lives(lives_scenario(), seed);
    for (const auto& [client, life] : lives.front())
      for (const auto& event : life.events) all.push_back(event.day);
    return all;
  };
  CHECK(days(7) == days(7));
  CHECK(days(7) != days(8));
}

TEST_CASE("stories are of households that newly come, and as many as asked for") {
  const Scenario s = lives_scenario();
  const auto lives = tell_lives(s, 7);
  const auto clients = worth_telling(settings_of(s), lives, 5);
  REQUIRE(clients.size() == 5);
  for (const ClientId client : clients) CHECK_FALSE(lives.back().at(client).initial);
  CHECK(worth_telling(settings_of(s), {}, 5).empty());
}

TEST_CASE("a household whose way differs between the alternatives comes before one whose way does not") {
  const Scenario s = lives_scenario();
  const auto lives = tell_lives(s, 7);
  const auto stages = [](const Life& life) {
    std::vector<int> found;
    for (const auto& event : life.events)
      if (event.kind == EventKind::Entered) found.push_back(event.subject);
    return found;
  };
  // Who comes in October gets home before the end in the project, and is in the hotel at the end without it.
  const ClientId first = worth_telling(settings_of(s), lives, 1).at(0);
  CHECK(stages(lives[0].at(first)) != stages(lives[1].at(first)));
}
