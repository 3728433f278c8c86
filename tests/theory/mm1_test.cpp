// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/theory/station.hpp"

namespace trapphus::theory {

std::vector<Theory> one_server() {
  const double rho = 0.8;
  const auto simulated = replications(240, [&](std::uint64_t replication) {
    Station queue(1, 101, replication);
    queue.simulation.spawn(arrivals(queue, rho, 1), {}, true);
    queue.observe(500, longer(10'000));
    return std::array{queue.waits.mean(), queue.waited_at_all.mean(), queue.present.average()};
  });
  return {compared(
      "M/M/1, rho 0.8",
      {{"mean wait", rho / (1 - rho)}, {"share who wait", rho}, {"mean number present", rho / (1 - rho), true}},
      simulated)};
}

// Poisson arrivals at rate lambda, exponential service at rate mu, one server; rho = lambda / mu. The number present is
// geometric, P(n) = (1 - rho) rho^n. So the server is busy, and by PASTA a customer waits, with probability rho; the
// mean number present is rho / (1 - rho); the mean wait is rho / (mu - lambda).
// Standard errors from independent replications, each after a warm-up of 500 services.
TEST_CASE("M/M/1 waits and levels are those of theory", "[long]") {
  check_rows(one_server());
}

}  // namespace trapphus::theory
