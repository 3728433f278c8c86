// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/statistics/proportion.hpp"
#include "engine/time.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/names.hpp"

namespace trapphus::models {

/// Amounts of one account by month of the period. Lines are those of the measure table; a grant's is "grant:NAME", with
/// negative amounts, and is not part of `cost.total`.
struct BookedLine {
  std::string line;
  StageId stage;  ///< Invalid: none.
  GroupId group;  ///< Invalid: none.
  std::vector<Money> amounts;
};

/// Household-days a year that a group lost in a stage by waiting for one cause.
struct WaitingDays {
  StageId stage;  ///< Stage of residence while waiting; invalid: outside, before the first stage.
  GroupId group;
  std::size_t cause = 0;  ///< As CauseTable.
  double days = 0;
};

/// Households of these stages wait for each other's units from `since` on.
struct CircularWait {
  engine::Time since;
  std::vector<StageId> stages;
};

/// Measurements of one replication of one alternative.
struct ReplicationResult {
  /// By measure, for all households [0] and for each group [1 + group]; NaN where not defined.
  std::vector<std::vector<double>> values;
  /// Monthly values of the measures that have them: by measure, then by month of the period. MonthKind defines their
  /// meaning.
  std::vector<std::map<std::size_t, std::vector<double>>> monthly;
  /// Counts of the measures that are shares of counted tenants: rows as in `values`, then by measure.
  std::vector<std::map<std::size_t, engine::Proportion>> counts;
  std::vector<double> units;  ///< By stage: mean over the period.
  std::vector<BookedLine> ledger;
  /// Positive values only, ordered by stage (outside last), group, cause.
  std::vector<WaitingDays> lost;
  std::vector<CircularWait> circular_waits;
};

}  // namespace trapphus::models
