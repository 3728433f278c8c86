// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/bench/models.hpp"
#include "tests/theory/table.hpp"

namespace trapphus::theory {

// The staircase of tests/bench: a Markov chain in (households in acute, in training, in trial and before it). Its
// Kolmogorov equations were solved numerically, from the empty start to 520 weeks; the expected values are from there.
// Standard errors from independent replications; of a standard deviation s, s / sqrt(2 (n - 1)), for nearly normal
// levels.
TEST_CASE("The staircase of the benchmark has the expected values of its Kolmogorov equations", "[long]") {
  const int n = 200;
  const auto simulated = bench::staircase(n, 108, [](engine::Time) { return engine::calendar_kernel(); });
  agrees("staircase", "first-hand contracts", 278.684, simulated.first_hand);
  agrees("staircase", "in acute at the end", 227.700, simulated.acute_at_end);
  agrees("staircase", "homes found alone", 4255.30, simulated.own_homes);
  agrees("staircase", "returns to acute", 113.118, simulated.returns);
  agrees("staircase", "waiting for trial at the end", 318.316, simulated.waiting_for_trial);
  agrees("staircase", "events", 10'488.1, simulated.events);
  const double relative = 1 / std::sqrt(2.0 * (n - 1));
  agrees("staircase", "deviation of in acute", 16.125, simulated.acute_at_end.deviation(), 16.125 * relative);
  agrees("staircase", "deviation of waiting for trial", 29.804, simulated.waiting_for_trial.deviation(),
         29.804 * relative);
}

}  // namespace trapphus::theory
