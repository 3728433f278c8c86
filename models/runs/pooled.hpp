// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "engine/statistics/jackknife.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/replication_result.hpp"

/// Measures that are no means over replications: ratios of sums, percentiles and means of stays that may be unfinished,
/// shares of counted households. Their value is that of all replications together, and its interval a jackknife's over
/// the replications: a mean of ratios is not the ratio, and where few households make a replication neither its ratio
/// nor its percentile may be defined.
namespace trapphus::models {

struct Pooled {
  engine::Jackknife value;
  bool at_least = false;  ///< A lower bound.
  int replications = 0;   ///< Number of replications that define the measure by themselves.
};

using ReplicationSpan = std::span<const ReplicationResult>;
/// Where they are not stored in sequence.
using ReplicationRefs = std::vector<const ReplicationResult*>;
[[nodiscard]] ReplicationRefs references(ReplicationSpan replications);

/// The ratio of the sums; without a whole it is not defined.
[[nodiscard]] engine::Jackknife ratio_of_sums(const std::vector<Quotient>& quotients);

/// Those of every row (all households [0], each group [1 + group]), by measure.
[[nodiscard]] std::vector<std::map<std::size_t, Pooled>> pooled(const ReplicationRefs& replications);
/// One measure; nothing if it is a mean over replications.
[[nodiscard]] std::optional<Pooled> pooled(const ReplicationRefs& replications, std::size_t row, std::size_t measure);

/// Difference of paired replications. A lower bound less a value is a lower bound; less a lower bound nothing is known,
/// and the value is NaN.
[[nodiscard]] Pooled operator-(const Pooled& a, const Pooled& b);

/// With its confidence interval; a lower bound has no `high`.
[[nodiscard]] Estimate with_interval(const Pooled& pooled);

/// Half-width of the interval of a measure for all households relative to its absolute value, as
/// engine::relative_half_width; infinite if it is not defined.
[[nodiscard]] double relative_half_width(const ReplicationRefs& replications, std::size_t measure);

/// What of a replication one measure's value for all households needs.
[[nodiscard]] ReplicationResult only(const ReplicationResult& replication, std::size_t measure);

}  // namespace trapphus::models
