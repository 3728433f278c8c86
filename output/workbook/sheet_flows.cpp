// SPDX-License-Identifier: MIT
#include <cmath>
#include <map>

#include "models/staircase/scenario.hpp"
#include "output/files/series.hpp"
#include "output/workbook/sheets.hpp"

namespace trapphus::output {
namespace {

/// Where the alternatives begin: after the year, from and to.
constexpr std::size_t kFirstFlow = 3;

/// A flow of households: a move between two stages, or one that has a name of its own.
struct Flow {
  std::size_t measure;
  std::string from, to;
};

std::vector<Flow> flows(const RunInWords& run) {
  std::vector<Flow> result;
  const auto add_named = [&](const char* name) {
    if (const auto m = run.find(name)) result.push_back({*m, run.measure(name), {}});
  };
  add_named("arrivals");
  add_named("prevented");
  for (std::size_t m = 0; m < run.results.measures.size(); ++m) {
    const std::string_view name = run.results.measures[m].name;
    const auto dot = name.rfind('.');
    constexpr std::string_view kMoves = "moves.";
    if (!name.starts_with(kMoves) || dot < kMoves.size()) continue;
    result.push_back({m, run.stage(name.substr(kMoves.size(), dot - kMoves.size())), run.stage(name.substr(dot + 1))});
  }
  add_named("homes");
  add_named("first_hand");
  return result;
}

class FlowRows {
 public:
  FlowRows(const RunInWords& run, DocumentTable& table) : run_(run), table_(table), flows_(flows(run)) {}

  void add() {
    const int last = engine::Month::of(run_.scenario.to - engine::Duration(1)).year();
    for (int year = engine::Month::of(run_.scenario.from).year(); year <= last; ++year) {
      for (std::size_t f = 0; f < flows_.size(); ++f) add_year(f, year);
    }
    for (std::size_t f = 0; f < flows_.size(); ++f) add_all_years(f);
  }

 private:
  [[nodiscard]] static DocumentTable::Row begin(const Flow& flow, const Cell& when) {
    return {{when, Cells::text(flow.from), Cells::text(flow.to)}, false};
  }

  void add_year(std::size_t f, int year) {
    DocumentTable::Row row = begin(flows_[f], Cells::year(year));
    std::vector<Cell> cells;
    bool any = false;
    for (const auto& alternative : run_.results.alternatives) {
      cells.push_back(counted(alternative, flows_[f].measure, year));
      any = any || cells.back().kind != Cell::Kind::Text;
    }
    if (!any) return;
    rows_[f].push_back(table_.rows.size());
    run_.add_values(table_, row, std::move(cells));
    table_.rows.push_back(std::move(row));
  }

  [[nodiscard]] Cell counted(const models::AlternativeResult& alternative, std::size_t measure, int year) const {
    const auto found = alternative.all.yearly.find(measure);
    if (found == alternative.all.yearly.end() || year < found->second.from.year()) return Cells::text({});
    const auto i = static_cast<std::size_t>(year - found->second.from.year());
    Cell cell = run_.value(at_or_nan(found->second.mean, i), run_.results.measures[measure].unit);
    cell.low = at_or_nan(found->second.low, i);
    cell.high = at_or_nan(found->second.high, i);
    return cell;
  }

  /// Sums without intervals: years depend on each other, so their intervals do not add up.
  void add_all_years(std::size_t f) {
    if (rows_[f].empty()) return;
    DocumentTable::Row row = begin(flows_[f], Cells::text(run_.words("column.all_years")));
    row.total = true;
    std::vector<Cell> cells;
    for (std::size_t a = 0; a < run_.results.alternatives.size(); ++a) {
      double sum = 0;
      Formula formula{Formula::Kind::Sum, {}, 1};
      for (const std::size_t of : rows_[f]) {
        const double number = table_.rows[of].cells[kFirstFlow + a].number;
        if (!std::isfinite(number)) continue;
        sum += number;
        formula.cells.emplace_back(of, kFirstFlow + a);
      }
      cells.push_back(formula.cells.empty() ? Cells::text({}) : Cells::made(run_.cells.number(sum, 1), formula));
    }
    run_.add_values(table_, row, std::move(cells));
    table_.rows.push_back(std::move(row));
  }

  const RunInWords& run_;
  DocumentTable& table_;
  std::vector<Flow> flows_;
  std::map<std::size_t, std::vector<std::size_t>> rows_;  ///< Of the years, by flow.
};

}  // namespace

Sheet flows_sheet(const RunInWords& run) {
  DocumentTable table{
      run.words("sheet.flows"),
      {},
      {run.head("column.year", true), run.head("column.flow_from", true), run.head("column.flow_to", true)},
      {},
      run.words("note.flows")};
  run.add_alternatives(table, true, false);
  FlowRows(run, table).add();
  return {std::move(table), kFirstFlow, true, 11};
}

}  // namespace trapphus::output
