// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/statistics/proportion.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/names.hpp"

namespace trapphus::models {

/// What one account booked in each month of the period. Lines are those of the measure table; a grant's is
/// "grant:NAME", its amounts are negative, and `cost.total` is without it.
struct BookedLine {
  std::string line;
  StageId stage;  ///< Invalid: none.
  GroupId group;  ///< Invalid: none.
  std::vector<Money> amounts;
};

/// Household-days a year that a group lost in a stage, waiting for one cause.
struct LostDays {
  StageId stage;  ///< Where they live meanwhile; invalid: outside, until they may enter one.
  GroupId group;
  std::size_t cause = 0;  ///< As CauseTable.
  double days = 0;
};

/// What one replication of one alternative measured.
struct ReplicationResult {
  /// By measure, for all households [0] and for each group [1 + group]; NaN where not defined.
  std::vector<std::vector<double>> values;
  /// The same for those measures that have values by month: by measure, then by month of the period. What a month's
  /// value is, says MonthKind.
  std::vector<std::map<std::size_t, std::vector<double>>> monthly;
  /// Those measures that are shares of counted tenants, as counts: rows as `values`, then by measure.
  std::vector<std::map<std::size_t, engine::Proportion>> counts;
  std::vector<double> units;  ///< By stage: how many there are, average over the period.
  std::vector<BookedLine> ledger;
  /// Only what is above 0, in the order of stages (outside last), groups, causes.
  std::vector<LostDays> lost;
};

}  // namespace trapphus::models
