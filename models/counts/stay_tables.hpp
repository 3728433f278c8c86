// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <vector>

#include "engine/statistics/proportion.hpp"
#include "engine/statistics/survival.hpp"
#include "models/staircase/names.hpp"
#include "models/staircase/period.hpp"
#include "models/staircase/replication_result.hpp"

namespace trapphus::models {

/// A statistic of a table; NaN where not defined.
struct StayValue {
  double value;
  bool at_least = false;  ///< Not all stays are known to their end: a lower bound.
};

/// Of a table of stays in a stage (one cause) in days: mean, median, 90th percentile. Of a table of episodes (causes:
/// home, another exit) the days of those that end with a home by the end of what is known (Aalen-Johansen), a lower
/// bound if others are still open then; and the share with a home within 365 days, NaN if that is not known.
[[nodiscard]] StayValue statistic_of(const engine::Survival& table, StayStatistic statistic);
/// All of them, by StayStatistic.
[[nodiscard]] std::array<StayValue, kStayStatistics> statistics_of(const engine::Survival& table);

/// Survival tables of the stays in each stage, by group. Stays in progress at the beginning of the period are
/// left-truncated, those at the end censored.
class StayTables {
 public:
  StayTables(std::size_t stages, std::size_t groups, const Period& period)
      : groups_(groups), from_(period.from()), tables_(stages * groups) {}

  void ended(engine::Time now, StageId stage, GroupId group, engine::Time entered);
  void censored(engine::Time now, StageId stage, GroupId group, engine::Time entered);

  [[nodiscard]] const engine::Survival& of(StageId stage, GroupId group) const {
    return tables_[stage.index() * groups_ + group.index()];
  }

 private:
  [[nodiscard]] engine::Survival& at(StageId stage, GroupId group) {
    return tables_[stage.index() * groups_ + group.index()];
  }

  std::size_t groups_;
  engine::Time from_;
  std::vector<engine::Survival> tables_;
};

/// Episodes of homelessness from the first acute night to a home or another exit, as competing events. A home ends an
/// episode if it lasts for twelve months, or to the end of the period. Episodes that ended before the period are not
/// counted.
class Episodes {
 public:
  explicit Episodes(const Period& period) : from_(period.from()), to_(period.to()) {}

  void ended(engine::Time first_acute, engine::Time left, bool home);
  void censored(engine::Time first_acute);

  /// Causes: 0 a home, 1 another exit.
  [[nodiscard]] const engine::Survival& table() const { return table_; }

 private:
  [[nodiscard]] engine::Duration entry(engine::Time first_acute) const;

  engine::Time from_, to_;
  engine::Survival table_{2};
};

/// Returns to homelessness within twelve months, of the homes whose twelve months end within the period: those of a
/// window were obtained up to twelve months before it.
class Returns {
 public:
  explicit Returns(const Period& period) : from_(period.from()), to_(period.to()) {}

  /// In order of time.
  void home(engine::Time got);
  /// `got`: when the household got the home that it has lost.
  void returned(engine::Time got);
  /// Counts the homes, and the returns from them, that are known at the beginning of the period.
  void take_over(const Returns& earlier);
  [[nodiscard]] const engine::Proportion& count() const { return count_; }

 private:
  /// A home, or the return from it.
  struct Got {
    engine::Time at;
    bool returned;
  };

  [[nodiscard]] bool months_end(engine::Time got) const {
    return got + engine::kYear > from_ && got + engine::kYear <= to_;
  }

  engine::Time from_, to_;
  engine::Proportion count_;
  std::deque<Got> recent_;  // twelve months back, and a little longer
};

}  // namespace trapphus::models
