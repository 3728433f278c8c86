// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include "models/staircase/grant_line.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/wording.hpp"
#include "output/workbook/sheets.hpp"

namespace trapphus::output {
namespace {

/// Where the alternatives begin: after the year and the cost line.
constexpr std::size_t kFirstCost = 2;

/// The ledgers of all alternatives: by line and year, by alternative.
class Accounts {
 public:
  explicit Accounts(const models::Results& results) : alternatives_(results.alternatives.size()) {
    for (std::size_t a = 0; a < alternatives_; ++a) {
      for (const auto& row : results.alternatives[a].ledger) {
        auto& lines = models::is_grant_line(row.line) ? grants_ : costs_;
        if (std::find(lines.begin(), lines.end(), row.line) == lines.end()) lines.push_back(row.line);
        years_.insert(row.month.year());
        auto& amounts = amounts_[{row.line, row.month.year()}];
        amounts.resize(alternatives_);
        amounts[a] += row.amount;
      }
    }
  }
  [[nodiscard]] const std::set<int>& years() const { return years_; }
  /// In the order in which they are first booked.
  [[nodiscard]] const std::vector<std::string>& costs() const { return costs_; }
  [[nodiscard]] const std::vector<std::string>& grants() const { return grants_; }
  [[nodiscard]] std::vector<double> amounts(const std::string& line, int year) const {
    const auto found = amounts_.find({line, year});
    return found == amounts_.end() ? std::vector<double>(alternatives_) : found->second;
  }

 private:
  std::size_t alternatives_;
  std::set<int> years_;
  std::vector<std::string> costs_, grants_;
  std::map<std::pair<std::string, int>, std::vector<double>> amounts_;
};

/// The same block for each year and for all of them: the lines, their sum, the grants, what is left.
class CostRows {
 public:
  CostRows(const RunInWords& run, DocumentTable& table) : run_(run), table_(table), accounts_(run.results) {}

  void add() {
    for (const int year : accounts_.years()) add_block(year);
    if (!accounts_.years().empty()) add_all_years();
  }
  /// Of the lines in the block of all years.
  [[nodiscard]] std::pair<std::size_t, std::size_t> lines_of_all_years() const { return all_years_; }

 private:
  void add_block(int year) {
    const Cell when = Cells::year(year);
    const auto row = [&](const std::string& line) {
      rows_[line].push_back(table_.rows.size());
      add_row(when, name(line), amounts(line, year));
    };
    block(when, row);
  }

  void add_all_years() {
    const Cell when = Cells::text(run_.words("column.all_years"));
    const std::size_t first = table_.rows.size();
    block(when, [&](const std::string& line) {
      DocumentTable::Row row = begin(when, name(line));
      std::vector<Cell> cells;
      for (std::size_t a = 0; a < run_.results.alternatives.size(); ++a) {
        Formula formula{Formula::Kind::Sum, {}, 1};
        for (const std::size_t of : rows_[line]) formula.cells.emplace_back(of, kFirstCost + a);
        cells.push_back(summed(formula));
      }
      finish(std::move(row), std::move(cells));
    });
    all_years_ = {first, first + accounts_.costs().size()};
  }

  template <class AddRow>
  void block(const Cell& when, const AddRow& add_row) {
    const std::size_t first = table_.rows.size();
    for (const auto& line : accounts_.costs()) add_row(line);
    const std::size_t total = table_.rows.size();
    add_total(when, "row.all_costs", first);
    if (accounts_.grants().empty()) return;
    for (const auto& line : accounts_.grants()) add_row(line);
    add_total(when, "row.less_grants", total);
  }

  /// The sum of the cells above it, from row `first` on.
  void add_total(const Cell& when, std::string_view id, std::size_t first) {
    DocumentTable::Row row = begin(when, run_.words(id));
    row.total = true;
    std::vector<Cell> cells;
    for (std::size_t a = 0; a < run_.results.alternatives.size(); ++a) {
      Formula formula{Formula::Kind::Sum, {}, 1};
      for (std::size_t r = first; r < table_.rows.size(); ++r) formula.cells.emplace_back(r, kFirstCost + a);
      cells.push_back(summed(formula));
    }
    finish(std::move(row), std::move(cells));
  }

  /// The value of the formula from the table's own cells: a sheet that computes it again gets the same.
  [[nodiscard]] Cell summed(const Formula& formula) const {
    double sum = 0;
    for (const auto& [row, column] : formula.cells) sum += table_.rows[row].cells[column].number;
    return Cells::made(run_.cells.kronor(sum), formula);
  }

  void add_row(const Cell& when, const std::string& line, std::vector<Cell> cells) {
    finish(begin(when, line), std::move(cells));
  }
  [[nodiscard]] static DocumentTable::Row begin(const Cell& when, const std::string& line) {
    return {{when, Cells::text(line)}, false};
  }
  void finish(DocumentTable::Row row, std::vector<Cell> cells) {
    run_.add_values(table_, row, std::move(cells));
    table_.rows.push_back(std::move(row));
  }
  [[nodiscard]] std::vector<Cell> amounts(const std::string& line, int year) const {
    std::vector<Cell> cells;
    for (const double amount : accounts_.amounts(line, year)) cells.push_back(run_.cells.kronor(amount));
    return cells;
  }
  [[nodiscard]] std::string name(const std::string& line) const {
    return line_in_words(run_.words, line, first_settings(run_.scenario));
  }

  const RunInWords& run_;
  DocumentTable& table_;
  Accounts accounts_;
  std::map<std::string, std::vector<std::size_t>> rows_;  ///< Of the years, by line.
  std::pair<std::size_t, std::size_t> all_years_;
};

}  // namespace

Sheet costs_sheet(const RunInWords& run) {
  DocumentTable table{run.words("sheet.costs"),
                      {},
                      {run.head("column.year", true), run.head("column.line_in_kronor", true)},
                      {},
                      run.words("note.costs_sheet")};
  run.add_alternatives(table, false, false);
  CostRows rows(run, table);
  rows.add();
  Chart chart{Chart::Kind::Column, run.words("chart.costs"), run.words("unit.kronor"), {}};
  const auto [first, end] = rows.lines_of_all_years();
  for (std::size_t a = 0; a < run.results.alternatives.size(); ++a)
    chart.lines.push_back({run.called(run.results.alternatives[a]), first, end, 1, kFirstCost + a});
  Sheet sheet{std::move(table), kFirstCost, true, 16};
  if (end > first) sheet.charts.push_back(std::move(chart));
  return sheet;
}

}  // namespace trapphus::output
