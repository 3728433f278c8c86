// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <limits>

#include "models/measures/measure.hpp"
#include "models/runs/results.hpp"

namespace trapphus::models {

/// What a value can be.
struct ValueRange {
  double least = -std::numeric_limits<double>::infinity();
  double greatest = std::numeric_limits<double>::infinity();
};

/// Of a measure: shares lie between 0 and 1, and amounts of money have the sign that their lines allow (Amounts); all
/// others are counts and lengths of time. Not of its differences.
[[nodiscard]] inline ValueRange range_of(const Measure& measure) {
  if (measure.unit == "share") return {0, 1};
  if (!measure.unit.starts_with("SEK") || measure.amounts == Amounts::NotNegative) return {.least = 0};
  if (measure.amounts == Amounts::NotPositive) return {.greatest = 0};
  return {};
}

/// The part of an interval within the range. It holds the true value as often as the whole, since that cannot lie
/// outside. NaN remains.
template <class Interval>
[[nodiscard]] Interval within(const ValueRange& range, Interval interval) {
  if (interval.low < range.least) interval.low = std::min(range.least, interval.mean);
  if (interval.high > range.greatest) interval.high = std::max(range.greatest, interval.mean);
  return interval;
}

}  // namespace trapphus::models
