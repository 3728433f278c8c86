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

/// How often a year so many places are free if each is taken for `days`: never without places, however short the stay.
double a_year(double places, double days) {
  return places > 0 ? places * engine::kDaysAYear / days : 0;
}

double or_no_limit(double capacity) {
  return std::isfinite(capacity) ? capacity : kNoLimit;
}

}  // namespace

double stage_capacity(const Settings& settings, const Stage& stage, double days, int idle) {
  double capacity = std::numeric_limits<double>::infinity();
  const int units = std::max(0, stage.units.value_or(0) - idle);
  // No units are no limit to those that are allotted from now on.
  if (stage.units && (units > 0 || stage.allotted.per_second() <= 0)) {
    const double each = days + stage.turnaround.mean() / static_cast<double>(engine::kDay.count());
    capacity = a_year(units, each);
  }
  if (stage.support && stage.support->admission == Admission::Wait) {
    capacity = std::min(capacity, a_year(places(settings.teams[stage.support->team.index()]), days));
  }
  return or_no_limit(capacity);
}

double service_capacity(const Settings& settings, const Service& service) {
  const StaffTeam& team = settings.teams[service.team.index()];
  const double hours = service.work.mean(), worked = hours_a_year(team);
  const double by_hours = worked > 0 ? worked / hours : 0;
  const double shortest_days = engine::kDaysAYear / engine::kWeeksAYear * hours / service.at_most;
  return or_no_limit(std::min(by_hours, a_year(places(team), shortest_days)));
}

}  // namespace trapphus::models
