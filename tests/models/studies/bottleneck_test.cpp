// SPDX-License-Identifier: MIT
#include "models/studies/bottleneck.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "models/staircase/scenario.hpp"
#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

Scenario searched_scenario(Settings settings, double length = 700) {
  Scenario scenario;
  scenario.from = kSunday;
  scenario.to = day(length);
  scenario.seed = 5;
  scenario.replications = 60;
  scenario.alternatives = {alternative_of(std::move(settings))};
  return scenario;
}

/// As many come as `units` apartments and a team of one post leave room for.
Build staircase(int units, double fte) {
  Build b;
  b.group("singles", 1, "hotel");
  b.placement("hotel", 600);
  b.apartment("training", units, 6000);
  b.exit("home");
  const auto team = b.team("teachers", fte, 20, 8, 600'000);
  const auto course = b.service("course", team, Distribution::constant(20), 5);
  b.planned("hotel", "training", fixed_days(7), 1, {course});
  b.planned("training", "home", exponential_days(100));
  return b;
}

Bottleneck found(const Scenario& scenario, BottleneckOptions options = {}) {
  return find_bottleneck(scenario, options);
}

std::string best(const Scenario& scenario, const Bottleneck& bottleneck) {
  REQUIRE_FALSE(bottleneck.ranked.empty());
  return path_of(scenario.alternatives.front().epochs.front().settings, bottleneck.ranked.front().lever);
}

}  // namespace

// 5 apartments serve 5 x 365 / 100 = 18 households a year, and 52 come; the course could be given to three times as
// many. Another apartment is let at once and for good: 365.25 / 100 homes a year more, for 6000 SEK a month, while
// those who live in it no longer cost 600 a night in the hotel: it saves.
TEST_CASE("where the pool binds, another unit gives the homes that theory says, and posts give none", "[long]") {
  const Scenario scenario = searched_scenario(staircase(5, 3).settings());
  const Bottleneck bottleneck = found(scenario);
  REQUIRE(best(scenario, bottleneck) == "stages.training.units");
  const LeverEffect& unit = bottleneck.ranked.front();
  CHECK(bottleneck.helps(unit));
  // A deviation of one unit's homes: its rounds are a Poisson stream of 7 in 700 days, so the standard error is at most
  // sqrt(7 / 60) / 1.92 years = 0.18; the first weeks, before anybody is ready, cost 0.15 a year.
  CHECK(std::abs(unit.effect.mean - 365.25 / 100) < 3.5 * 0.18 + 0.15);
  CHECK(unit.cost.high < 0);
  CHECK(unit.price.high < 0);
  const LeverEffect& post = bottleneck.ranked.back();
  CHECK_FALSE(post.distinguishable());
  CHECK(std::isnan(post.price.mean));
  // Half a post costs 25 000 SEK a month whatever it gives.
  CHECK(post.cost.mean == Approx(25'000).epsilon(0.001));
  CHECK_FALSE(bottleneck.together);
  CHECK(bottleneck.lost.size() >= 1);
  CHECK(bottleneck.base.mean == Approx(5 * 3.6525).epsilon(0.1));
}

// Half a post has 10 h a week: 26 courses a year for 52 who come. Half a post more doubles that.
TEST_CASE("where staff binds, half a post gives most homes, and what they cost is the post over the homes") {
  Build b = staircase(60, 0.5);
  b.stage("hotel").price = everyone(a_day(0));  // so that nothing is saved: cost is the post alone
  const Scenario scenario = searched_scenario(b.settings());
  const Bottleneck bottleneck = found(scenario);
  REQUIRE(best(scenario, bottleneck) == "staff.teachers.fte");
  const LeverEffect& post = bottleneck.ranked.front();
  CHECK(bottleneck.helps(post));
  CHECK(post.effect.mean > 12);
  CHECK(post.cost.mean == Approx(25'000).epsilon(0.01));
  CHECK(post.price.mean == Approx(post.cost.mean * 12 / post.effect.mean).epsilon(0.01));
  CHECK(post.price.low < post.price.mean);
  CHECK(post.price.mean < post.price.high);
  CHECK_FALSE(bottleneck.ranked.back().distinguishable());
}

TEST_CASE("where nothing is scarce no change can be told from chance, and more offers give more homes") {
  Build b;
  b.group("singles", 1, "hotel");
  b.placement("hotel", 600);
  b.apartment("training", 200, 6000);
  b.exit("home");
  b.risk("hotel", "training", 0.1);
  b.risk("training", "hotel", 1);
  b.offers("hotel", "home", 1);
  const Scenario scenario = searched_scenario(b.settings());
  const Bottleneck bottleneck = found(scenario);
  for (const LeverEffect& effect : bottleneck.ranked) CHECK_FALSE(effect.distinguishable());
  REQUIRE(bottleneck.market);
  CHECK(bottleneck.helps(*bottleneck.market));
  CHECK_FALSE(bottleneck.together);
  REQUIRE(bottleneck.lost.size() == 1);
  CHECK(bottleneck.lost[0].cause == "market");
}

// Three households' nights are allowed, for 156 households a year who each need 30.
TEST_CASE("where a budget refuses, more of it gives homes, at a price", "[long]") {
  Build b;
  b.group("singles", 3, "hotel");
  b.placement("hotel", 0);
  b.placement("hostel", 1000, false);
  b.exit("home");
  b.planned("hotel", "hostel", fixed_days(5));
  b.planned("hostel", "home", fixed_days(30));
  b.ceiling("nights", {"hostel"}, a_month(92'000)).when_reached = WhenReached::Refuse;
  const Scenario scenario = searched_scenario(b.settings());
  const Bottleneck bottleneck = found(scenario);
  REQUIRE(best(scenario, bottleneck) == "ceilings.nights.amount");
  const LeverEffect& budget = bottleneck.ranked.front();
  CHECK(bottleneck.helps(budget));
  CHECK(budget.cost.low > 0);
  // The price is the whole period's extra cost by its extra homes: 22.98 months, 1.916 years.
  CHECK(budget.price.mean == Approx(budget.cost.mean * 22.98 / (budget.effect.mean * 1.9165)).epsilon(0.002));
}

TEST_CASE("where takeovers use the apartments up, another allotment a year gives another home a year, in the end",
          "[long]") {
  Build b;
  b.group("singles", 2, "hotel");
  b.placement("hotel", 600);
  b.apartment("trial", 4, 6000);
  b.exit("first_hand", true, true);
  b.stage("trial").allotted = per_year(4);
  b.planned("hotel", "trial", fixed_days(5));
  b.planned("trial", "first_hand", fixed_days(100)).takeover = true;
  const Bottleneck bottleneck = found(searched_scenario(b.settings(), 1461));
  const auto allotment =
      std::find_if(bottleneck.ranked.begin(), bottleneck.ranked.end(),
                   [](const LeverEffect& effect) { return effect.lever.kind == LeverKind::Allotments; });
  REQUIRE(allotment != bottleneck.ranked.end());
  // 5 instead of 4 a year, evenly spaced, each let at once: in four years 20 instead of 16. The last of both has come
  // on the last day and 100 days before it none has become a home: 18 homes instead of 14.
  CHECK(allotment->effect.mean == Approx(1).margin(0.26));
  CHECK(bottleneck.helps(*allotment));
}

TEST_CASE("two changes that need each other give more together than one by one", "[long]") {
  // 0.25 posts serve 13 a year, and 3 apartments 11: with more of only one of them the other binds soon.
  const Scenario scenario = searched_scenario(staircase(3, 0.25).settings(), 1400);
  BottleneckOptions options;
  options.run.replications = 120;
  Bottleneck bottleneck = found(scenario, options);
  if (!bottleneck.together) FAIL("both were expected to help by themselves");
  CHECK(bottleneck.together->effect.mean > bottleneck.ranked[0].effect.mean);
  CHECK(bottleneck.together->effect.mean ==
        Approx(bottleneck.together->interaction.mean + bottleneck.ranked[0].effect.mean +
               bottleneck.ranked[1].effect.mean));
}

TEST_CASE("for a queue fewer is better", "[long]") {
  const Scenario scenario = searched_scenario(staircase(5, 1).settings());
  BottleneckOptions options;
  options.measure = "households.acute";
  const Bottleneck bottleneck = found(scenario, options);
  CHECK(bottleneck.measure.better == Better::Less);
  REQUIRE(best(scenario, bottleneck) == "stages.training.units");
  CHECK(bottleneck.ranked.front().effect.high < 0);
  CHECK(bottleneck.helps(bottleneck.ranked.front()));
}

TEST_CASE("where neither more nor less is better, changes stand by size and none helps", "[long]") {
  const Scenario scenario = searched_scenario(staircase(5, 3).settings());
  BottleneckOptions options;
  options.measure = "households.training";
  const Bottleneck bottleneck = found(scenario, options);
  CHECK(bottleneck.measure.better == Better::Neither);
  REQUIRE(best(scenario, bottleneck) == "stages.training.units");
  CHECK(bottleneck.ranked.front().distinguishable());
  CHECK_FALSE(bottleneck.helps(bottleneck.ranked.front()));
  CHECK(std::isnan(bottleneck.ranked.front().price.mean));
}

TEST_CASE("the answer does not depend on the number of threads, but on the seed") {
  const Scenario scenario = searched_scenario(staircase(5, 0.6).settings(), 300);
  const auto numbers = [&](int jobs, std::uint64_t seed) {
    BottleneckOptions options;
    options.run.jobs = jobs;
    options.run.seed = seed;
    options.run.replications = 12;
    std::vector<double> all;
    for (const LeverEffect& e : found(scenario, options).ranked) {
      all.insert(all.end(), {e.effect.mean, e.effect.low, e.cost.mean, e.cost.high});
    }
    return all;
  };
  CHECK(numbers(1, 3) == numbers(2, 3));
  CHECK(numbers(1, 3) != numbers(1, 4));
}

TEST_CASE("an alternative by name, what is not there is refused, and so are costs") {
  Scenario scenario = searched_scenario(staircase(5, 1).settings(), 100);
  scenario.alternatives.push_back(scenario.alternatives.front());
  scenario.alternatives.back().name = "other";
  scenario.alternatives.back().epochs.push_back({day(50), staircase(7, 1).settings()});
  BottleneckOptions options;
  options.run.replications = 2;
  options.alternative = "other";
  const Bottleneck other = found(scenario, options);
  CHECK(other.alternative == "other");
  REQUIRE(other.limits.size() == 2);
  CHECK(other.limits[0].limits.greatest_homes_per_year < other.limits[1].limits.greatest_homes_per_year);
  options.alternative = "nobody";
  CHECK_THROWS_AS(found(scenario, options), std::invalid_argument);
  options = {};
  options.measure = "hoems";
  CHECK_THROWS_AS(found(scenario, options), std::invalid_argument);
  options.measure = "cost.total";
  CHECK_THROWS_AS(found(scenario, options), std::invalid_argument);
}

TEST_CASE("an interrupted search says so and keeps what was finished") {
  std::atomic<bool> stop = false;
  BottleneckOptions options;
  options.run.replications = 500;
  options.run.jobs = 1;
  options.run.stop = &stop;
  options.run.progress = [&](const Progress& progress) {
    if (progress.done >= 3) stop = true;
  };
  const Bottleneck bottleneck = found(searched_scenario(staircase(5, 1).settings(), 100), options);
  CHECK_FALSE(bottleneck.complete);
  CHECK(bottleneck.replications >= 3);
  CHECK(bottleneck.replications < 500);
  CHECK_FALSE(bottleneck.together);
}
