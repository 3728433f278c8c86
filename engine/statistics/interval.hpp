// SPDX-License-Identifier: MIT
#pragma once

#include <span>

/// Intervals from independent values, one a replication. NaN stands for a replication that does not define the value,
/// and is left out.
namespace trapphus::engine {

/// A mean and an interval of 95 %. With one value `low` and `high` are NaN, with none `mean` as well.
struct Interval {
  double mean, low, high;
  int count = 0;  ///< Values that are not NaN.
  [[nodiscard]] double half_width() const { return (high - low) / 2; }
};

/// Where the mean lies: Student's confidence interval.
[[nodiscard]] Interval confidence_interval(std::span<const double> values);

/// Where one more realisation lies: reality happens once. The empirical 2.5 % and 97.5 % quantiles from 40 values on;
/// with fewer, for which those are not determined, Student's prediction interval, which supposes normal values.
[[nodiscard]] Interval prediction_interval(std::span<const double> values);

/// The share-th quantile, share in [0, 1], between the order statistics: the k-th smallest of n is the quantile
/// k / (n + 1), which is the chance that one more realisation lies below it. NaN if there is no value.
[[nodiscard]] double quantile(std::span<const double> values, double share);

/// Where the ratio of two means lies, numerator by denominator, of pairs from the same replications (Fieller's
/// theorem). A pair with a NaN is left out. `low` and `high` are NaN where the denominator's mean cannot be told from
/// 0: then no two numbers bound the ratio. Throws std::invalid_argument if the two differ in size.
[[nodiscard]] Interval ratio_interval(std::span<const double> numerators, std::span<const double> denominators);

/// Half-width of the mean's confidence interval by the mean's absolute value: what a run's precision is asked for in.
/// 0 if all values are equal; infinity while it is not determined (fewer than two values, or mean 0).
[[nodiscard]] double relative_half_width(std::span<const double> values);

}  // namespace trapphus::engine
