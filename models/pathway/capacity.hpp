// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "models/pathway/pathway.hpp"
#include "models/pathway/ways.hpp"

/// Yearly capacities of units and staff, and the maximum flow over them.
namespace trapphus::models {

inline constexpr double kNoLimit = -1;

/// Households a year that a stage can serve with stays of `days`; kNoLimit where neither its units nor the caseload of
/// an awaited support limits it. `idle` units are reserved for groups that never arrive.
[[nodiscard]] double stage_capacity(const Settings& settings, const Stage& stage, double days, int idle = 0);
/// Cases a year of a service if its team did nothing else: the lesser of hours / mean work and caseload places /
/// minimum duration of a case.
[[nodiscard]] double service_capacity(const Settings& settings, const Service& service);

/// The maximum flow to exits that are homes, and what it is held back by. By a plan no more leave a stage than its
/// share of those who enter; who cannot go on keeps his unit, or waits for ever where nothing limits how many can. The
/// capacity of a service is counted for each stage that it leads out of, as if its team did nothing else, and a share
/// is the greatest of any household: an upper bound.
struct GreatestFlow {
  double homes_per_year = 0;  ///< Infinite without a limit.
  std::vector<std::string> cut;
  std::vector<PathwayLimits::Narrow> narrow;  ///< The same in parts.
};
/// Steady state of a stage: mean stay in days and occupancy, its capacity, and the number of units reserved for groups
/// that never arrive.
struct SteadyStage {
  double days = 0, occupancy = 0, capacity = kNoLimit;
  int idle = 0;
};
[[nodiscard]] GreatestFlow greatest_flow(const Settings& settings, const std::vector<SteadyStage>& stages);

}  // namespace trapphus::models
