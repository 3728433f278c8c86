// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <limits>

#include "engine/time.hpp"

namespace trapphus::engine {

/// An event at a rate that changes over time: it comes when the integral of the rate since the beginning reaches a draw
/// from the exponential distribution with mean 1. Holds what is left of the draw.
class UnitExponential {
 public:
  explicit UnitExponential(double left) : left_(left) {}

  /// The rate (a second) was in force for `time`.
  void spend(double rate, Duration time) { left_ -= rate * static_cast<double>(time.count()); }
  /// 0 or less: the event is due. Below 0 by what was spent too much.
  [[nodiscard]] double left() const { return left_; }
  /// Seconds until the event if the rate stays; 0 if it is due, infinite without a rate.
  [[nodiscard]] double seconds_at(double rate) const {
    return rate > 0 ? std::max(left_, 0.0) / rate : std::numeric_limits<double>::infinity();
  }

 private:
  double left_;
};

}  // namespace trapphus::engine
