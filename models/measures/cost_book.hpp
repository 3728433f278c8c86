// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/counts/ledger.hpp"
#include "models/measures/measure.hpp"
#include "models/staircase/period.hpp"

namespace trapphus::models {

/// Amounts by month of the period.
using MonthlyMoney = std::vector<Money>;

/// What a staircase costs: who lives where, who moves, units, paid staff and fixed costs, turned into ledger entries at
/// the prices in force. Grants are kept apart; ceilings are held against what their stages cost.
class CostBook {
 public:
  /// `settings` are those of the period's beginning. Whatever settings the book is told must live as long as it is
  /// used, and have the same things. Throws std::invalid_argument if a stage has a price or rent, but no cost line.
  CostBook(const MeasureTable& table, const Settings& settings, const Period& period);

  /// Other prices from now on.
  void settings(engine::Time now, const Settings& settings);

  /// A household lives in a stage from now on, or (-1) no longer. A placement that has forms needs one: without,
  /// std::logic_error is thrown.
  void live(engine::Time now, StageId stage, FormId form, GroupId group, int households) {
    ledger_.change(resident_level(stage, form, group), now, households);
  }
  /// A household has made a move.
  void moved(engine::Time now, MoveId move, GroupId group);
  void empty_units(engine::Time now, StageId stage, int empty) { ledger_.set(empty_[stage.index()], now, empty); }
  void paid_staff(engine::Time now, TeamId team, double fte) { ledger_.set(staff_[team.index()], now, fte); }
  void finish(engine::Time now);

  /// Everything that is booked on cost lines. Call finish() before.
  [[nodiscard]] const Ledger& costs() const { return ledger_; }
  /// Grants as negative amounts; the line is the grant's number.
  [[nodiscard]] const Ledger& grants() const { return grants_; }
  /// By how much a ceiling was exceeded, over the months (or years) in which it was. What counts is what its stages'
  /// nights and rents cost, empty units included; a ceiling of a month that is covered in part is as large as that
  /// part.
  [[nodiscard]] Money overspent(std::size_t ceiling) const;

 private:
  [[nodiscard]] std::size_t resident_level(StageId stage, FormId form, GroupId group) const;
  [[nodiscard]] std::size_t line(const std::string& name) const { return table_.line(name); }
  void add_levels(const Settings& settings);
  void set_prices(engine::Time now);
  void price_residents(engine::Time now, StageId id);
  void price_units(engine::Time now, StageId id);
  void price_staff(engine::Time now);
  void open_moves();
  [[nodiscard]] std::vector<Ledger::Tariff> resident_tariffs(StageId id, const Price& night, GroupId group);
  void add_tariff(std::vector<Ledger::Tariff>& tariffs, const Price& price, const std::string& line, StageId stage,
                  GroupId group);
  void book_until(engine::Time now);
  [[nodiscard]] MonthlyMoney spent_on(const std::vector<StageId>& stages) const;

  const MeasureTable& table_;
  const Settings* settings_;
  Period period_;
  engine::Time since_;  // up to here fixed costs, grants and ceilings are booked
  std::size_t groups_;
  Ledger ledger_, grants_, ceilings_;
  std::vector<std::size_t> first_resident_;  // by stage: its first level, then by form and group
  std::vector<std::size_t> forms_;           // by stage: how many, 0 for one price
  std::vector<std::size_t> empty_, staff_;   // levels by stage, team
};

}  // namespace trapphus::models
