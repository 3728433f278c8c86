// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "engine/statistics/no_value.hpp"

namespace trapphus::engine {

/// Streaming count, mean, variance and extremes (Welford 1962; merging: Chan, Golub and LeVeque 1979). Undetermined
/// values are NaN: the mean of no numbers, the variance of a single number.
class Tally {
 public:
  void add(double x) {
    ++count_;
    const double before = x - mean_;
    mean_ += before / static_cast<double>(count_);
    squares_ += before * (x - mean_);
    least_ = std::min(least_, x);
    greatest_ = std::max(greatest_, x);
  }

  /// Adds the numbers of another tally.
  void merge(const Tally& other) {
    if (other.count_ == 0) return;
    const auto here = static_cast<double>(count_);
    const auto there = static_cast<double>(other.count_);
    const double apart = other.mean_ - mean_;
    mean_ += apart * there / (here + there);
    squares_ += other.squares_ + apart * apart * here * there / (here + there);
    count_ += other.count_;
    least_ = std::min(least_, other.least_);
    greatest_ = std::max(greatest_, other.greatest_);
  }

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] double mean() const { return count_ > 0 ? mean_ : kNoValue; }
  [[nodiscard]] double sum() const { return mean_ * static_cast<double>(count_); }
  /// Unbiased: divided by count - 1.
  [[nodiscard]] double variance() const { return count_ > 1 ? squares_ / static_cast<double>(count_ - 1) : kNoValue; }
  [[nodiscard]] double deviation() const { return std::sqrt(variance()); }
  /// Of the mean, if the numbers are independent.
  [[nodiscard]] double standard_error() const { return deviation() / std::sqrt(static_cast<double>(count_)); }
  [[nodiscard]] double least() const { return count_ > 0 ? least_ : kNoValue; }
  [[nodiscard]] double greatest() const { return count_ > 0 ? greatest_ : kNoValue; }

 private:
  std::int64_t count_ = 0;
  double mean_ = 0;
  double squares_ = 0;  // sum of squared distances from the mean
  double least_ = std::numeric_limits<double>::infinity();
  double greatest_ = -std::numeric_limits<double>::infinity();
};

}  // namespace trapphus::engine
