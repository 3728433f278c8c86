// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/statistics/proportion.hpp"
#include "models/measures/measure.hpp"
#include "models/runs/pooled.hpp"
#include "models/runs/results.hpp"

/// The values of measures with their confidence intervals, from the replications of an alternative.
namespace trapphus::models {

/// Mean with Student's interval.
[[nodiscard]] Estimate estimate(std::span<const double> values);

/// The measures that are no means: rows as in ReplicationResult::values, then by measure.
using PooledRows = std::vector<std::map<std::size_t, Pooled>>;

/// Each measure from all replications together, for all households [0] and for each group [1 + group]: the mean of
/// those that are totals or averages, the others pooled (pooled.hpp).
[[nodiscard]] std::vector<std::vector<Estimate>> estimates(const MeasureTable& table, ReplicationSpan replications);
/// `rows`: what pooled() gives for the same replications.
[[nodiscard]] std::vector<std::vector<Estimate>> estimates(const MeasureTable& table, ReplicationSpan replications,
                                                           const PooledRows& rows);
/// One of them.
[[nodiscard]] Estimate estimate(const MeasureTable& table, ReplicationSpan replications, std::size_t row,
                                std::size_t measure);

/// Paired differences, `other` minus `base`; of means without the replications where a measure is undefined in either.
/// Throws std::invalid_argument if they differ in number.
[[nodiscard]] Difference difference(const std::string& name, ReplicationSpan base, ReplicationSpan other);
[[nodiscard]] Difference difference(const std::string& name, ReplicationSpan base, const PooledRows& base_rows,
                                    ReplicationSpan other, const PooledRows& other_rows);

/// Whether the measure is a share of counted households; and the counts of each replication.
[[nodiscard]] bool is_counted(ReplicationSpan replications, std::size_t row, std::size_t measure);
[[nodiscard]] std::vector<engine::Proportion> counts_of(ReplicationSpan replications, std::size_t row,
                                                        std::size_t measure);

}  // namespace trapphus::models
