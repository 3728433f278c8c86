// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/bench/models.hpp"
#include "tests/theory/table.hpp"

namespace trapphus::theory {
namespace {

constexpr double kAcute = 227.700, kAcuteDeviation = 16.125, kWaiting = 318.316, kWaitingDeviation = 29.804;

double squared(double x) {
  return x * x;
}

}  // namespace

std::vector<Theory> benchmark_staircase() {
  constexpr std::uint64_t kSeeds = 108'000'000;
  const auto simulated = terminating(800, [](std::uint64_t replication) {
    const auto one = bench::staircase(1, kSeeds + replication, [](engine::Time) { return engine::calendar_kernel(); });
    const double acute = one.acute_at_end.mean(), waiting = one.waiting_for_trial.mean();
    return std::array{one.first_hand.mean(),
                      acute,
                      one.own_homes.mean(),
                      one.returns.mean(),
                      waiting,
                      one.events.mean(),
                      squared(acute - kAcute),
                      squared(waiting - kWaiting)};
  });
  return {compared("staircase",
                   {{"first-hand contracts", 278.684},
                    {"in acute at the end", kAcute},
                    {"homes found alone", 4255.30},
                    {"returns to acute", 113.118},
                    {"waiting for trial at the end", kWaiting},
                    {"events", 10'488.1, true},
                    {"variance of in acute", squared(kAcuteDeviation)},
                    {"variance of waiting for trial", squared(kWaitingDeviation)}},
                   simulated)};
}

// The staircase of tests/bench: a Markov chain in (households in acute, in training, in trial and before it). Its
// Kolmogorov equations were solved numerically, from the empty start to 520 weeks; the expected values are from there,
// the variances are mean square distances from the known means. Standard errors from independent replications.
TEST_CASE("The staircase of the benchmark has the expected values of its Kolmogorov equations", "[long]") {
  check_rows(benchmark_staircase());
}

}  // namespace trapphus::theory
