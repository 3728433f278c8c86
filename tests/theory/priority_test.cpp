// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/theory/station.hpp"

namespace trapphus::theory {
namespace {

constexpr std::array kClassLambda{0.3, 0.5};
constexpr std::array kService{1.0, 0.8};

struct Counter : Station {
  using Station::Station;
  std::array<engine::Tally, 2> waits_of;
};

engine::Process of_class(Counter& counter, std::size_t rank) {
  const engine::Time came = counter.simulation.now();
  const engine::Grant server = co_await counter.pool.claim(static_cast<std::int64_t>(rank));
  if (counter.measuring) counter.waits_of[rank].add(in_units(counter.simulation.now() - came));
  co_await engine::delay(counter.exponential(kService[rank]));
}

engine::Process arrivals_of_class(Counter& counter, std::size_t rank) {
  for (;;) {
    co_await engine::delay(counter.exponential(1 / kClassLambda[rank]));
    counter.simulation.spawn(of_class(counter, rank));
  }
}

}  // namespace

std::vector<Theory> priorities() {
  const auto simulated = replications(240, [&](std::uint64_t replication) {
    Counter counter(1, 105, replication);
    for (const std::size_t rank : {0U, 1U}) counter.simulation.spawn(arrivals_of_class(counter, rank), {}, true);
    counter.observe(300, longer(8'000));
    return std::array{counter.waits_of[0].mean(), counter.waits_of[1].mean()};
  });
  const double w0 = kClassLambda[0] * kService[0] * kService[0] + kClassLambda[1] * kService[1] * kService[1];
  const double first = kClassLambda[0] * kService[0];
  const double both = first + kClassLambda[1] * kService[1];
  return {compared("M/M/1, priorities",
                   {{"mean wait of the first class", w0 / (1 - first)},
                    {"mean wait of the second class", w0 / ((1 - first) * (1 - both))}},
                   simulated)};
}

// Cobham (1954): the work in service found on arrival has mean W0 = sum of lambda_i E[S_i^2] / 2, here lambda_i times
// the squared mean service. With s_k the load of classes 1 to k, class k waits W0 / ((1 - s_{k-1}) (1 - s_k)).
// Standard errors from independent replications, each after a warm-up of 300 services.
TEST_CASE("Non-preemptive priorities give Cobham's mean waits", "[long]") {
  check_rows(priorities());
}

}  // namespace trapphus::theory
