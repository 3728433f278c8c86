// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <map>

#include "engine/process/timer.hpp"

namespace trapphus::engine {

class Simulation;

/// Work in progress as a kernel's sharing sees it: the node of an Activity.
struct Piece {
  double amount = 0;  ///< Infinite: until it is stopped.
  double bound = 0;   ///< Maximum rate, per second; > 0.
  double weight = 1;  ///< Weight in the fair share under scarcity; > 0.
  Waiter* waiter = nullptr;
  std::uint64_t number = 0;  ///< Tie-break of its completion event, assigned at its start.
  Timer wake;
  /// Node in FairSharing's class, which is ordered by the class clock's value at completion.
  std::multimap<double, Piece*>::iterator place;
  bool active = false;
};

/// Divisible capacity: active pieces share it by weighted max-min fairness, each up to its bound. A finished piece
/// frees its share at its exact completion time; its waiter is called at the next whole second (completions within a
/// millisecond after a whole second count as that second).
class Sharing {
 public:
  Sharing() = default;
  Sharing(const Sharing&) = delete;
  Sharing& operator=(const Sharing&) = delete;
  virtual ~Sharing() = default;

  virtual void start(Simulation& simulation, Piece& piece) = 0;
  /// Removes an active piece; no effect on others.
  virtual void stop(Simulation& simulation, Piece& piece) = 0;
  virtual void set_capacity(Simulation& simulation, double capacity) = 0;
  /// Work done so far, in the unit of amounts.
  [[nodiscard]] virtual double delivered(Simulation& simulation) = 0;
};

inline constexpr double kEndless = std::numeric_limits<double>::infinity();

}  // namespace trapphus::engine
