// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/statistics/no_value.hpp"
#include "engine/statistics/proportion.hpp"
#include "engine/statistics/survival.hpp"
#include "models/measures/cost_book.hpp"
#include "models/measures/family.hpp"
#include "models/measures/household_counts.hpp"
#include "models/staircase/replication_result.hpp"

namespace trapphus::models {

using engine::kNoValue;

/// kNoValue for a division by 0.
[[nodiscard]] inline double ratio(double part, double whole) {
  return whole == 0 ? kNoValue : part / whole;
}

[[nodiscard]] inline double seconds(engine::Duration length) {
  return static_cast<double>(length.count());
}

[[nodiscard]] inline Money sum(const MonthlyMoney& amounts) {
  Money total;
  for (const Money amount : amounts) total += amount;
  return total;
}

/// Collects the values of all measures of a replication: each measure once, for all households and by group. kNoMeasure
/// is ignored, as are the groups of a measure that is not by group.
class MeasureValues {
 public:
  explicit MeasureValues(const Replication& replication);

  /// `group`: 0 for all households, 1 + g for a group.
  void put(std::size_t measure, std::size_t group, double value);
  /// A ratio of sums; not defined for a whole of 0.
  void put(std::size_t measure, std::size_t group, Quotient quotient);
  void put(std::size_t measure, std::size_t group, const engine::Proportion& count);
  /// The measures of a table by group, and of all groups together.
  void put(const StayMeasures& measures, const std::vector<engine::Survival>& by_group);
  /// Household-seconds by group and month.
  void put_levels(std::size_t measure, const MonthlyTotals& totals);
  void put_counts(std::size_t measure, const MonthlyTotals& counts);
  void put_money(std::size_t measure, std::size_t group, const MonthlyMoney& amounts);
  /// Zeros by group and month.
  [[nodiscard]] MonthlyTotals none() const;

  [[nodiscard]] ReplicationResult& result() { return result_; }

 private:
  const Replication& replication_;
  ReplicationResult result_;
};

}  // namespace trapphus::models
