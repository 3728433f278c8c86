// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

#include "engine/time.hpp"

namespace trapphus::models {

/// Integral of a step function over nights, by calendar month. A night is presence at midnight and belongs to the date
/// before it: a stay from 10:00 to 09:00 the next day is one night. A change costs a multiplication and an addition;
/// the calendar is consulted only at month boundaries.
class NightCount {
 public:
  explicit NightCount(engine::Time start, std::int64_t level = 0);

  /// Adds `delta` to the level at `now`. Throws std::logic_error if time runs backwards by a day or more.
  void change(engine::Time now, std::int64_t delta) {
    count(now);
    level_ += delta;
  }
  void set(engine::Time now, std::int64_t level) { change(now, level - level_); }
  /// Counts the midnights up to and including `now`. Further changes may follow.
  void count(engine::Time now) {
    const auto day = std::chrono::floor<std::chrono::days>(now);
    if (day != last_) pass(day);
  }

  [[nodiscard]] std::int64_t level() const { return level_; }
  /// By month, from that of the start on.
  [[nodiscard]] const std::vector<std::int64_t>& nights() const { return nights_; }
  [[nodiscard]] std::int64_t total() const { return std::accumulate(nights_.begin(), nights_.end(), std::int64_t{0}); }

 private:
  void pass(std::chrono::sys_days day);

  std::chrono::sys_days last_, month_end_;
  std::int64_t level_;
  std::vector<std::int64_t> nights_;
};

}  // namespace trapphus::models
