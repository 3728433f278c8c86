// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "models/measures/measure.hpp"
#include "models/measures/measure_recorder.hpp"
#include "models/staircase/evidence.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/replication_result.hpp"

/// The parts of the period that observations are of, and the simulated values there. Values are exact for any dates:
/// they are those of the whole period, are added up from whole months, or are measured in a window.
namespace trapphus::models {

/// The windows that these observations need, in the order of the first that does. Parts outside the period are cut off.
[[nodiscard]] std::vector<Window> windows_of(std::span<const Observation> observations, const MeasureTable& table,
                                             const Period& period);

/// Simulated value of an observation in one replication of the period, in the measure's unit: over the observation's
/// dates within the period, NaN if it has none. Flows and costs are scaled to a calendar year and month: the count of
/// 2012 is the value of 2012. On a single day, households are counted in the night that follows it. Throws
/// std::invalid_argument for an unknown measure, std::logic_error if its window was not measured.
[[nodiscard]] double simulated(const Observation& observation, const MeasureTable& table, const Period& period,
                               const ReplicationResult& replication);

/// The results of the observation's dates: those of the period or of a window. Null if its value is added up from
/// months, or if its dates are outside the period. Throws like simulated().
[[nodiscard]] const ReplicationResult* measured_in(const Observation& observation, const MeasureTable& table,
                                                   const Period& period, const ReplicationResult& replication);

}  // namespace trapphus::models
