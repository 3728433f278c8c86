// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/statistics/proportion.hpp"
#include "engine/statistics/survival.hpp"
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

/// A ratio of sums, such as the costs of the period for each home.
struct Quotient {
  double part = 0, whole = 0;
};

/// What measures take from a table of stays.
enum class StayStatistic : std::uint8_t { Mean, Median, NinetiethPercentile, WithinYear };
inline constexpr std::size_t kStayStatistics = 4;

/// The stays of a group in a stage (one cause), or its episodes of homelessness (causes: home, another exit).
struct StayTable {
  GroupId group;
  std::array<std::size_t, kStayStatistics> measures;  ///< By StayStatistic; the greatest number: none.
  engine::Survival stays;
};

struct WindowResult;

/// Measurements of one replication of one alternative. Those that are no totals or averages over the period are kept as
/// what they are computed from, since a mean of ratios over replications is not the ratio.
struct ReplicationResult {
  /// By measure, for all households [0] and for each group [1 + group]: what this realisation by itself gives; NaN
  /// where not defined.
  std::vector<std::vector<double>> values;
  /// Monthly values of the measures that have them: by measure, then by month of the period. MonthKind defines their
  /// meaning.
  std::vector<std::map<std::size_t, std::vector<double>>> monthly;
  /// Counts of the measures that are shares of counted households: rows as in `values`, then by measure.
  std::vector<std::map<std::size_t, engine::Proportion>> counts;
  /// Of the measures that are ratios of sums: rows as in `values`, then by measure.
  std::vector<std::map<std::size_t, Quotient>> quotients;
  /// What the monthly values that are ratios are divided by: by measure of all households, then by month.
  std::map<std::size_t, std::vector<double>> monthly_wholes;
  /// The same tables in the same order in all replications.
  std::vector<StayTable> tables;
  std::vector<double> units;  ///< By stage: mean over the period.
  std::vector<BookedLine> ledger;
  /// Positive values only, ordered by stage (outside last), group, cause.
  std::vector<WaitingDays> lost;
  std::vector<CircularWait> circular_waits;
  /// Parts of the period that were measured too.
  std::vector<WindowResult> windows;
};

/// What a replication that began earlier measured in [from, to). Only the families asked for have values.
struct WindowResult {
  engine::Time from, to;
  ReplicationResult result;
};

}  // namespace trapphus::models
