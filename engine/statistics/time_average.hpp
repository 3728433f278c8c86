// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "engine/time.hpp"

namespace trapphus::engine {

/// Time integral of a step function (number in system, occupied units), split by calendar month. A change costs a
/// multiplication and an addition; the calendar is consulted only at month boundaries. Integer levels give exact
/// totals.
template <class Level = std::int64_t>
class TimeAverage {
 public:
  /// The integral over a calendar month, and the part of the month within the observed time.
  struct Share {
    Month month{0};
    Level unit_seconds{};
    Duration covered{};
    /// Average level over the covered part; NaN if it is empty.
    [[nodiscard]] double average() const {
      return static_cast<double>(unit_seconds) / static_cast<double>(covered.count());
    }
  };

  explicit TimeAverage(Time start, Level level = Level{})
      : start_(start), last_(start), month_end_(Month::of(start).end()), totals_(1), level_(level) {}

  /// Adds `delta` to the level at `now`. Throws std::logic_error if time runs backwards.
  void change(Time now, Level delta) {
    finish(now);
    level_ += delta;
  }
  void set(Time now, Level level) { change(now, level - level_); }

  /// Integrates up to `now`. Further changes may follow.
  void finish(Time now) {
    if (now < last_) throw std::logic_error("a time average cannot change in the past");
    if (now >= month_end_) pass_months(now);
    totals_.back() += level_ * static_cast<Level>((now - last_).count());
    last_ = now;
  }

  [[nodiscard]] Level level() const { return level_; }
  [[nodiscard]] Time start() const { return start_; }
  [[nodiscard]] Time last() const { return last_; }
  /// Unit-seconds from the start to the last change.
  [[nodiscard]] Level total() const { return std::accumulate(totals_.begin(), totals_.end(), Level{}); }
  /// Average level over the same time; NaN if its length is 0.
  [[nodiscard]] double average() const {
    return static_cast<double>(total()) / static_cast<double>((last_ - start_).count());
  }
  /// One share per calendar month, from the month of the start to that of the last change.
  [[nodiscard]] std::vector<Share> months() const {
    std::vector<Share> shares;
    Month month = Month::of(start_);
    for (const Level& total : totals_) {
      shares.push_back({month, total, std::min(last_, month.end()) - std::max(start_, month.begin())});
      month = Month(month.number() + 1);
    }
    return shares;
  }

 private:
  void pass_months(Time now) {
    for (Month month = Month::of(last_); now >= month_end_; month_end_ = month.end()) {
      totals_.back() += level_ * static_cast<Level>((month_end_ - last_).count());
      last_ = month_end_;
      totals_.push_back(Level{});
      month = Month(month.number() + 1);
    }
  }

  Time start_, last_, month_end_;
  std::vector<Level> totals_;  // by month; the last is open
  Level level_;
};

}  // namespace trapphus::engine
