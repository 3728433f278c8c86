// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "engine/statistics/interval.hpp"

/// Intervals for proportions k of n that keep their coverage for small n, where Student's interval degenerates (a
/// single point for 4 of 4).
namespace trapphus::engine {

/// `part` of `whole`, such as tenants who have stayed of all tenants.
struct Proportion {
  std::int64_t part = 0, whole = 0;
  /// NaN if `whole` is 0.
  [[nodiscard]] double value() const;
  friend bool operator==(const Proportion&, const Proportion&) = default;
};

/// Jeffreys' 95 % interval of a proportion, extended to 0 (1) if none (all) were observed. `part` and `whole` need not
/// be integers. NaN if `whole` is 0; throws std::domain_error unless 0 <= part <= whole.
[[nodiscard]] Interval share_interval(double part, double whole);

/// 95 % confidence interval of the proportion of independent replications together: all parts of all wholes, not the
/// mean of their proportions.
///
/// Jeffreys' interval for the effective sample size of Korn and Graubard (1998): p (1 - p) / (variance of the ratio
/// over the replications), times the squared ratio of the normal to Student's quantile, and at most the number of
/// trials. Where all replications have proportion 0, or all 1, the variance is not informative and each replication
/// counts as one trial, which is valid for any correlation within a replication. So the interval never degenerates at 0
/// or 1. Replications with `whole` 0 are skipped; with one left `low` and `high` are NaN, with none `mean` as well.
[[nodiscard]] Interval share_confidence(std::span<const Proportion> replications);

/// Prediction interval of the proportion of a further realisation with `whole` members. `low` and `high` are attainable
/// values k / whole. Quantiles of a beta-binomial law with the proportion of the replications together; its variance
/// comprises that of the members, that between replications (events common to a realisation), and the uncertainty of
/// the mean. At 0 or 1 the interval includes the nearest other value, since no number of replications rules it out. NaN
/// as above, and for `whole` < 1.
[[nodiscard]] Interval share_prediction(std::span<const Proportion> replications, std::int64_t whole);

}  // namespace trapphus::engine
