// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/staircase/grant_line.hpp"
#include "output/documents/budget_tables.hpp"
#include "output/language/measure_words.hpp"

namespace trapphus::output {
std::vector<int> BudgetTables::years() const {
  std::vector<int> result;
  for (int year = engine::Month::of(figures_.scenario.from).year();
       year <= engine::Month::of(figures_.scenario.to - engine::Duration(1)).year(); ++year)
    result.push_back(year);
  return result;
}

/// `zero` x what the first alternative booked + `project` x what the project booked.
BudgetTables::Amounts BudgetTables::amounts_by_line(double zero, double project, bool grants) const {
  const auto all_years = years();
  Amounts lines;
  const auto book = [&](const models::AlternativeResult& alternative, double factor) {
    for (const auto& row : alternative.ledger) {
      if (factor == 0 || models::is_grant_line(row.line) != grants) continue;
      auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return line.first == row.line; });
      if (found == lines.end()) found = lines.insert(lines.end(), {row.line, std::vector<double>(all_years.size())});
      found->second[static_cast<std::size_t>(row.month.year() - all_years.front())] += factor * row.amount;
    }
  };
  book(figures_.zero(), zero);
  book(figures_.project(), project);
  return lines;
}

DocumentTable BudgetTables::lines_by_year(const std::string& name, const std::string& title, double zero,
                                          double project) const {
  const auto all_years = years();
  DocumentTable table{name, title, {head("column.line", true)}, {}, words_("note.costs")};
  for (const int year : all_years) table.columns.push_back({std::to_string(year)});
  table.columns.push_back(head("column.all_years"));
  const std::size_t last = all_years.size() + 1;
  const auto across = [&](DocumentTable::Row& row, const std::vector<double>& amounts) {
    double sum = 0;
    Formula formula{Formula::Kind::Sum, {}, 1};
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      row.cells.push_back(cells_.kronor(amounts[i]));
      sum += amounts[i];
      formula.cells.emplace_back(table.rows.size(), i + 1);
    }
    row.cells.push_back(Cells::made(cells_.kronor(sum), formula));
  };
  const auto total = [&](std::string_view id, const Amounts& lines, std::size_t first) {
    DocumentTable::Row row{{Cells::text(words_(id))}, true};
    std::vector<double> sums(last);
    for (const auto& [line, amounts] : lines) {
      for (std::size_t i = 0; i < amounts.size(); ++i) sums[i] += amounts[i], sums[last - 1] += amounts[i];
    }
    for (std::size_t i = 0; i < last; ++i)
      row.cells.push_back(Cells::sum(cells_.kronor(sums[i]), i + 1, first, table.rows.size()));
    table.rows.push_back(std::move(row));
  };
  Amounts all = amounts_by_line(zero, project, false);
  const Amounts grants = amounts_by_line(zero, project, true);
  const auto add = [&](const Amounts& lines) {
    for (const auto& [line, amounts] : lines) {
      DocumentTable::Row row{{Cells::text(line_in_words(words_, line, figures_.project_settings_then()))}, false};
      across(row, amounts);
      table.rows.push_back(std::move(row));
    }
  };
  add(all);
  if (all.empty()) return table;
  total("row.all_costs", all, 0);
  if (grants.empty()) return table;
  const std::size_t first = table.rows.size() - 1;  // the sum of the costs, and the grants after it
  add(grants);
  all.insert(all.end(), grants.begin(), grants.end());
  total("row.less_grants", all, first);
  return table;
}

DocumentTable BudgetTables::costs_of_project() const {
  return lines_by_year(words_("sheet.costs_project"), words_("table.costs", {{"name", called(figures_.project())}}), 0,
                       1);
}
DocumentTable BudgetTables::costs_of_zero() const {
  return lines_by_year(words_("sheet.costs_zero"), words_("table.costs", {{"name", called(figures_.zero())}}), 1, 0);
}
DocumentTable BudgetTables::costs_saved() const {
  return lines_by_year(words_("sheet.costs_saved"), words_("table.costs_saved"), 1, -1);
}

}  // namespace trapphus::output
