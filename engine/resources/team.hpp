// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <map>
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

  /// Keeps account of the activities' rates from now on, for rate_of(). Call it before the first activity starts.
  void watch() { watched_ = true; }
  /// The rate of an activity with this bound and weight at present, in whole seconds: an activity counts until its
  /// waiters are called. Its bound where the team is not watched.
  [[nodiscard]] double rate_of(double bound, double weight) const { return std::min(bound, weight * level_); }
  /// Announced when a watched team's activities get other rates than before, because of a shortage or its end.
  [[nodiscard]] Signal& rates_changed() { return rates_changed_; }

 private:
  friend class Activity;
  /// Activities by bound and weight, in the order in which they reach their bound as capacity grows.
  struct ActivityTerms {
    double bound, weight;
    bool operator<(const ActivityTerms& other) const {
      const double a = bound * other.weight, b = other.bound * weight;
      return a != b ? a < b : weight < other.weight;
    }
  };
  void check(double capacity) const;
  void count(double bound, double weight, int more);
  void set_level();

  std::map<ActivityTerms, int> activities_;  // of a watched team
  double level_ = kEndless;                  // max-min rate per weight of those below their bound; endless: none is
  bool watched_ = false;
  Signal rates_changed_;
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
  void fired(unsigned) override;
  void leave();

  Team& team_;
  bool counted_ = true;
  Piece piece_;
  Latch finished_;
};

}  // namespace trapphus::engine
