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

/// Costs of a staircase: books residents, moves, units, paid staff and fixed costs as ledger entries at the prices in
/// force. Grants have a ledger of their own; ceilings are compared with the cost of their stages.
class CostBook {
 public:
  /// `settings` are those of the period's beginning. All settings passed must outlive the book, and have the same
  /// stages, teams etc. Throws std::invalid_argument if a stage has a price or rent, but no cost line.
  CostBook(const MeasureTable& table, const Settings& settings, const Period& period);

  /// Prices in force from now on.
  void settings(engine::Time now, const Settings& settings);

  /// The number of residents of a stage changes by `households` (+1 or -1). Throws std::logic_error for a placement
  /// that has forms if `form` is invalid.
  void live(engine::Time now, StageId stage, FormId form, GroupId group, int households) {
    ledger_.change(resident_level(stage, form, group), now, households);
  }
  /// Books the cost of a move.
  void moved(engine::Time now, MoveId move, GroupId group);
  void empty_units(engine::Time now, StageId stage, int empty) { ledger_.set(empty_[stage.index()], now, empty); }
  void paid_staff(engine::Time now, TeamId team, double fte) { ledger_.set(staff_[team.index()], now, fte); }
  void finish(engine::Time now);

  /// All entries on cost lines. Call finish() before.
  [[nodiscard]] const Ledger& costs() const { return ledger_; }
  /// Grants as negative amounts; the line is the grant's index.
  [[nodiscard]] const Ledger& grants() const { return grants_; }
  /// Sum of the excess over a ceiling, over the months (or years) with an excess. Costs are the nights and rents of
  /// its stages, empty units included; for a month covered in part the ceiling is reduced in proportion.
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
  engine::Time since_;  // end of the booked fixed costs, grants and ceilings
  std::size_t groups_;
  Ledger ledger_, grants_, ceilings_;
  std::vector<std::size_t> first_resident_;  // by stage: its first level, then by form and group
  std::vector<std::size_t> forms_;           // by stage: how many, 0 for one price
  std::vector<std::size_t> empty_, staff_;   // levels by stage, team
};

}  // namespace trapphus::models
