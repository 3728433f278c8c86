// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/output/cases/ran.hpp"

using trapphus::tests::Ran;

TEST_CASE("A cohort without newcomers waits to the end for apartments that are taken over") {
  // Eight: after 10 days five get the five apartments, and take them over after a year. Three stay: of the 730 nights
  // the eight have 8 x 10, and the three 3 x 720 more.
  const Ran ran("30-closed-cohort/a.yaml");
  CHECK(ran.mean("homes") * 2 == Approx(5));
  CHECK(ran.mean("cost.nights") * 24 == Approx((8 * 10 + 3 * 720) * 900.0));
  CHECK(ran.monthly("households.jour").back() == 3);
}

TEST_CASE("A post that is vacant to the end leaves all where they are") {
  const Ran ran("30-closed-cohort/b.yaml");
  CHECK(ran.mean("homes") == 0);
  CHECK(ran.mean("households.jour") == Approx(8));
}

TEST_CASE("An inflow that ends is a result") {
  const Ran ran("30-closed-cohort/d.yaml");
  CHECK(ran.monthly("households.jour", {}, 1).back() < ran.monthly("households.jour", {}, 0).back());
}

TEST_CASE("Tenants who want each other's only apartment wait in a circle, which is named") {
  const Ran ran("09-swap-deadlock/b.yaml");
  CHECK(ran.mean("homes") == 0);
  const auto& waits = ran.results.alternatives.front().circular_waits;
  REQUIRE(waits.size() == 1);
  CHECK(waits[0].stages == std::vector<std::string>{"trappa", "stod"});
  CHECK(waits[0].replications == 2);
  CHECK(trapphus::engine::to_string(waits[0].earliest) == "2021-01-31");
}

TEST_CASE("With an exchange both have a home after sixty days") {
  const Ran ran("09-swap-deadlock/b.yaml",
                {{"moves.trappa.stod.exchange", "yes"}, {"moves.stod.trappa.exchange", "yes"}});
  CHECK(ran.mean("homes") == Approx(2));
  CHECK(ran.monthly("homes")[2] == 2);  // in March
  CHECK(ran.results.alternatives.front().circular_waits.empty());
}

TEST_CASE("Two kinds of housing whose tenants change places lock up sooner or later, and an exchange prevents it") {
  // Five and five apartments; half of the tenants of the first and all of the second want the other kind. All twelve
  // newcomers a year get a home only as long as not all ten want to change: with exchanges the first kind serves
  // 5 / 6 months = 10 stays a year, half of which end with a home.
  const std::string file = "09-swap-deadlock/a.yaml";
  const Ran locked(file);
  REQUIRE(locked.results.alternatives.front().circular_waits.size() == 1);
  CHECK(locked.results.alternatives.front().circular_waits[0].replications > 50);
  CHECK(locked.monthly("homes").back() < locked.monthly("homes")[12]);
  const Ran free(file, {{"moves.trappa.stod.exchange", "yes"}, {"moves.stod.trappa.exchange", "yes"}});
  CHECK(free.results.alternatives.front().circular_waits.empty());
  CHECK(free.mean("homes") > 1.5 * locked.mean("homes"));
}
