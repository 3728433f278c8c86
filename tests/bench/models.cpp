// SPDX-License-Identifier: MIT
#include "tests/bench/models.hpp"

#include "engine/process/combine.hpp"
#include "engine/process/simulation.hpp"
#include "engine/random/random.hpp"
#include "engine/resources/pool.hpp"

namespace trapphus::bench {

namespace {

using engine::Duration;
using engine::Grant;
using engine::Pool;
using engine::Process;
using engine::Simulation;
using engine::Stream;
using engine::Time;

constexpr double kWeek = 604'800;

struct Staircase {
  Staircase(std::uint64_t seed, std::uint64_t replication, std::unique_ptr<engine::Kernel> kernel)
      : simulation(Time{}, std::move(kernel)),
        training(simulation, "training", 76),
        trial(simulation, "trial", 44),
        random({seed, replication, 0, 0}) {}
  ~Staircase() { simulation.close(); }

  [[nodiscard]] Duration weeks(double mean) {
    return Duration(static_cast<std::int64_t>(random.exponential() * (mean * kWeek) + 0.5));
  }

  Simulation simulation;
  Pool training, trial;
  Stream random;
  std::uint64_t events = 0;
  long first_hand = 0, own_homes = 0, returns = 0;
};

Process household(Staircase& world) {
  for (;;) {
    auto next = co_await engine::first_of(world.training.claim(), engine::delay(world.weeks(26)));
    if (next.index() == 1) {
      ++world.events;
      ++world.own_homes;
      co_return;
    }
    {
      const Grant apartment = std::move(next.get<0>());
      co_await engine::delay(world.weeks(52));
      ++world.events;
    }
    if (world.random.uniform() >= 0.15) break;
    ++world.returns;
  }
  const Grant apartment = co_await world.trial.claim();
  co_await engine::delay(world.weeks(78));
  ++world.events;
  ++world.first_hand;
}

Process arrivals(Staircase& world) {
  for (;;) {
    co_await engine::delay(world.weeks(0.1));
    ++world.events;
    world.simulation.spawn(household(world), {"household", 0});
  }
}

struct Queue {
  Queue(int servers, std::uint64_t seed, std::unique_ptr<engine::Kernel> kernel)
      : simulation(Time{}, std::move(kernel)), pool(simulation, "servers", servers), random({seed, 0, 0, 0}) {}
  ~Queue() { simulation.close(); }
  [[nodiscard]] Duration sample(double mean) {
    return Duration(static_cast<std::int64_t>(random.exponential() * (mean * kWeek) + 0.5));
  }

  Simulation simulation;
  Pool pool;
  Stream random;
  std::uint64_t events = 0;
  double waited = 0;
  std::uint64_t customers = 0;
};

Process customer(Queue& queue, double mean_service) {
  const Time came = queue.simulation.now();
  const Grant server = co_await queue.pool.claim();
  queue.waited += static_cast<double>((queue.simulation.now() - came).count());
  co_await engine::delay(queue.sample(mean_service));
  ++queue.events;
  ++queue.customers;
}

Process source(Queue& queue, double mean_gap, double mean_service, long customers) {
  for (long i = 0; i < customers; ++i) {
    co_await engine::delay(queue.sample(mean_gap));
    ++queue.events;
    queue.simulation.spawn(customer(queue, mean_service), {"customer", 0});
  }
}

Process waits(Pool& pool) {
  co_await engine::first_of(pool.claim(), engine::delay(Duration(1'000'000)));
}

}  // namespace

StaircaseResult staircase(int replications, std::uint64_t seed, const KernelMaker& kernel) {
  StaircaseResult result;
  for (int r = 0; r < replications; ++r) {
    Staircase world(seed, static_cast<std::uint64_t>(r), kernel(Time{}));
    world.simulation.spawn(arrivals(world), {"arrivals", 0}, true);
    world.simulation.run_until(Time{} + Duration(std::int64_t{520} * 604'800));
    result.first_hand.add(static_cast<double>(world.first_hand));
    result.acute_at_end.add(static_cast<double>(world.training.waiting()));
    result.own_homes.add(static_cast<double>(world.own_homes));
    result.returns.add(static_cast<double>(world.returns));
    result.waiting_for_trial.add(static_cast<double>(world.trial.waiting()));
    result.events.add(static_cast<double>(world.events));
  }
  return result;
}

QueueResult mmc(double lambda, double mu, int servers, long customers, std::uint64_t seed, const KernelMaker& kernel) {
  Queue queue(servers, seed, kernel(Time{}));
  queue.simulation.spawn(source(queue, 1 / lambda, 1 / mu, customers), {"source", 0});
  queue.simulation.run();
  return {queue.waited / static_cast<double>(queue.customers) / kWeek, queue.customers, queue.events};
}

std::size_t crowd(std::size_t clients) {
  Simulation simulation(Time{});
  Pool pool(simulation, "pool", 0);
  for (std::size_t i = 0; i < clients; ++i) simulation.spawn(waits(pool), {"client", i});
  simulation.run_until(Time{} + Duration(1));
  const std::size_t alive = simulation.live_processes();
  simulation.close();
  return alive;
}

}  // namespace trapphus::bench
