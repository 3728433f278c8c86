// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "models/pathway/pathway.hpp"
#include "models/pathway/ways.hpp"

/// What units and staff can serve in a year: private to models/pathway*.cpp.
namespace trapphus::models {

inline constexpr double kNoLimit = -1;

/// Households a year that can live in a stage one after another, each for `days`; kNoLimit where neither its units nor
/// the caseload of a support that it waits for limits it. `idle` units are reserved for groups that never come.
[[nodiscard]] double stage_capacity(const Settings& settings, const Stage& stage, double days, int idle = 0);
/// Cases a year that the service's team can finish if it does nothing else: hours / mean work, and caseload places /
/// the shortest time that a case can take.
[[nodiscard]] double service_capacity(const Settings& settings, const Service& service);

/// The greatest flow to exits that are homes, and the smallest cut that limits it. Capacities of services are counted
/// for each stage that they lead out of, as if their team did nothing else: an upper bound.
struct GreatestFlow {
  double homes_per_year = 0;  ///< Infinite: nothing limits.
  std::vector<std::string> cut;
  std::vector<PathwayLimits::Narrow> narrow;  ///< The same in parts.
};
/// What is known of the stages: days and occupancy in steady state, the capacity, and how many of the units are
/// reserved for groups that never come.
struct SteadyStage {
  double days = 0, occupancy = 0, capacity = kNoLimit;
  int idle = 0;
};
[[nodiscard]] GreatestFlow greatest_flow(const Settings& settings, const std::vector<SteadyStage>& stages);

}  // namespace trapphus::models
