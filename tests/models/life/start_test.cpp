// SPDX-License-Identifier: MIT
#include "models/life/start.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/pathway/history.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

void require_share_of(double count, double all, double share) {
  CAPTURE(count, all, share);
  REQUIRE(std::abs(count - share * all) < 3.5 * std::sqrt(all * share * (1 - share)));
}

Build one_stage() {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel");
  b.exit("home");
  b.exit("slow", false);
  b.exit("away", false);
  return b;
}

Alternative with_history(const Build& b) {
  Scenario scenario;
  scenario.alternatives = {alternative_of(b.settings())};
  set_history(scenario);
  return scenario.alternatives.front();
}

double wait_of(const Build& b) {
  return with_history(b).history->waits.front() / kSecondsADay;
}

}  // namespace

TEST_CASE("after a known time in the stage a route is as probable as it is that its stay is not over") {
  // Stays of mean 30 and 300 days, half of those who come plan each; after 60 days e^-2 and e^-0.2 of them are left:
  // 0.14185 of those still there are on the short route. A risk that all share changes nothing of that.
  for (const double risk : {0.0, 2.0}) {
    Build b = one_stage();
    b.planned("hotel", "home", exponential_days(30), 0.5);
    b.planned("hotel", "slow", exponential_days(300), 0.5);
    if (risk > 0) b.risk("hotel", "away", risk);
    constexpr int kHouseholds = 4000;
    b.initial("hotel", "singles", kHouseholds);
    b.raw().initial.back().elapsed = fixed_days(60);
    const Witness w(b.settings(), 10'000);
    // With a risk of h a day they leave by the short route with probability (1/30) / (1/30 + h), by the long one
    // likewise.
    const double h = risk / 365.25, quick = (1 / 30.0) / (1 / 30.0 + h), slow = (1 / 300.0) / (1 / 300.0 + h);
    require_share_of(static_cast<double>(w.count(EventKind::Entered, "home")), kHouseholds, 0.14185 * quick);
    require_share_of(static_cast<double>(w.count(EventKind::Entered, "slow")), kHouseholds, 0.85815 * slow);
  }
}

TEST_CASE("in equilibrium a competing risk has ended the visits that would have lasted long") {
  // A stay of 100 days against a risk of h = 1 in 100 days: the time passed has density e^(-ha) / 63.21 on 0 to 100, so
  // its mean is 100 (1 - 2/e) / (1 - 1/e) = 41.80 days and E[a^2] = 100^2 (2 - 5/e) / (1 - 1/e) = 2540; the share that
  // the risk takes in the end is 1 - (1/e) / (1 - 1/e) = 0.41802.
  Build b = one_stage();
  b.planned("hotel", "home", fixed_days(100));
  b.risk("hotel", "away", 3.6525);
  constexpr int kHouseholds = 4000;
  b.initial("hotel", "singles", kHouseholds);
  const Witness w(b.settings(), 101);
  double passed = 0;
  for (const auto& [event, client] : w.seen()) {
    if (event.kind == EventKind::Entered && event.time == day(0)) passed -= days(client.entered) / kHouseholds;
  }
  const double error = std::sqrt((2540 - 41.80 * 41.80) / kHouseholds);
  REQUIRE(std::abs(passed - 41.80) < 3.5 * error);
  require_share_of(static_cast<double>(w.count(EventKind::Entered, "away")), kHouseholds, 0.41802);
}

TEST_CASE("in equilibrium the search work is as far as the time passed allows, and offers with it") {
  // Work of 20 hours at 2 a week takes 70 days; then offers come at 1 in 50 days, before it none. A visit takes 120
  // days in the mean; 70 of 120 are found at work, at an even age of 0 to 70 days, the others are offered homes.
  Build b = one_stage();
  const auto team = b.team("finders", 1000, 40);
  const auto search = b.service("search", team, Distribution::constant(20), 2);
  b.offers("hotel", "home", 7.305, 0, {search});
  constexpr int kHouseholds = 4000;
  b.initial("hotel", "singles", kHouseholds);
  const Witness w(b.settings(), 100);
  const auto finished = w.all(EventKind::Finished, "search");
  require_share_of(static_cast<double>(finished.size()), kHouseholds, 70.0 / 120);
  REQUIRE(std::abs(mean(finished) - 35) < 3.5 * 70 / std::sqrt(12.0 * static_cast<double>(finished.size())));
  // In the first 35 days leave: of the 50 in 120 who have offers 1 - e^-0.7, and of the others those whose work ends at
  // x <= 35, evenly in 0 to 70, and who take an offer within 35 - x: (35 - 50 (1 - e^-0.7)) / 70.
  const double offered = 1 - std::exp(-0.7);
  const double share = 50.0 / 120 * offered + 70.0 / 120 * (35 - 50 * offered) / 70;
  const auto homes = w.all(EventKind::Entered, "home");
  const auto early = std::count_if(homes.begin(), homes.end(), [](double day) { return day <= 35; });
  require_share_of(static_cast<double>(early), kHouseholds, share);
}

TEST_CASE("where a stage is full, those wait for it whom inflow and stay do not explain") {
  // Three come in 30 days, and stay 20 before they claim: two are there for their stay. The other three of five wait,
  // so a wait takes 30 days.
  Build b;
  b.group("singles", 0.7, "hotel");
  b.placement("hotel");
  b.apartment("training", 4);
  b.exit("home");
  b.planned("hotel", "training", fixed_days(20));
  b.planned("training", "home", fixed_days(200));
  b.initial("hotel", "singles", 5);
  b.initial("training", "singles", 4);
  CHECK(wait_of(b) == Approx(30));
  // With a risk of 1 in 100 days 10 (1 - e^-0.2) = 1.8127 are in their stay, 0.1 e^-0.2 a day have done all, and
  // 3.1873 wait: they leave at 0.081873 / 3.1873 a day, of which the risk is 0.01.
  b.risk("hotel", "home", 3.6525);
  CHECK(wait_of(b) == Approx(1 / (0.0818731 / 3.1873075 - 0.01)));
  // A stage with an empty unit lets nobody wait.
  b.stage("training").units = 5;
  CHECK(wait_of(b) == 0);
}

TEST_CASE("in equilibrium those in excess wait at the beginning, in the order in which they moved in") {
  Build b;
  b.group("singles", 7, "hotel");
  b.placement("hotel");
  b.apartment("training", 20);
  b.exit("home");
  b.planned("hotel", "training", fixed_days(200));
  b.planned("training", "home", fixed_days(20'000));
  constexpr int kHouseholds = 1000;
  b.initial("hotel", "singles", kHouseholds);
  b.initial("training", "singles", 20);
  const Alternative alternative = with_history(b);
  // One comes a day: 200 are in their stay, and 800 wait, for 800 days.
  REQUIRE(alternative.history->waits.front() / kSecondsADay == Approx(800));
  const Witness w(alternative, 1);
  require_share_of(static_cast<double>(w.all(EventKind::Claimed, "training").size()), kHouseholds, 0.8);
  Time last = Time::min();
  for (const auto& [event, client] : w.seen()) {
    if (event.kind != EventKind::Claimed || event.time != day(0)) continue;
    REQUIRE(client.entered >= last);
    last = client.entered;
  }
}

TEST_CASE("who would have left by every route is still there because it waits") {
  Build b;
  b.group("singles", 0, "line");
  b.waiting("line");
  b.apartment("training", 3);
  b.exit("home");
  b.planned("line", "training", fixed_days(0));
  b.planned("training", "home", fixed_days(100));
  b.initial("line", "singles", 5);
  SECTION("in equilibrium") {}
  SECTION("since a date") {
    b.raw().initial.back().elapsed = fixed_days(900);
  }
  SECTION("by what the scenario has") {
    b.raw().initial.back().ready = Share(1);
  }
  const Witness w(b.settings(), 250);
  CHECK(w.all(EventKind::Entered, "training") == std::vector<double>{0, 0, 0, 100, 100});
}

TEST_CASE("a line is served by the date of entry, whatever the order of the rows") {
  Build b;
  b.group("late", 0, "line");
  b.group("early", 0, "line");
  b.waiting("line");
  b.apartment("training", 2);
  b.exit("home");
  b.planned("line", "training", fixed_days(0));
  b.planned("training", "home", fixed_days(1000));
  b.initial("line", "late", 2);
  b.raw().initial.back().elapsed = fixed_days(31);
  b.initial("line", "early", 2);
  b.raw().initial.back().elapsed = fixed_days(1000);
  const Witness w(b.settings(), 10);
  CHECK(w.all(EventKind::Entered, "training", -1, b.group_id("early")) == std::vector<double>{0, 0});
  CHECK(w.all(EventKind::Entered, "training", -1, b.group_id("late")).empty());
}

TEST_CASE("all alternatives begin with the same households, whatever they change") {
  Build b = one_stage();
  b.planned("hotel", "home", exponential_days(100));
  b.initial("hotel", "singles", 50);
  Scenario scenario;
  scenario.alternatives = {alternative_of(b.settings())};
  b.raw().moves.front().stay = everyone(exponential_days(10));
  scenario.alternatives.push_back(alternative_of(b.settings()));
  set_history(scenario);
  const Witness first(scenario.alternatives[0], 5), second(scenario.alternatives[1], 5);
  for (int i = 0; i < 50; ++i) CHECK(first.enters("hotel", i) == second.enters("hotel", i));
  CHECK(first.all(EventKind::Left) == second.all(EventKind::Left));
}
