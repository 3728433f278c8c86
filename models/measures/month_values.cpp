// SPDX-License-Identifier: MIT
#include "models/measures/month_values.hpp"

#include <algorithm>
#include <cmath>

#include "engine/statistics/no_value.hpp"
#include "models/measures/values.hpp"
#include "models/staircase/money.hpp"

namespace trapphus::models {
namespace {

using engine::Duration;
using engine::Month;
using engine::Time;

/// Calls visit(month, overlap) for the months of the period that overlap [from, to).
template <class Visit>
void each_overlap(const Period& period, Time from, Time to, const Visit& visit) {
  if (to <= period.from() || from >= period.to()) return;
  const auto first = std::max<std::int64_t>(period.index(Month::of(from)), 0);
  for (auto i = static_cast<std::size_t>(first); i < period.months(); ++i) {
    const Duration part = period.overlap(i, from, to);
    if (part == Duration::zero()) break;
    visit(i, part);
  }
}

}  // namespace

MonthKind month_kind(const Measure& measure) {
  if (measure.unit == "households" || measure.unit == "per unit and year") return MonthKind::Average;
  if (measure.unit == "SEK/month") return MonthKind::Money;
  return MonthKind::Count;
}

double value_over(MonthKind kind, const Period& period, std::span<const double> by_month, Time from, Time to) {
  double sum = 0, weights = 0;
  each_overlap(period, from, to, [&](std::size_t i, Duration part) {
    if (kind == MonthKind::Average && std::isnan(by_month[i])) return;
    const double weight = kind == MonthKind::Average ? seconds(part)
                          : kind == MonthKind::Money ? period.in_months(i, part)
                                                     : seconds(part) / seconds(period.covered(i));
    sum += by_month[i] * weight;
    weights += weight;
  });
  if (weights == 0) return engine::kNoValue;
  return kind == MonthKind::Count ? sum : sum / weights;
}

Month first_step(const Period& period, int months) {
  return Month(period.month(0).number() / months * months);
}

std::vector<double> in_steps(MonthKind kind, const Period& period, std::span<const double> by_month, int months) {
  std::vector<double> values;
  for (Month step = first_step(period, months); step.begin() < period.to();) {
    const Month next(step.number() + months);
    values.push_back(value_over(kind, period, by_month, step.begin(), next.begin()));
    step = next;
  }
  return values;
}

double observed_over(MonthKind kind, const Period& period, std::span<const double> by_month, Time from, Time to) {
  const double value = value_over(kind, period, by_month, from, to);
  if (kind != MonthKind::Count) return value;
  double months = 0;
  each_overlap(period, from, to, [&](std::size_t i, Duration part) { months += period.in_months(i, part); });
  return value / (months / 12);
}

}  // namespace trapphus::models
