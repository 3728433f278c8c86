// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "engine/process/sharing.hpp"
#include "engine/process/signal.hpp"
#include "engine/process/simulation.hpp"

namespace trapphus::engine {

/// A resource of divisible capacity, shared among its activities by weighted max-min fairness: each runs at its bound
/// or at its weighted fair share, whichever is less.
class Team {
 public:
  /// `capacity` >= 0: amount of work per second. Throws std::domain_error if negative, infinite or NaN.
  Team(Simulation& simulation, std::string name, double capacity);

  void set_capacity(double capacity);
  [[nodiscard]] double capacity() const { return capacity_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Work done so far, in the unit of amounts.
  [[nodiscard]] double delivered() { return sharing_->delivered(simulation_); }

 private:
  friend class Activity;
  void check(double capacity) const;
  Simulation& simulation_;
  std::string name_;
  double capacity_;
  std::unique_ptr<Sharing> sharing_;
};

/// An amount of work done by a team. Starts at construction; the destructor abandons unfinished work.
class Activity final : private Waiter {
 public:
  /// `amount` >= 0 (or kEndless), `bound` > 0 per second (or infinite), finite `weight` > 0; throws std::domain_error
  /// otherwise.
  Activity(Team& team, double amount, double bound, double weight = 1);
  Activity(const Activity&) = delete;
  Activity& operator=(const Activity&) = delete;
  ~Activity();

  [[nodiscard]] bool finished() const { return finished_.is_set(); }
  /// Awaitable, also in first_of and all_of: the work is finished (at once if it already is).
  [[nodiscard]] auto done() { return finished_.set(); }

 private:
  void fired(unsigned) override { finished_.announce(); }

  Team& team_;
  Piece piece_;
  Latch finished_;
};

}  // namespace trapphus::engine
