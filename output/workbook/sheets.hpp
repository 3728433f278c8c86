// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/runs/results.hpp"
#include "output/documents/cells.hpp"
#include "output/language/language.hpp"
#include "output/workbook/workbook.hpp"

namespace trapphus::models {
struct Scenario;
}  // namespace trapphus::models

/// The sheets of a run's workbook.
namespace trapphus::output {

/// A run, and how its parts are called and written in the reader's language.
class RunInWords {
 public:
  RunInWords(const models::Scenario& scenario, const models::Results& results, const Words& words);

  const models::Scenario& scenario;
  const models::Results& all;     ///< With the alternatives that are another one without one of its parts,
  const models::Results results;  ///< and without them.
  const Words& words;
  const Cells cells;

  [[nodiscard]] std::optional<std::size_t> find(std::string_view measure) const;
  [[nodiscard]] std::string called(const models::AlternativeResult& alternative) const;
  /// Of any alternative by name.
  [[nodiscard]] std::string alternative(const std::string& name) const;
  [[nodiscard]] std::string group(const std::string& name) const;
  [[nodiscard]] std::string stage(std::string_view name) const;
  [[nodiscard]] std::string measure(std::string_view name) const;
  /// Of a measure's values by month or year.
  [[nodiscard]] std::string unit_by_period(std::size_t measure) const;
  [[nodiscard]] Heading head(std::string_view id, bool left = false, bool interval = false) const;

  /// A column for each alternative, then one for each that is compared with the first. `interval` is for the
  /// alternatives, `paired` for the differences.
  void add_alternatives(DocumentTable& table, bool interval, bool paired) const;
  /// As many cells as add_alternatives() has made columns: those of the alternatives, then their differences to the
  /// first as formulas. The row comes after those that the table has.
  void add_values(const DocumentTable& table, DocumentTable::Row& row, std::vector<Cell> values) const;
  /// What is undefined is an empty cell; `decimals` are for what is neither money nor a share.
  [[nodiscard]] Cell value(double value, const std::string& unit, int decimals = 1) const;
};

/// A row's text in bold: what follows is about something else.
[[nodiscard]] DocumentTable::Row section_row(std::string text);
/// Of columns of one row: the difference of the first and the second.
[[nodiscard]] Formula difference_of(std::size_t row, std::size_t minuend, std::size_t subtrahend);

/// Results of a run: means with intervals, differences, money, groups, assumptions, observations.
[[nodiscard]] Sheet summary_sheet(const RunInWords& run);
/// Households, costs and flows month by month, with charts.
[[nodiscard]] Sheet monthly_sheet(const RunInWords& run);
/// What each line costs in each calendar year, and in all of them; every total is a formula.
[[nodiscard]] Sheet costs_sheet(const RunInWords& run);
/// Who becomes homeless, moves and leaves in each calendar year.
[[nodiscard]] Sheet flows_sheet(const RunInWords& run);
/// Every number of the scenario with its source.
[[nodiscard]] Sheet inputs_sheet(const RunInWords& run);
/// Which run this is, how it was computed, and the sources.
[[nodiscard]] Sheet method_sheet(const RunInWords& run);

}  // namespace trapphus::output
