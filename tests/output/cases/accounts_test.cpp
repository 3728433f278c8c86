// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/output/cases/ran.hpp"

using trapphus::tests::Ran;

TEST_CASE("Households that come and leave at one instant cost no night, and a leap year has 366 days' rent") {
  const Ran ran("25-nights-and-leap-year/a.yaml");
  const double rent = 732'000, premises = 36'500 * (307.0 / 366 + 59.0 / 365);
  CHECK(ran.mean("cost.total") * 24 == Approx(rent + premises).epsilon(1e-9));
}

TEST_CASE("Cleaning between tenants delays the next as the Pollaczek-Khinchine formula says", "[long]") {
  // M/G/1 with service X + 1 month, X exponential of 2 months: rho = 3/12 * 3 = 0.75, E[S^2] = (2^2 + 3^2) = 13, so
  // 0.25 * 0.25 * 13 / (2 * 0.25) = 1.625 wait.
  const Ran ran("31-cleaning-between-tenants/a.yaml");
  const auto lived_in = ran.estimate("households.lgh");
  CHECK(lived_in.low < 0.5);
  CHECK(lived_in.high > 0.5);
}
