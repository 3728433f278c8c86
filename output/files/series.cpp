// SPDX-License-Identifier: MIT
#include "output/files/series.hpp"

#include <fmt/format.h>

#include "engine/statistics/no_value.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::output {

std::string label(CalendarPeriod period, engine::Month from, std::size_t index) {
  const auto step = static_cast<std::int32_t>(index);
  switch (period) {
    case CalendarPeriod::Month:
      return engine::to_string(engine::Month(from.number() + step));
    case CalendarPeriod::Tertial: {
      const std::int32_t tertial = from.number() / 4 + step;
      return fmt::format("{} T{}", tertial / 3, tertial % 3 + 1);
    }
    case CalendarPeriod::Year:
      break;
  }
  return fmt::format("{}", from.year() + step);
}

const std::map<std::size_t, models::Series>& series(const models::MeasureSet& set, CalendarPeriod period) {
  switch (period) {
    case CalendarPeriod::Month:
      return set.monthly;
    case CalendarPeriod::Tertial:
      return set.tertial;
    case CalendarPeriod::Year:
      break;
  }
  return set.yearly;
}

void for_each_group(const models::Results& results, const models::AlternativeResult& alternative,
                    const std::function<void(const std::string&, const models::MeasureSet&)>& visit) {
  visit("all", alternative.all);
  for (std::size_t g = 0; g < alternative.groups.size() && g < results.groups.size(); ++g)
    visit(results.groups[g], alternative.groups[g]);
}

const std::vector<models::Estimate>* differences(const models::Results& results, std::size_t alternative, int group) {
  if (alternative == 0 || alternative > results.differences.size()) return nullptr;
  const models::Difference& difference = results.differences[alternative - 1];
  if (group < 0) return &difference.all;
  const auto index = static_cast<std::size_t>(group);
  return index < difference.groups.size() ? &difference.groups[index] : nullptr;
}

double at_or_nan(const std::vector<double>& values, std::size_t index) {
  return index < values.size() ? values[index] : engine::kNoValue;
}

}  // namespace trapphus::output
