// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "engine/process/simulation.hpp"
#include "engine/random/random.hpp"
#include "engine/resources/pool.hpp"
#include "engine/statistics/tally.hpp"
#include "engine/statistics/time_average.hpp"
#include "tests/theory/table.hpp"

namespace trapphus::theory {

/// A queue under observation. It begins empty, and everything is measured after a warm-up.
struct Station {
  Station(int servers, std::uint64_t seed, std::uint64_t replication)
      : pool(simulation, "servers", servers), random({seed, replication, 0, 0}) {}
  Station(const Station&) = delete;
  Station& operator=(const Station&) = delete;
  ~Station() { simulation.close(); }

  [[nodiscard]] engine::Duration exponential(double mean) { return units(random.exponential() * mean); }

  /// Runs through the warm-up, forgets it, and observes for `time`.
  void observe(double warm_up, double time) {
    simulation.run_until(after(warm_up));
    present = engine::TimeAverage<>(simulation.now(), present.level());
    queued = engine::TimeAverage<>(simulation.now(), queued.level());
    measuring = true;
    simulation.run_until(after(warm_up + time));
    present.finish(simulation.now());
    queued.finish(simulation.now());
  }
  void seen(engine::TimeAverage<>& level, int change) { level.change(simulation.now(), change); }

  engine::Simulation simulation{engine::Time{}};
  engine::Pool pool;
  engine::Stream random;
  bool measuring = false;
  engine::TimeAverage<> present{engine::Time{}}, queued{engine::Time{}};
  engine::Tally waits, waited_at_all;  // of customers served
};

/// Waits for a server for as long as it takes, and is served.
inline engine::Process customer(Station& station, double mean_service) {
  const engine::Time came = station.simulation.now();
  station.seen(station.present, 1);
  station.seen(station.queued, 1);
  {
    const engine::Grant server = co_await station.pool.claim();
    station.seen(station.queued, -1);
    const engine::Duration wait = station.simulation.now() - came;
    if (station.measuring) {
      station.waits.add(in_units(wait));
      station.waited_at_all.add(wait > engine::Duration{0} ? 1 : 0);
    }
    co_await engine::delay(station.exponential(mean_service));
  }
  station.seen(station.present, -1);
}

inline engine::Process arrivals(Station& station, double rate, double mean_service) {
  for (;;) {
    co_await engine::delay(station.exponential(1 / rate));
    station.simulation.spawn(customer(station, mean_service));
  }
}

}  // namespace trapphus::theory
