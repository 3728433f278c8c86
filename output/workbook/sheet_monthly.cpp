// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/staircase/scenario.hpp"
#include "output/files/series.hpp"
#include "output/workbook/sheets.hpp"

namespace trapphus::output {
namespace {

using models::Series;

/// A column of values by month: the mean over the replications, or one of the ends of 90 % of them.
struct MonthlyColumn {
  std::size_t measure;
  std::vector<double> Series::*values;
};

/// The two of the charts with their band first, then the flows, then who lives where.
std::vector<MonthlyColumn> columns(const RunInWords& run) {
  std::vector<MonthlyColumn> shown;
  const auto has_months = [&](std::size_t m) {
    const auto& alternatives = run.results.alternatives;
    return std::any_of(alternatives.begin(), alternatives.end(),
                       [m](const auto& one) { return one.all.monthly.contains(m); });
  };
  for (const char* name : {"households.acute", "cost.total"}) {
    const auto m = run.find(name);
    if (m && has_months(*m)) shown.insert(shown.end(), {{*m, &Series::mean}, {*m, &Series::p5}, {*m, &Series::p95}});
  }
  for (const char* name : {"arrivals", "prevented", "homes", "first_hand"}) {
    const auto m = run.find(name);
    if (m && has_months(*m)) shown.push_back({*m, &Series::mean});
  }
  for (std::size_t m = 0; m < run.results.measures.size(); ++m) {
    const std::string& name = run.results.measures[m].name;
    if (name.starts_with("households.") && name != "households.acute" && has_months(m))
      shown.push_back({m, &Series::mean});
  }
  return shown;
}

Heading heading(const RunInWords& run, const MonthlyColumn& shown) {
  const std::string what =
      run.measure(run.results.measures[shown.measure].name) + ", " + run.unit_by_period(shown.measure);
  if (shown.values == &Series::p5) return {run.words("column.fifth", {{"what", what}})};
  if (shown.values == &Series::p95) return {run.words("column.ninety_fifth", {{"what", what}})};
  return {what};
}

std::size_t months_of(const models::AlternativeResult& alternative, const std::vector<MonthlyColumn>& shown) {
  std::size_t most = 0;
  for (const MonthlyColumn& one : shown) {
    const auto found = alternative.all.monthly.find(one.measure);
    if (found != alternative.all.monthly.end()) most = std::max(most, found->second.mean.size());
  }
  return most;
}

void add_month(const RunInWords& run, DocumentTable& table, const models::AlternativeResult& alternative,
               const std::vector<MonthlyColumn>& shown, std::size_t i) {
  const engine::Month month(engine::Month::of(run.scenario.from).number() + static_cast<int>(i));
  DocumentTable::Row row{{Cells::text(run.called(alternative)), run.cells.month(month)}, false};
  for (const MonthlyColumn& one : shown) {
    const auto found = alternative.all.monthly.find(one.measure);
    row.cells.push_back(found == alternative.all.monthly.end() ? Cells::text({})
                                                               : run.value(at_or_nan(found->second.*one.values, i),
                                                                           run.results.measures[one.measure].unit));
  }
  table.rows.push_back(std::move(row));
}

}  // namespace

Sheet monthly_sheet(const RunInWords& run) {
  const auto shown = columns(run);
  DocumentTable table{run.words("sheet.monthly"),
                      {},
                      {run.head("column.alternative", true), run.head("column.month")},
                      {},
                      run.words("note.monthly")};
  for (const MonthlyColumn& one : shown) table.columns.push_back(heading(run, one));
  std::vector<Chart> charts;
  for (const MonthlyColumn& one : shown) {
    if (one.values == &Series::p5)  // those with a band
      charts.push_back({Chart::Kind::Line,
                        run.measure(run.results.measures[one.measure].name),
                        run.unit_by_period(one.measure),
                        {}});
  }
  for (const auto& alternative : run.results.alternatives) {
    const std::size_t first = table.rows.size();
    for (std::size_t i = 0; i < months_of(alternative, shown); ++i) add_month(run, table, alternative, shown, i);
    for (std::size_t c = 0; c < charts.size(); ++c)
      charts[c].lines.push_back({run.called(alternative), first, table.rows.size(), 1, 2 + 3 * c});
  }
  return {std::move(table), 2, true, 9, std::move(charts)};
}

}  // namespace trapphus::output
