// SPDX-License-Identifier: MIT
#pragma once

#include "models/measures/measure_recorder.hpp"

namespace trapphus::models {

/// Makes the values of all measures of what a recorder has counted: each measure once, for all households and by group.
/// Private to the recorder.
class MeasureValues {
 public:
  explicit MeasureValues(const MeasureRecorder& recorder);
  [[nodiscard]] ReplicationResult take() && { return std::move(result_); }

 private:
  void households();
  void waiting();
  void flows();
  void stays();
  void apartments();
  void turnover(std::size_t stage);
  void staff();
  void costs();
  void ceilings();
  void outcomes();
  void retention();
  void units();
  void blocked();
  void lost();
  void child_nights();
  void ledger();

  /// `group` 0 is all households, 1 + g a group.
  void put(std::size_t measure, std::size_t group, double value);
  void put(const MeasurePlaces::Spread& places, std::size_t group, const DaySpread& days);
  /// Household-seconds by group and month.
  void put_levels(std::size_t measure, const MonthlyTotals& totals);
  void put_counts(std::size_t measure, const MonthlyTotals& counts);
  void put_money(std::size_t measure, std::size_t group, const MonthlyMoney& amounts);
  [[nodiscard]] MonthlyTotals none() const;
  /// By line (the last: all of them), then for all households and by group.
  [[nodiscard]] std::vector<std::vector<MonthlyMoney>> money_by_line() const;

  const MeasureRecorder& recorder_;
  const MeasureTable& table_;
  const MeasurePlaces& places_;
  const Settings& settings_;
  const Period& period_;
  std::size_t groups_;
  ReplicationResult result_;
};

}  // namespace trapphus::models
