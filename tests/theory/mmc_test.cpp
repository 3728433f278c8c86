// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/theory/station.hpp"

namespace trapphus::theory {
namespace {

/// Erlang's C: the share who wait, of offered load a at c servers, through Erlang's B: B(0) = 1,
/// B(k) = a B(k-1) / (k + a B(k-1)); C = B / (1 - (a/c)(1 - B)).
double erlang_c(double a, int c) {
  double b = 1;
  for (int k = 1; k <= c; ++k) b = a * b / (k + a * b);
  return b / (1 - a / c * (1 - b));
}

}  // namespace

std::vector<Theory> many_servers() {
  const double load = 10;
  const int servers = 12;
  const auto simulated = replications(200, [&](std::uint64_t replication) {
    Station queue(servers, 102, replication);
    queue.simulation.spawn(arrivals(queue, load, 1), {}, true);
    queue.observe(200, longer(1'000));
    return std::array{queue.waits.mean(), queue.waited_at_all.mean(), queue.present.average() - queue.queued.average()};
  });
  const double waits = erlang_c(load, servers);
  return {compared("M/M/12, load 10",
                   {{"mean wait", waits / (servers - load)}, {"share who wait", waits}, {"mean number served", load}},
                   simulated)};
}

TEST_CASE("Erlang's C is what tables give") {
  CHECK(erlang_c(0.8, 1) == Approx(0.8));  // one server: rho
  CHECK(erlang_c(10, 12) == Approx(0.449388).epsilon(1e-5));
}

// c servers, offered load a = lambda / mu. A customer waits with probability C(a, c), and then an exponential time of
// rate c mu - lambda; a servers are busy on average.
// Standard errors from independent replications, each after a warm-up of 200 services.
TEST_CASE("M/M/c waits are those of Erlang's C", "[long]") {
  check_rows(many_servers());
}

}  // namespace trapphus::theory
