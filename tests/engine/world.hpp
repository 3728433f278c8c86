// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/process/signal.hpp"
#include "engine/process/simulation.hpp"
#include "engine/process/wait.hpp"
#include "engine/resources/pool.hpp"

namespace trapphus::engine {

/// A time, in seconds after the epoch of the tests.
[[nodiscard]] inline Time at(std::int64_t seconds) {
  return Time{} + Duration(seconds);
}
[[nodiscard]] inline Duration s(std::int64_t seconds) {
  return Duration(seconds);
}

/// Log of the events of a test: lines such as "10 anna has a unit".
class Diary {
 public:
  explicit Diary(Simulation& simulation) : simulation_(simulation) {}
  void note(const std::string& what) {
    lines_.push_back(std::to_string(simulation_.now().time_since_epoch().count()) + " " + what);
  }
  [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }

 private:
  Simulation& simulation_;
  std::vector<std::string> lines_;
};

using Lines = std::vector<std::string>;

/// Logs its destruction, and with it that of the process that owns it.
class Farewell {
 public:
  Farewell(Diary& diary, std::string name) : diary_(diary), name_(std::move(name)) {}
  Farewell(const Farewell&) = delete;
  Farewell& operator=(const Farewell&) = delete;
  ~Farewell() { diary_.note(name_ + " is destroyed"); }

 private:
  Diary& diary_;
  std::string name_;
};

/// Fixture of deterministic schedules.
struct World {
  World() = default;
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World() { simulation.close(); }
  Simulation simulation{at(0)};
  Diary diary{simulation};
  Pool pool{simulation, "pool", 1};
  Signal signal;
  ProcessRef other;
};

inline Process sleeper(World& world, std::string name, Time when) {
  co_await until(when);
  world.diary.note(name + " wakes");
}

/// Holds a unit for a duration.
inline Process holder(World& world, std::string name, Duration time) {
  const Farewell farewell(world.diary, name);
  const Grant unit = co_await world.pool.claim();
  world.diary.note(name + " has a unit");
  co_await delay(time);
}

inline Process listener(World& world, std::string name) {
  const Farewell farewell(world.diary, name);
  co_await world.signal.next();
  world.diary.note(name + " hears");
}

inline Process canceller(World& world, Time when) {
  co_await until(when);
  world.other.cancel();
  world.diary.note("cancelled");
}

/// Waits for the end of `other`.
inline Process mourner(World& world, std::string name) {
  co_await ended(world.other);
  world.diary.note(name + " knows");
}

/// Priority and line of a claim.
struct Wish {
  std::int64_t priority = 0;
  std::size_t line = 0;
};

/// Longer than what a test looks at.
inline constexpr Duration kLong{1000};

/// Claims a unit, logs its number, and holds it for a duration.
inline Process stays(World& world, Pool& pool, std::string name, Time when, Duration stay, Wish wish = {}) {
  co_await until(when);
  const Grant unit = co_await pool.claim(wish.priority, wish.line);
  world.diary.note(name + " gets " + std::to_string(unit.unit()));
  co_await delay(stay);
}

}  // namespace trapphus::engine
