// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "engine/statistics/interval.hpp"

/// Intervals for k of n that are right for small n as well. With 4 of 4 Student's interval is a single point, as if
/// nothing else could ever have been seen; these say how little four can show.
namespace trapphus::engine {

/// `part` of `whole`, such as the tenants still there of all tenants.
struct Proportion {
  std::int64_t part = 0, whole = 0;
  /// NaN if there is no whole.
  [[nodiscard]] double value() const;
  friend bool operator==(const Proportion&, const Proportion&) = default;
};

/// Where the share lies that `part` of `whole` were seen of: Jeffreys' 95 % interval, which reaches to 0 (1) if none
/// (all) were seen. `part` and `whole` need not be whole numbers. NaN without a whole; std::domain_error unless
/// 0 <= part <= whole.
[[nodiscard]] Interval share_interval(double part, double whole);

/// Where the mean of the shares of independent replications lies, 95 %.
///
/// Jeffreys' interval for as many independent trials as would determine the mean just as well (the effective sample of
/// Korn and Graubard, 1998): p (1 - p) / (variance of the replications' mean), less what few replications make of the
/// variance's own uncertainty (the square of the normal by Student's quantile), and never more than there were trials.
/// Where all replications show 0, or all 1, their variance says nothing; then each counts as one trial, which holds
/// however alike the members of one replication are. So the interval never is a single point at 0 or 1.
/// Replications without a whole are left out; with one left `low` and `high` are NaN, with none `mean` as well.
[[nodiscard]] Interval share_confidence(std::span<const Proportion> replications);

/// Where the share of one more realisation lies, of `whole` members: reality happens once. Its mean is that of the
/// replications; only 0, 1 .. whole of `whole` can be seen, and `low` and `high` are such values. A beta-binomial law
/// with this mean, whose spread is that of the members themselves, of what replications differ by beyond it (what
/// happens to all of one realisation), and of the mean's uncertainty. Never a single point at 0 or 1: no number of
/// replications shows that something cannot happen, so that there the interval takes in the nearest other value.
/// NaN as above, and for `whole` < 1.
[[nodiscard]] Interval share_prediction(std::span<const Proportion> replications, std::int64_t whole);

}  // namespace trapphus::engine
