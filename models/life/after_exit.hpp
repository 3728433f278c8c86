// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "engine/random/unit_exponential.hpp"
#include "models/life/world.hpp"

namespace trapphus::models {

/// The twelve months after an exit with relapse: a unit exponential, consumed by the hazard of coming back, which is
/// higher at first and lower while follow-up is given. The process that waits is the journey.
class AfterExit {
 public:
  /// Starts now. `episode`: number of earlier relapses of the household.
  AfterExit(const World& world, const Household& household, StageId exit, std::size_t episode);

  /// Brings the state to the present time.
  void update();

  /// The household is homeless again, now.
  [[nodiscard]] bool is_back() const { return back_; }
  /// The household is back, or the twelve months are over.
  [[nodiscard]] bool over() const { return back_ || world_.now() >= end_; }
  /// When update() is needed next if no event precedes it.
  [[nodiscard]] Time next_instant() const { return next_; }

 private:
  void look_ahead();

  const World& world_;
  const Household& household_;
  const StageId exit_;
  const Time from_, end_;
  engine::UnitExponential exposure_;
  double rate_ = 0;  // a second, since spent_until_
  Time spent_until_;
  Time back_at_ = Time::max();
  Time next_{};
  bool back_ = false;
};

}  // namespace trapphus::models
