// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <map>

#include "engine/process/timer.hpp"

namespace trapphus::engine {

class Simulation;

/// One piece of work under way, as a kernel's sharing sees it. Lives in a Work.
struct Piece {
  double amount = 0;  ///< Infinite: goes on until it is stopped.
  double bound = 0;   ///< Highest useful rate, per second; > 0.
  double weight = 1;  ///< Share against others when there is not enough; > 0.
  Waiter* waiter = nullptr;
  std::uint64_t number = 0;  ///< Its place in the order of events, from when it started.
  Timer wake;
  /// Where the fair sharing keeps it: in its class, ordered by the class's clock at which it will be finished.
  std::multimap<double, Piece*>::iterator place;
  bool active = false;
};

/// Divisible capacity: all active pieces share it weighted max-min, each up to its bound. A finished piece frees its
/// share at that exact instant; its waiter is told at the next whole second (what is finished within a millisecond
/// after a whole second counts as that second).
class Sharing {
 public:
  Sharing() = default;
  Sharing(const Sharing&) = delete;
  Sharing& operator=(const Sharing&) = delete;
  virtual ~Sharing() = default;

  virtual void start(Simulation& simulation, Piece& piece) = 0;
  /// Gives up a piece that is active; nothing otherwise.
  virtual void stop(Simulation& simulation, Piece& piece) = 0;
  virtual void set_capacity(Simulation& simulation, double capacity) = 0;
  /// Work done so far, in the unit of amounts.
  [[nodiscard]] virtual double delivered(Simulation& simulation) = 0;
};

inline constexpr double kEndless = std::numeric_limits<double>::infinity();

}  // namespace trapphus::engine
