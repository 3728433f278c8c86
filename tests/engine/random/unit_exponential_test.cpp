// SPDX-License-Identifier: MIT
#include "engine/random/unit_exponential.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/random/random.hpp"

namespace {

using namespace trapphus::engine;

TEST_CASE("a unit exponential that is spent at one rate lasts as long as what it held divided by the rate") {
  const UnitExponential exposure(2);
  CHECK(exposure.seconds_at(0.5) == 4);
  CHECK(std::isinf(exposure.seconds_at(0)));
}

TEST_CASE("a rate that changes spends it part by part, and what is spent too much is kept") {
  UnitExponential exposure(2);
  exposure.spend(0.1, Duration(5));
  CHECK(exposure.left() == 1.5);
  exposure.spend(0, Duration(1'000));
  CHECK(exposure.seconds_at(0.25) == 6);
  exposure.spend(0.25, Duration(8));
  CHECK(exposure.left() == -0.5);
  CHECK(exposure.seconds_at(0.25) == 0);
}

TEST_CASE(
    "an event that is drawn so comes by its hazard: with rates 1 and then 3 a share exp(-1-3) is left after 1 + 1") {
  int later = 0;
  constexpr int kDraws = 100'000;
  for (int i = 0; i < kDraws; ++i) {
    UnitExponential exposure(Stream({1, 2, static_cast<std::uint64_t>(i), 3}).exponential());
    exposure.spend(1, Duration(1));
    exposure.spend(3, Duration(1));
    later += exposure.left() > 0 ? 1 : 0;
  }
  const double share = std::exp(-4.0), error = std::sqrt(share * (1 - share) / kDraws);
  CHECK(std::abs(static_cast<double>(later) / kDraws - share) < 4 * error);
}

}  // namespace
