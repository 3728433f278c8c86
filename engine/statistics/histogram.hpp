// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <vector>

#include "engine/statistics/no_value.hpp"
#include "engine/time.hpp"

namespace trapphus::engine {

/// Histogram of lengths of time by whole days: [0, 1), [1, 2)... Its size depends on the longest length, not on their
/// number.
class DayHistogram {
 public:
  /// Whole days in a length of time. Throws std::domain_error if it is negative.
  [[nodiscard]] static std::size_t day_of(Duration length) {
    if (length < Duration::zero()) throw std::domain_error("a length of time cannot be negative");
    return static_cast<std::size_t>(length / kDay);
  }

  void add(Duration length) {
    add_day(day_of(length));
    beyond_ += length % kDay;
  }

  /// Adds a length of whole days, `times` times.
  void add_day(std::size_t day, std::int64_t times = 1) {
    if (day >= counts_.size()) counts_.resize(day + 1);
    counts_[day] += times;
    count_ += times;
  }

  void merge(const DayHistogram& other) {
    if (other.counts_.size() > counts_.size()) counts_.resize(other.counts_.size());
    for (std::size_t day = 0; day < other.counts_.size(); ++day) counts_[day] += other.counts_[day];
    count_ += other.count_;
    beyond_ += other.beyond_;
  }

  [[nodiscard]] std::int64_t count() const { return count_; }
  /// By day, up to the longest length.
  [[nodiscard]] std::span<const std::int64_t> counts() const { return counts_; }
  [[nodiscard]] std::int64_t on_day(std::size_t day) const { return day < counts_.size() ? counts_[day] : 0; }
  /// Mean in days, exact to the second; NaN if empty.
  [[nodiscard]] double mean() const {
    if (count_ == 0) return kNoValue;
    double days = 0;
    for (std::size_t day = 0; day < counts_.size(); ++day) days += static_cast<double>(day) * on(day);
    return days / static_cast<double>(count_) + mean_beyond();
  }
  /// Mean fraction of a day beyond the whole days; 0 if empty.
  [[nodiscard]] double mean_beyond() const {
    const auto days = static_cast<double>(beyond_.count()) / static_cast<double>(kDay.count());
    return count_ > 0 ? days / static_cast<double>(count_) : 0;
  }
  /// The first day by whose end at least `share`, in [0, 1], of the lengths have ended; NaN if empty.
  [[nodiscard]] double quantile(double share) const {
    if (!(share >= 0 && share <= 1)) throw std::domain_error("a quantile's share must be between 0 and 1");
    if (count_ == 0) return kNoValue;
    const double wanted = std::max(1.0, std::ceil(share * static_cast<double>(count_) - 1e-9));
    double passed = 0;
    std::size_t day = 0;
    while ((passed += on(day)) < wanted) ++day;
    return static_cast<double>(day);
  }

 private:
  [[nodiscard]] double on(std::size_t day) const { return static_cast<double>(counts_[day]); }

  std::vector<std::int64_t> counts_;
  std::int64_t count_ = 0;
  Duration beyond_{};  // sum of the fractions beyond whole days
};

}  // namespace trapphus::engine
