// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "models/measures/measure.hpp"
#include "models/runs/estimates.hpp"
#include "models/runs/range.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/replication_result.hpp"

/// Aggregation of replications: means with intervals, series, paired differences, observations.
namespace trapphus::models {

struct Alternative;
struct Case;

/// The replications of one alternative, in order. All alternatives must have the same ones.
using Replicated = std::vector<ReplicationResult>;

/// `rows`: the values of each replication, all of the same length; at least one row.
[[nodiscard]] Series series_of(engine::Month from, const std::vector<std::vector<double>>& rows,
                               const ValueRange& range = {});

[[nodiscard]] AlternativeResult summarise(const Scenario& scenario, const MeasureTable& table,
                                          const Alternative& alternative,
                                          std::span<const ReplicationResult> replications);

/// Compares an observation with the simulation on its dates (windows.hpp). The simulated value is that of all
/// replications together, the interval that of a single realisation. A share of counted households is predicted for the
/// observation's denominator, or for the mean number of them. Throws std::invalid_argument if the observation's measure
/// is not in the table.
[[nodiscard]] ObservationResult compare(const Scenario& scenario, const MeasureTable& table,
                                        const Observation& observation,
                                        std::span<const ReplicationResult> replications);

/// Fills in measures, groups, alternatives, differences, savings, contributions and observations. `runs` is by
/// alternative of the scenario. Throws std::invalid_argument if an observation's alternative is not in the scenario
/// (none: the first).
void aggregate(const Scenario& scenario, const MeasureTable& table, std::span<const Replicated> runs, Results& results);

/// A case, whose alternatives are those of the scenario under other assumptions.
[[nodiscard]] CaseResult aggregate_case(const Case& assumptions, const MeasureTable& table,
                                        std::span<const Replicated> runs);

}  // namespace trapphus::models
