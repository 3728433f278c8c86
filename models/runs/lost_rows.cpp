// SPDX-License-Identifier: MIT
#include "models/runs/lost_rows.hpp"

#include <map>
#include <tuple>

#include "engine/statistics/interval.hpp"
#include "models/runs/range.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/cause.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models {

std::vector<LostRow> lost_rows(const Settings& settings, std::span<const ReplicationResult> replications) {
  using Key = std::tuple<std::size_t, std::size_t, std::size_t>;  // stage (outside last), group, cause
  std::map<Key, std::vector<double>> columns;
  for (std::size_t r = 0; r < replications.size(); ++r) {
    for (const WaitingDays& lost : replications[r].lost) {
      const std::size_t stage = lost.stage.valid() ? lost.stage.index() : settings.stages.size();
      auto& column = columns[{stage, lost.group.index(), lost.cause}];
      column.resize(replications.size());
      column[r] = lost.days;
    }
  }
  const CauseTable causes(settings);
  std::vector<LostRow> rows;
  for (const auto& [key, column] : columns) {
    const auto& [stage, group, cause] = key;
    const engine::Interval days = within({.least = 0}, engine::confidence_interval(column));
    rows.push_back({stage < settings.stages.size() ? settings.stages[stage].name : std::string(),
                    settings.groups[group].name,
                    causes.name(cause),
                    {days.mean, days.low, days.high, days.count}});
  }
  return rows;
}

}  // namespace trapphus::models
