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
  explicit Shared(std::uint64_t replication) : random({107, replication, 0, 0}) {}
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

void check_insensitive(const std::string& theory, const Law& law) {
  const auto simulated = replications(40, [&](std::uint64_t replication) {
    Shared shared(replication);
    shared.simulation.spawn(jobs(shared, law), {}, true);
    shared.simulation.run_until(after(400));
    shared.measuring = true;
    shared.present = engine::TimeAverage<>(shared.simulation.now(), shared.present.level());
    const double before = shared.team.delivered();
    shared.simulation.run_until(after(4'400));
    shared.present.finish(shared.simulation.now());
    return std::array{shared.sojourns.mean(), shared.present.average(), (shared.team.delivered() - before) / 4'000};
  });
  agrees(theory, "mean time within", 1 / (1 - kRho), simulated[0]);
  agrees(theory, "mean number present", kRho / (1 - kRho), simulated[1]);
  agrees(theory, "utilisation", kRho, simulated[2]);
}

}  // namespace

// M/G/1 with the server shared equally by all present: here a team whose pieces of work have bounds above its capacity.
// The number present is geometric with parameter rho, whatever the law of the work (Kleinrock 1967; Sakata, Noguchi and
// Oizumi 1969), so the mean time within is E[S] / (1 - rho). All three laws have mean 1; squared coefficients of
// variation are 1, 0 and 5.5 (hyperexponential: mean 0.5 with probability 0.9, else 5.5).
// Standard errors from independent replications, each after a warm-up of 400.
TEST_CASE("M/G/1 processor sharing depends on the mean work only", "[long]") {
  check_insensitive("M/G/1-PS, exponential", [](Stream& random) { return random.exponential(); });
  check_insensitive("M/G/1-PS, constant", [](Stream&) { return 1.0; });
  check_insensitive("M/G/1-PS, hyperexponential", [](Stream& random) {
    const double mean = random.uniform() < 0.9 ? 0.5 : 5.5;
    return mean * random.exponential();
  });
}

}  // namespace trapphus::theory
