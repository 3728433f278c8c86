// SPDX-License-Identifier: MIT
#pragma once

#include <span>

/// Intervals from independent values, one per replication. NaN marks a replication without the value and is skipped.
namespace trapphus::engine {

/// Quantiles at the bounds of a 95 % interval.
inline constexpr double kLowShare = 0.025, kHighShare = 0.975;

/// A mean and a 95 % interval. With one value `low` and `high` are NaN, without values `mean` as well.
struct Interval {
  double mean, low, high;
  int count = 0;  ///< Values that are not NaN.
  [[nodiscard]] double half_width() const { return (high - low) / 2; }
};

/// Student's confidence interval of the mean.
[[nodiscard]] Interval confidence_interval(std::span<const double> values);

/// Prediction interval of a further realisation. From 40 values on the empirical 2.5 % and 97.5 % quantiles; with fewer
/// Student's prediction interval, which assumes normal values.
[[nodiscard]] Interval prediction_interval(std::span<const double> values);

/// The quantile of `share`, in [0, 1], interpolated between order statistics: the k-th smallest of n values is the
/// quantile k / (n + 1), the probability that a further realisation lies below it. NaN without values.
[[nodiscard]] double quantile(std::span<const double> values, double share);

/// Confidence interval of the ratio of two means, of pairs from the same replications (Fieller's theorem). Pairs with a
/// NaN are skipped. `low` and `high` are NaN where the denominator's mean does not differ significantly from 0, since
/// the ratio is then unbounded. Throws std::invalid_argument if the sizes differ.
[[nodiscard]] Interval ratio_interval(std::span<const double> numerators, std::span<const double> denominators);

/// Half-width of the mean's confidence interval relative to its absolute value: the measure of a run's precision. 0 if
/// all values are equal; infinite if undetermined (fewer than two values, or mean 0).
[[nodiscard]] double relative_half_width(std::span<const double> values);

}  // namespace trapphus::engine
