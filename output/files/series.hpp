// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/enum_table.hpp"
#include "engine/time.hpp"

namespace trapphus::models {
struct AlternativeResult;
struct Estimate;
struct MeasureSet;
struct Results;
struct Series;
}  // namespace trapphus::models

namespace trapphus::output {

enum class CalendarPeriod { Month, Tertial, Year };
inline constexpr auto kPeriods = engine::enum_table<CalendarPeriod>(
    {{CalendarPeriod::Month, "month"}, {CalendarPeriod::Tertial, "tertial"}, {CalendarPeriod::Year, "year"}});

/// The period of this kind that is `index` after the one that contains `from`: "2011-09", "2011 T3", "2011".
[[nodiscard]] std::string label(CalendarPeriod period, engine::Month from, std::size_t index);

/// By measure.
[[nodiscard]] const std::map<std::size_t, models::Series>& series(const models::MeasureSet& set, CalendarPeriod period);

/// Calls for all households first (with "all"), then for each group. Measures that are not kept by group are only in
/// the first.
void for_each_group(const models::Results& results, const models::AlternativeResult& alternative,
                    const std::function<void(const std::string& group, const models::MeasureSet& set)>& visit);

/// The differences of an alternative to the first; nullptr for the first itself. Group -1 is all households.
[[nodiscard]] const std::vector<models::Estimate>* differences(const models::Results& results, std::size_t alternative,
                                                               int group);

/// NaN instead of a value that is not there.
[[nodiscard]] double at_or_nan(const std::vector<double>& values, std::size_t index);

}  // namespace trapphus::output
