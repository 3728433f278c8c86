// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <functional>

#include "engine/process/simulation.hpp"
#include "engine/random/random.hpp"
#include "engine/resources/team.hpp"
#include "engine/statistics/tally.hpp"
#include "engine/statistics/time_average.hpp"
#include "tests/theory/table.hpp"

namespace trapphus::theory {
namespace {

using engine::Stream;
using engine::Time;

constexpr double kRho = 0.7;

using Law = std::function<double(Stream&)>;

struct Shared {
  Shared(std::uint64_t seed, std::uint64_t replication) : random({seed, replication, 0, 0}) {}
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;
  ~Shared() { simulation.close(); }
  engine::Simulation simulation{Time{}};
  engine::Team team{simulation, "team", 1 / kUnit};  // one unit of work in a unit of time
  Stream random;
  bool measuring = false;
  engine::Tally sojourns;
  engine::TimeAverage<> present{Time{}};
};

engine::Process job(Shared& shared, double amount) {
  const Time came = shared.simulation.now();
  shared.present.change(came, 1);
  {
    engine::Activity work(shared.team, amount, 1);
    co_await work.done();
  }
  const Time left = shared.simulation.now();
  shared.present.change(left, -1);
  if (shared.measuring) shared.sojourns.add(in_units(left - came));
}

engine::Process jobs(Shared& shared, const Law& law) {
  for (;;) {
    co_await engine::delay(units(shared.random.exponential() / kRho));
    shared.simulation.spawn(job(shared, law(shared.random)));
  }
}

Theory insensitive(const std::string& model, std::uint64_t seed, const Law& law) {
  const auto simulated = replications(160, [&](std::uint64_t replication) {
    Shared shared(seed, replication);
    shared.simulation.spawn(jobs(shared, law), {}, true);
    shared.simulation.run_until(after(1'000));
    shared.measuring = true;
    shared.present = engine::TimeAverage<>(shared.simulation.now(), shared.present.level());
    const double before = shared.team.delivered();
    shared.simulation.run_until(after(1'000 + longer(4'000)));
    shared.present.finish(shared.simulation.now());
    return std::array{shared.sojourns.mean(), shared.present.average(),
                      (shared.team.delivered() - before) / longer(4'000)};
  });
  return compared(
      model,
      {{"mean time within", 1 / (1 - kRho)}, {"mean number present", kRho / (1 - kRho), true}, {"utilisation", kRho}},
      simulated);
}

}  // namespace

std::vector<Theory> processor_sharing() {
  return {insensitive("M/G/1-PS, exponential", 107, [](Stream& random) { return random.exponential(); }),
          insensitive("M/G/1-PS, constant", 110, [](Stream&) { return 1.0; }),
          insensitive("M/G/1-PS, hyperexponential", 111, [](Stream& random) {
            const double mean = random.uniform() < 0.9 ? 0.5 : 5.5;
            return mean * random.exponential();
          })};
}

// M/G/1 with the server shared equally by all present: here a team whose pieces of work have bounds above its capacity.
// The number present is geometric with parameter rho, whatever the law of the work (Kleinrock 1967; Sakata, Noguchi and
// Oizumi 1969), so the mean time within is E[S] / (1 - rho). All three laws have mean 1; squared coefficients of
// variation are 1, 0 and 5.5 (hyperexponential: mean 0.5 with probability 0.9, else 5.5).
// Standard errors from independent replications, each after a warm-up of 1000.
TEST_CASE("M/G/1 processor sharing depends on the mean work only", "[long]") {
  check_rows(processor_sharing());
}

}  // namespace trapphus::theory
