// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/statistics/time_average.hpp"
#include "models/measures/measure.hpp"
#include "models/staircase/names.hpp"
#include "models/staircase/period.hpp"

namespace trapphus::models {

/// Whole numbers by group (outer) and month of the period (inner).
using MonthlyTotals = std::vector<std::vector<std::int64_t>>;

/// Adds the numbers of `more`, month by month.
void add(MonthlyTotals& sum, const MonthlyTotals& more);

/// Numbers of households in places (stages, queues), by group and month.
class HouseholdLevels {
 public:
  HouseholdLevels(std::size_t places, std::size_t groups, const Period& period)
      : groups_(groups),
        months_(period.months()),
        is_a_date_(period.length() == engine::kDay),
        levels_(places * groups, Level(period.from())) {}

  void change(engine::Time now, std::size_t place, GroupId group, int delta) {
    levels_[place * groups_ + group.index()].change(now, delta);
  }
  void finish(engine::Time now) {
    for (Level& level : levels_) level.finish(now);
  }
  /// The levels now are the last of `earlier`, which has the same places and groups.
  void take_over(const HouseholdLevels& earlier, const Period& period);
  /// Household-seconds of a place. In a period of one day those of the households there at its end, all day long: a
  /// count on a date is of the night that follows it.
  [[nodiscard]] MonthlyTotals totals(std::size_t place) const;

 private:
  using Level = engine::TimeAverage<std::int64_t>;
  std::size_t groups_, months_;
  bool is_a_date_;
  std::vector<Level> levels_;
};

/// Numbers of events by group and month. Calls must be in the order of time.
class FlowCounts {
 public:
  /// Counts the flows of the table.
  FlowCounts(const MeasureTable& table, std::size_t groups, const Period& period);

  /// Adds an event; no effect for kNoMeasure and after the period.
  void count(engine::Time now, std::size_t measure, GroupId group) {
    if (measure == kNoMeasure || now >= to_) return;
    while (now >= month_end_) pass_month();
    ++counts_[(rows_[measure] * groups_ + group.index()) * months_ + month_];
  }
  [[nodiscard]] MonthlyTotals counts(std::size_t measure) const;

 private:
  void pass_month();

  std::size_t groups_, months_, month_ = 0;
  engine::Time month_end_, to_;
  std::vector<std::size_t> rows_;  // by measure
  std::vector<std::uint32_t> counts_;
};

/// Waiting time by cause, stage and group, not by month: a wait is counted when it begins and ends. An invalid stage
/// means outside, before admission to any.
class WaitTotals {
 public:
  WaitTotals(std::size_t stages, std::size_t causes, std::size_t groups, engine::Time from)
      : stages_(stages), causes_(causes), groups_(groups), from_(from), seconds_((stages + 1) * causes * groups) {}

  void begin(engine::Time now, StageId stage, std::size_t cause, GroupId group) {
    seconds_[place(stage, cause, group)] -= (now - from_).count();
  }
  void end(engine::Time now, StageId stage, std::size_t cause, GroupId group) {
    seconds_[place(stage, cause, group)] += (now - from_).count();
  }
  /// Valid when every wait that began has ended.
  [[nodiscard]] std::int64_t seconds(StageId stage, std::size_t cause, GroupId group) const {
    return seconds_[place(stage, cause, group)];
  }
  /// In all stages, and outside.
  [[nodiscard]] std::int64_t seconds(std::size_t cause, GroupId group) const;

 private:
  [[nodiscard]] std::size_t place(StageId stage, std::size_t cause, GroupId group) const {
    return ((stage.valid() ? stage.index() : stages_) * causes_ + cause) * groups_ + group.index();
  }

  std::size_t stages_, causes_, groups_;
  engine::Time from_;
  std::vector<std::int64_t> seconds_;
};

}  // namespace trapphus::models
