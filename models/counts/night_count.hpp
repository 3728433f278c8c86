// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

#include "engine/time.hpp"

namespace trapphus::models {

/// Nights of a level that changes in steps, by calendar month. A night is presence at midnight, and belongs to the date
/// before that midnight: who comes at 10:00 and leaves at 09:00 the next day has spent one. A change costs a
/// multiplication and an addition; the calendar is asked only when a month is passed.
class NightCount {
 public:
  explicit NightCount(engine::Time start, std::int64_t level = 0);

  /// From `now` on the level is higher by `delta`. Throws std::logic_error if time runs backwards by a day or more.
  void change(engine::Time now, std::int64_t delta) {
    count(now);
    level_ += delta;
  }
  void set(engine::Time now, std::int64_t level) { change(now, level - level_); }
  /// Counts the midnights up to and including `now`. Changes may follow.
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
