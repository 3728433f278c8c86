// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "models/measures/measure.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/replication_result.hpp"

/// From what single replications measured to what people see: means with their intervals, series, paired differences,
/// observations.
namespace trapphus::models {

struct Alternative;
struct Case;

/// The replications of one alternative in their order. Those of all alternatives must be the same ones.
using Replicated = std::vector<ReplicationResult>;

[[nodiscard]] Estimate estimate(std::span<const double> values);

/// `rows`: a replication's values each, all of the same length; at least one.
[[nodiscard]] Series series_of(engine::Month from, const std::vector<std::vector<double>>& rows);

/// Each measure's mean over the replications, for all households [0] and for each group [1 + group].
[[nodiscard]] std::vector<std::vector<Estimate>> estimates(std::span<const ReplicationResult> replications);

/// `other` minus `base`, replication by replication; one that does not define a measure in both is left out of it.
/// Throws std::invalid_argument if they differ in number.
[[nodiscard]] Difference difference(const std::string& name, std::span<const ReplicationResult> base,
                                    std::span<const ReplicationResult> other);

[[nodiscard]] AlternativeResult summarise(const Scenario& scenario, const MeasureTable& table,
                                          const Alternative& alternative,
                                          std::span<const ReplicationResult> replications);

/// What one replication says to an observation, in the measure's unit. A measure with values by month is taken over the
/// observation's dates, any other over the whole period. Throws std::invalid_argument for an unknown measure.
[[nodiscard]] double simulated(const Observation& observation, const MeasureTable& table, const Period& period,
                               const ReplicationResult& replication);

/// What the simulation says to an observation. A measure with values by month is taken over the observation's dates, as
/// far as they lie within the period; another one over the whole period. A flow is given for a year of twelve calendar
/// months: what is counted in 2012 is its value of 2012. A share of counted tenants is predicted for as many as the
/// observation was counted from, or as there are on average. Throws std::invalid_argument if the observation's measure
/// is not in the table.
[[nodiscard]] ObservationResult compare(const Scenario& scenario, const MeasureTable& table,
                                        const Observation& observation,
                                        std::span<const ReplicationResult> replications);

/// Fills in measures, groups, alternatives, differences, savings, contributions and observations. `runs` is by
/// alternative of the scenario. Throws std::invalid_argument if an observation's alternative is not in the scenario
/// (none: the first).
void aggregate(const Scenario& scenario, const MeasureTable& table, std::span<const Replicated> runs, Results& results);

/// A case, whose alternatives are those of the scenario under other assumptions.
[[nodiscard]] CaseResult aggregate_case(const Case& assumptions, std::span<const Replicated> runs);

}  // namespace trapphus::models
