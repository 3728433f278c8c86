// SPDX-License-Identifier: MIT
#include "models/pathway/capacity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trapphus::models {
namespace {

double places(const StaffTeam& team) {
  return team.caseload > 0 ? team.caseload * std::max(0.0, team.fte) : std::numeric_limits<double>::infinity();
}

double or_no_limit(double capacity) {
  return std::isfinite(capacity) ? capacity : kNoLimit;
}

}  // namespace

double stage_capacity(const Settings& settings, const Stage& stage, double days, int idle) {
  double capacity = std::numeric_limits<double>::infinity();
  if (stage.units) {
    const double each = days + stage.turnaround.mean() / static_cast<double>(engine::kDay.count());
    capacity = std::max(0, *stage.units - idle) * engine::kDaysAYear / each;
  }
  if (stage.support && stage.support->admission == Admission::Wait) {
    capacity = std::min(capacity, places(settings.teams[stage.support->team.index()]) * engine::kDaysAYear / days);
  }
  return or_no_limit(capacity);
}

double service_capacity(const Settings& settings, const Service& service) {
  const StaffTeam& team = settings.teams[service.team.index()];
  const double hours = service.work.mean();
  const double by_hours = hours_a_year(team) / hours;
  const double shortest_weeks = hours / service.at_most;
  return or_no_limit(std::min(by_hours, places(team) * engine::kWeeksAYear / shortest_weeks));
}

}  // namespace trapphus::models
