// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/theory/station.hpp"

namespace trapphus::theory {
namespace {

constexpr double kExternalLambda = 0.5, kReturn = 0.2, kService1 = 1, kService2 = 2;

/// The first station is the base's; the second has two servers.
struct Network : Station {
  Network(std::uint64_t seed, std::uint64_t replication) : Station(1, seed, replication) {}
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;
  ~Network() { simulation.close(); }
  void count_empty() { empty.set(simulation.now(), present.level() == 0 ? 1 : 0); }

  engine::Pool second{simulation, "second", 2};
  engine::Tally journeys;
  engine::TimeAverage<> empty{engine::Time{}, 1};
};

engine::Process traveller(Network& network) {
  const engine::Time came = network.simulation.now();
  network.seen(network.present, 1);
  network.count_empty();
  do {
    network.seen(network.queued, 1);  // at the first station
    {
      const engine::Grant server = co_await network.pool.claim();
      co_await engine::delay(network.exponential(kService1));
    }
    network.seen(network.queued, -1);
    const engine::Grant server = co_await network.second.claim();
    co_await engine::delay(network.exponential(kService2));
  } while (network.random.uniform() < kReturn);
  network.seen(network.present, -1);
  network.count_empty();
  if (network.measuring) network.journeys.add(in_units(network.simulation.now() - came));
}

engine::Process travellers(Network& network) {
  for (;;) {
    co_await engine::delay(network.exponential(1 / kExternalLambda));
    network.simulation.spawn(traveller(network));
  }
}

}  // namespace

std::vector<Theory> network() {
  const auto simulated = replications(200, [&](std::uint64_t replication) {
    Network network(106, replication);
    network.simulation.spawn(travellers(network), {}, true);
    network.simulation.run_until(after(500));
    network.empty = engine::TimeAverage<>(network.simulation.now(), network.empty.level());
    network.observe(500, longer(8'000));
    network.empty.finish(network.simulation.now());
    return std::array{network.queued.average(), network.present.average() - network.queued.average(),
                      network.journeys.mean(), network.empty.average()};
  });
  const double r1 = kExternalLambda / (1 - kReturn) * kService1;
  const double r2 = kExternalLambda / (1 - kReturn) * kService2 / 2;
  const double first = r1 / (1 - r1);
  const double second = 2 * r2 / (1 - r2 * r2);
  return {compared("Jackson network",
                   {{"mean number at the first", first},
                    {"mean number at the second", second},
                    {"mean time within", (first + second) / kExternalLambda, true},
                    {"P(empty)", (1 - r1) * (1 - r2) / (1 + r2)}},
                   simulated)};
}

// Jackson (1957): both stations see the rate lambda / (1 - 0.2) = 0.625, and are in equilibrium like independent M/M/1
// and M/M/2. M/M/1 with r = 0.625: P(0) = 1 - r, mean r / (1 - r). M/M/2 with load a = 1.25, r = a / 2:
// P(0) = (1 - r) / (1 + r), mean 2 r / (1 - r^2). The time from coming to going is the mean number over lambda
// (Little). Standard errors from independent replications, each after a warm-up of 500.
TEST_CASE("A network of two stations with returns has Jackson's product form", "[long]") {
  check_rows(network());
}

}  // namespace trapphus::theory
