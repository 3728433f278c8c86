// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/process/simulation.hpp"
#include "engine/process/wait.hpp"
#include "engine/random/distribution.hpp"
#include "engine/random/random.hpp"
#include "tests/theory/table.hpp"

namespace trapphus::theory {
namespace {

using engine::Distribution;

constexpr double kArrivalRate = 20, kHorizon = 12;

engine::Process guest(engine::Duration stay) {
  co_await engine::delay(stay);
}

engine::Process guests(engine::Simulation& simulation, engine::Stream& random, const Distribution& stay) {
  for (;;) {
    co_await engine::delay(units(random.exponential() / kArrivalRate));
    simulation.spawn(guest(units(stay.sample(random))));
  }
}

double occupancy(const Distribution& stay, std::uint64_t seed, std::uint64_t replication) {
  engine::Stream random({seed, replication, 0, 0});
  engine::Simulation simulation(engine::Time{});
  simulation.spawn(guests(simulation, random, stay), {}, true);
  simulation.run_until(after(kHorizon));
  const auto present = static_cast<double>(simulation.live_processes() - 1);
  simulation.close();
  return present;
}

/// Integral of P(stay > u) for u from 0 to the horizon, by the midpoint rule.
double mean_stay_within_horizon(const Distribution& stay) {
  const int steps = 120'000;
  double sum = 0;
  for (int i = 0; i < steps; ++i) sum += 1 - stay.cdf((i + 0.5) * kHorizon / steps);
  return sum * kHorizon / steps;
}

double poisson_cdf(int n, double mean) {
  double term = std::exp(-mean);
  double sum = term;
  for (int k = 1; k <= n; ++k) sum += term *= mean / k;
  return sum;
}

Theory poisson(const std::string& model, const Distribution& stay, std::uint64_t seed) {
  const double mean = kArrivalRate * mean_stay_within_horizon(stay);
  const auto simulated = terminating(4'800, [&](std::uint64_t replication) {
    const double n = occupancy(stay, seed, replication);
    return std::array{n, (n - mean) * (n - mean), n <= 15 ? 1.0 : 0.0};
  });
  return compared(model,
                  {{"mean number present", mean}, {"its variance", mean}, {"P(at most 15)", poisson_cdf(15, mean)}},
                  simulated);
}

}  // namespace

std::vector<Theory> infinite_servers() {
  return {poisson("M/G/inf, lognormal", Distribution::lognormal(1, 1.5), 104),
          poisson("M/G/inf, constant", Distribution::constant(1), 109)};
}

// Everybody is served at once. Who came at time u is still there at t with probability P(S > t - u), independently of
// all others: a thinned Poisson process. So from an empty start the number present at t is Poisson with mean
// lambda * integral of P(S > u) over (0, t), which tends to lambda E[S] whatever the law of S. One observation a
// replication; the variance is the mean square distance from the known mean.
TEST_CASE("M/G/infinity has Poisson occupancy, whatever the law of the stay", "[long]") {
  check_rows(infinite_servers());
}

}  // namespace trapphus::theory
