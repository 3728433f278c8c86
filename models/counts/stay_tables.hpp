// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/statistics/survival.hpp"
#include "models/staircase/names.hpp"
#include "models/staircase/period.hpp"

namespace trapphus::models {

/// Mean, median and 90th percentile of a length of time in days; NaN where not defined.
struct DaySpread {
  double mean, p50, p90;
};

/// Survival tables of the stays in each stage, by group. Stays in progress at the beginning of the period are
/// left-truncated, those at the end censored.
class StayTables {
 public:
  StayTables(std::size_t stages, std::size_t groups, const Period& period)
      : groups_(groups), from_(period.from()), tables_(stages * groups) {}

  void ended(engine::Time now, StageId stage, GroupId group, engine::Time entered);
  void censored(engine::Time now, StageId stage, GroupId group, engine::Time entered);

  /// Of one group. The mean is restricted to the longest stay observed; a percentile that is not reached is that stay,
  /// a lower bound.
  [[nodiscard]] DaySpread spread(StageId stage, GroupId group) const;
  /// Of all groups together.
  [[nodiscard]] DaySpread spread(StageId stage) const;

 private:
  std::size_t groups_;
  engine::Time from_;
  std::vector<engine::Survival> tables_;
};

/// Episodes of homelessness from the first acute night to a home or another exit, as competing events. A home ends an
/// episode if it lasts for twelve months, or to the end of the period.
class Episodes {
 public:
  explicit Episodes(const Period& period) : from_(period.from()), to_(period.to()) {}

  void ended(engine::Time first_acute, engine::Time left, bool home);
  void censored(engine::Time first_acute);
  void merge(const Episodes& other);

  /// Days to a home, of those who get one within the time observed (Aalen-Johansen).
  [[nodiscard]] DaySpread to_home() const;
  /// The share with a home within 365 days; NaN if no episode was observed for so long.
  [[nodiscard]] double home_within_year() const;

 private:
  [[nodiscard]] engine::Duration entry(engine::Time first_acute) const;

  engine::Time from_, to_;
  engine::Survival table_{2};  // 0: home, 1: another exit
  engine::Duration beyond_{};  // sum of the fractions of a day of episodes that ended in a home
  std::int64_t homes_ = 0;
};

/// Returns to homelessness, of homes obtained at least twelve months before the end of the period.
struct Returns {
  std::int64_t homes = 0, returned = 0;
  /// NaN without such homes.
  [[nodiscard]] double share() const;
};

}  // namespace trapphus::models
