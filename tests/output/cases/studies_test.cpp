// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "models/studies/bottleneck.hpp"
#include "models/studies/study_error.hpp"
#include "scenarios/studies/calibration.hpp"
#include "tests/output/cases/ran.hpp"

using namespace trapphus;

TEST_CASE("Fewer evictions are better, so that a post of support comes first and an apartment last", "[long]") {
  // Support makes the risk of eviction a fifth, and the team has places for 10 of the 25 tenants: half a post gives 5
  // of them support, at most (1 - 0.2) * 20 % * 5 = 0.8 evictions a year fewer, since the apartments are empty at
  // first. One apartment more holds one tenant more, whose risk is not 0: more evictions.
  const models::Scenario scenario = scenarios::read({tests::case_file("14-sign-of-bad-moves/a.yaml")});
  models::BottleneckOptions options;
  options.measure = "moves.lgh.jour";
  const models::Bottleneck found = models::find_bottleneck(scenario, options);
  REQUIRE(found.measure.better == models::Better::Less);
  REQUIRE(found.ranked.size() == 2);
  CHECK(found.ranked.front().lever.kind == models::LeverKind::Staff);
  CHECK(found.helps(found.ranked.front()));
  CHECK(found.ranked.front().effect.high < -0.3);
  CHECK(found.ranked.front().effect.mean > -0.8);
  CHECK(found.ranked.back().lever.kind == models::LeverKind::Units);
  CHECK_FALSE(found.helps(found.ranked.back()));
}

TEST_CASE("Who finds all beds of a shelter taken goes the named way, as Erlang's loss formula says", "[long]") {
  // B(12, 10) = (10^12/12!) / sum of 10^k/k!, k = 0..12, = 0.11974: 0.11974 * 3652.5 = 437.3 a year are turned away,
  // and 10 * (1 - 0.11974) = 8.8026 beds are taken. The shelter opens empty, and is as in steady state after some days:
  // of 4 years, 9 bed-days less. The number turned away in 4 years varies by sqrt(1750 * 5) = 94 at most (they come in
  // heaps), its mean a year over 50 replications by 3.3.
  const tests::Ran ran("06-turned-away/when_full.yaml");
  CHECK(ran.mean("exits.avvisad") == Approx(437.3).margin(10));
  CHECK(ran.mean("households.harbarge") == Approx(8.8026).margin(0.03));
  CHECK(ran.mean("waiting.harbarge") == 0);
  CHECK(ran.mean("arrivals") == Approx(ran.mean("exits.avvisad") + ran.mean("exits.ut")).epsilon(0.01));
}

TEST_CASE("Beds of an acute placement are refused where nothing is said of those who find them taken") {
  try {
    static_cast<void>(scenarios::read({tests::case_file("06-turned-away/a.yaml")}));
    FAIL("was read");
  } catch (const scenarios::Invalid& invalid) {
    REQUIRE(invalid.problems().size() == 1);
    CHECK(invalid.problems().front().phrase.id == "pathway.units.acute");
  }
  // With people who wait outside: M/M/12.
  CHECK_NOTHROW(scenarios::read({tests::case_file("06-turned-away/b.yaml")}));
}

TEST_CASE("One observation of a product fits neither of its factors, unless that is forced") {
  // 4 in acute housing for a month each are 48 a year, of which `with` is a share of the arrivals: 48 a year are 50 %
  // of 96 or 24 % of 200. Each alone may be anything in its range.
  scenarios::FitRequest request{tests::case_file("26-calibrate-product/a.yaml"), {}, {}, 0, {}};
  request.options.replications = 40;
  try {
    static_cast<void>(scenarios::fit(request));
    FAIL("was fitted");
  } catch (const models::StudyError& error) {
    CHECK(error.phrase().id == "calibration.refused");
  }
  request.force = true;
  const auto forced = scenarios::fit(request);
  REQUIRE(forced);
  REQUIRE(forced->fit.confounded.size() == 1);
  const auto& [arrivals, share] = std::pair(forced->fit.inputs[0], forced->fit.inputs[1]);
  CHECK(arrivals.value * share.value / 100 == Approx(48).epsilon(0.05));
  CHECK((arrivals.low == 20 && arrivals.high == 400));
  CHECK((share.low == 5 && share.high == 95));
}

TEST_CASE("A price of which the observation says nothing stays as it is written") {
  scenarios::FitRequest request{
      tests::case_file("26-calibrate-product/a.yaml"),
      {{"stages.jour.price", "500 SEK/day..1500 SEK/day"}, {"groups.h.arrivals", "20/year..400/year"}},
      {},
      0,
      {}};
  request.options.replications = 40;
  const auto fitted = scenarios::fit(request);
  REQUIRE(fitted);
  const auto place = [&](const std::string& path) {
    const auto& free = fitted->scenario.free;
    return static_cast<std::size_t>(std::ranges::find(free, path, &models::FreeInput::path) - free.begin());
  };
  const auto& price = fitted->fit.inputs[place("stages.jour.price")];
  CHECK(price.held);
  CHECK(price.value == 900);
  const auto& arrivals = fitted->fit.inputs[place("groups.h.arrivals")];
  CHECK_FALSE(arrivals.held);
  CHECK(arrivals.value == Approx(96).epsilon(0.05));  // half of them become homeless: 48
}

TEST_CASE("Twelve households in ten apartments are accepted with a word, and no apartment is vacant") {
  const tests::Ran ran("32-overfull-at-start/a.yaml");
  const auto& warnings = ran.scenario.warnings;
  CHECK(std::ranges::any_of(warnings, [](const auto& one) { return one.phrase.id == "pathway.initial.units"; }));
  CHECK(ran.mean("vacancy.lgh") == 0);
  CHECK(ran.mean("households.lgh") == 12);
}

TEST_CASE("That returns are followed for twelve months only is not kept silent in a longer period") {
  // Of 1000 with 10 % a year 95 are back after one year; the 181 after two years are not in the model yet.
  const auto scenario = scenarios::read({tests::case_file("08-returns-24-months/b.yaml")});
  CHECK(std::ranges::any_of(scenario.warnings,
                            [](const auto& one) { return one.phrase.id == "reader.relapse.followed"; }));
}
