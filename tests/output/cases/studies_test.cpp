// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "models/studies/bottleneck.hpp"
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

TEST_CASE("Who finds all beds of a shelter taken goes the named way, as Erlang's loss formula says") {
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
