// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "engine/process/combine.hpp"
#include "tests/theory/station.hpp"

namespace trapphus::theory {
namespace {

constexpr double kLambda = 5, kMu = 1, kTheta = 0.5;
constexpr int kServers = 3;

struct Stationary {
  double queued = 0, served = 0;
};

/// The number present is a birth-death chain: up at lambda, down from n at min(n, c) mu + max(n - c, 0) theta. So
/// p(n) = p(n-1) lambda / down(n), normed by the sum; above 200 nothing is left of it.
Stationary birth_death() {
  std::vector<double> p{1};
  double sum = 1;
  for (int n = 1; n <= 200; ++n) {
    const double down = std::min(n, kServers) * kMu + std::max(n - kServers, 0) * kTheta;
    p.push_back(p.back() * kLambda / down);
    sum += p.back();
  }
  Stationary result;
  for (int n = 0; n <= 200; ++n) {
    result.queued += p[static_cast<std::size_t>(n)] / sum * std::max(n - kServers, 0);
    result.served += p[static_cast<std::size_t>(n)] / sum * std::min(n, kServers);
  }
  return result;
}

engine::Process impatient(Station& station, engine::Tally& gave_up) {
  station.seen(station.queued, 1);
  auto outcome = co_await engine::first_of(station.pool.claim(), engine::delay(station.exponential(1 / kTheta)));
  station.seen(station.queued, -1);
  const bool served = outcome.index() == 0;
  if (station.measuring) gave_up.add(served ? 0 : 1);
  if (!served) co_return;
  const engine::Grant server = std::move(outcome.get<0>());
  station.seen(station.present, 1);  // at a server
  co_await engine::delay(station.exponential(1 / kMu));
  station.seen(station.present, -1);
}

engine::Process impatient_arrivals(Station& station, engine::Tally& gave_up) {
  for (;;) {
    co_await engine::delay(station.exponential(1 / kLambda));
    station.simulation.spawn(impatient(station, gave_up));
  }
}

}  // namespace

std::vector<Theory> reneging() {
  const auto simulated = replications(200, [&](std::uint64_t replication) {
    Station queue(kServers, 103, replication);
    engine::Tally gave_up;
    queue.simulation.spawn(impatient_arrivals(queue, gave_up), {}, true);
    queue.observe(100, longer(2'000));
    return std::array{queue.queued.average(), queue.present.average(), gave_up.mean()};
  });
  const Stationary expected = birth_death();
  return {compared("M/M/3+M",
                   {{"mean number waiting", expected.queued},
                    {"mean number served", expected.served},
                    {"share who give up", kTheta * expected.queued / kLambda, true}},
                   simulated)};
}

TEST_CASE("In a birth-death chain what comes goes") {
  const Stationary expected = birth_death();
  CHECK(expected.served * kMu + expected.queued * kTheta == Approx(kLambda));
}

// M/M/c+M: who waits gives up after an exponential time of rate theta. Of all who come a share theta E[queued] / lambda
// gives up. Standard errors from independent replications, each after a warm-up of 100 services.
TEST_CASE("M/M/c with customers who give up has the levels of its birth-death chain", "[long]") {
  check_rows(reneging());
}

}  // namespace trapphus::theory
