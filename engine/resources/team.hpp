// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "engine/process/sharing.hpp"
#include "engine/process/signal.hpp"
#include "engine/process/simulation.hpp"

namespace trapphus::engine {

/// Divisible capacity: staff time that is shared among all pieces of work at hand, weighted max-min (each gets its
/// bound if that is possible, otherwise its weighted fair share).
class Team {
 public:
  /// `capacity` >= 0: amount of work per second. Throws std::domain_error if negative, infinite or NaN.
  Team(Simulation& simulation, std::string name, double capacity);

  void set_capacity(double capacity);
  [[nodiscard]] double capacity() const { return capacity_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Work done so far.
  [[nodiscard]] double delivered() { return sharing_->delivered(simulation_); }

 private:
  friend class Work;
  void check(double capacity) const;
  Simulation& simulation_;
  std::string name_;
  double capacity_;
  std::unique_ptr<Sharing> sharing_;
};

/// A piece of work that a team does. It starts when it is constructed and is given up when it is destroyed.
class Work final : private Waiter {
 public:
  /// `amount` >= 0 (or kEndless), `bound` > 0 per second (or infinite), finite `weight` > 0; throws std::domain_error
  /// otherwise.
  Work(Team& team, double amount, double bound, double weight = 1);
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;
  ~Work();

  [[nodiscard]] bool finished() const { return finished_.is_set(); }
  /// Awaitable, also in first_of and all_of: the work is finished (at once if it is already).
  [[nodiscard]] auto done() { return finished_.set(); }

 private:
  void fired(unsigned) override { finished_.announce(); }

  Team& team_;
  Piece piece_;
  Latch finished_;
};

}  // namespace trapphus::engine
