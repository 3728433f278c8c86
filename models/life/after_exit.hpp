// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "engine/random/unit_exponential.hpp"
#include "models/life/world.hpp"

namespace trapphus::models {

/// A household's twelve months after an exit that has a relapse: one unit exponential, spent by the hazard of coming
/// back, which is higher at first and lower while follow-up reaches it. The journey does the waiting.
class AfterExit {
 public:
  /// From now on. `episode`: how often it has come back before.
  AfterExit(const World& world, const Household& household, StageId exit, std::size_t episode);

  /// Takes notice of everything that has happened up to now.
  void update();

  /// It is homeless again, now.
  [[nodiscard]] bool is_back() const { return back_; }
  /// It is back, or the twelve months are over.
  [[nodiscard]] bool over() const { return back_ || world_.now() >= end_; }
  /// When update() is needed next if nothing else happens.
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
