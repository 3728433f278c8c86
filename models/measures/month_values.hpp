// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/measures/measure.hpp"
#include "models/staircase/period.hpp"

/// What a measure's values by month mean, and how longer times are made of them.
namespace trapphus::models {

enum class MonthKind : std::uint8_t {
  Average,  ///< Households, turnover: the average over the covered part of the month; longer times: over all months
            ///< that have a value (turnover has none where there is no unit).
  Count,    ///< Flows: the number in the month; longer times: the sum.
  Money     ///< Costs: SEK a month (amount booked, divided by the share of the month that is covered); longer times:
            ///< the average over the months covered.
};
/// By the measure's unit.
[[nodiscard]] MonthKind month_kind(const Measure& measure);

/// The value of [from, to) within the period; parts of a month count in proportion. NaN, also for a count, if the two
/// do not overlap.
[[nodiscard]] double value_over(MonthKind kind, const Period& period, std::span<const double> by_month,
                                engine::Time from, engine::Time to);

/// Values by tertial (4 months), year (12) or any other number of months that divides a year, from the step in which
/// the period begins.
[[nodiscard]] std::vector<double> in_steps(MonthKind kind, const Period& period, std::span<const double> by_month,
                                           int months);
/// The first month of the step in which the period begins.
[[nodiscard]] engine::Month first_step(const Period& period, int months);

/// The value of [from, to), which begins and ends with a month or with the period, in the unit of the measure: a flow
/// is scaled to twelve calendar months, so that the count of a calendar year is its value.
[[nodiscard]] double observed_over(MonthKind kind, const Period& period, std::span<const double> by_month,
                                   engine::Time from, engine::Time to);

}  // namespace trapphus::models
