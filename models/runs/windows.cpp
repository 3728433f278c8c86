// SPDX-License-Identifier: MIT
#include "models/runs/windows.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/statistics/no_value.hpp"
#include "models/measures/month_values.hpp"

namespace trapphus::models {
namespace {

struct Dates {
  Time from, to;
  friend bool operator==(const Dates&, const Dates&) = default;
};

std::size_t measure_of(const Observation& observation, const MeasureTable& table) {
  if (const auto measure = table.find(observation.measure)) return *measure;
  throw std::invalid_argument("an observation's measure is not known: " + observation.measure);
}

Dates dates_within(const Period& period, const Observation& observation) {
  return {std::max(observation.from, period.from()), std::min(observation.to, period.to())};
}

bool is_whole(const Dates& dates, const Period& period) {
  return dates == Dates{period.from(), period.to()};
}

bool is_between_months(Time time, const Period& period) {
  return time == engine::Month::of(time).begin() || time == period.from() || time == period.to();
}

/// Whether the value follows from those by month. Turnover does not: its months have different numbers of units.
bool adds_up(const Measure& measure, const Dates& dates, const Period& period) {
  return measure.series && measure.unit != "per unit and year" && dates.to - dates.from > engine::kDay &&
         is_between_months(dates.from, period) && is_between_months(dates.to, period);
}

}  // namespace

std::vector<Window> windows_of(std::span<const Observation> observations, const MeasureTable& table,
                               const Period& period) {
  std::vector<Window> windows;
  for (const Observation& observation : observations) {
    const auto measure = table.find(observation.measure);
    const Dates dates = dates_within(period, observation);
    if (!measure || dates.from >= dates.to || is_whole(dates, period) || adds_up(table[*measure], dates, period))
      continue;
    const auto same = [&](const Window& window) { return Dates{window.from, window.to} == dates; };
    auto found = std::find_if(windows.begin(), windows.end(), same);
    if (found == windows.end()) found = windows.insert(windows.end(), {dates.from, dates.to, {}});
    found->measures.push_back(*measure);
  }
  return windows;
}

const ReplicationResult* measured_in(const Observation& observation, const MeasureTable& table, const Period& period,
                                     const ReplicationResult& replication) {
  const Dates dates = dates_within(period, observation);
  const Measure& measure = table[measure_of(observation, table)];
  if (dates.from >= dates.to || adds_up(measure, dates, period)) return nullptr;
  if (is_whole(dates, period)) return &replication;
  for (const WindowResult& window : replication.windows) {
    if (Dates{window.from, window.to} == dates) return &window.result;
  }
  throw std::logic_error("no window was measured for an observation of " + observation.measure);
}

double simulated(const Observation& observation, const MeasureTable& table, const Period& period,
                 const ReplicationResult& replication) {
  const std::size_t measure = measure_of(observation, table);
  const std::size_t row = observation.group.valid() ? 1 + observation.group.index() : 0;
  const Dates dates = dates_within(period, observation);
  if (dates.from >= dates.to) return engine::kNoValue;
  if (const auto* found = measured_in(observation, table, period, replication)) return found->values[row][measure];
  const auto& months = replication.monthly[row].at(measure);
  return observed_over(month_kind(table[measure]), period, months, dates.from, dates.to);
}

}  // namespace trapphus::models
