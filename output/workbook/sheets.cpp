// SPDX-License-Identifier: MIT
#include "output/workbook/sheets.hpp"

#include <algorithm>
#include <cmath>

#include "models/staircase/scenario.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/contributions.hpp"

namespace trapphus::output {
RunInWords::RunInWords(const models::Scenario& a_scenario, const models::Results& a_run, const Words& a_language)
    : scenario(a_scenario), all(a_run), results(without_parts(a_run)), words(a_language), cells(a_language) {}

std::optional<std::size_t> RunInWords::find(std::string_view measure) const {
  const auto found = std::find_if(results.measures.begin(), results.measures.end(),
                                  [measure](const models::Measure& one) { return one.name == measure; });
  if (found == results.measures.end()) return std::nullopt;
  return static_cast<std::size_t>(found - results.measures.begin());
}

std::string RunInWords::called(const models::AlternativeResult& alternative) const {
  return words.called(alternative.label, alternative.name);
}

std::string RunInWords::alternative(const std::string& name) const {
  return label_among(words, all.alternatives, name).value_or(std::string(name));
}

std::string RunInWords::group(const std::string& name) const {
  return label_among(words, first_settings(scenario).groups, name).value_or(std::string(name));
}

std::string RunInWords::stage(std::string_view name) const {
  return label_among(words, first_settings(scenario).stages, name).value_or(std::string(name));
}

std::string RunInWords::measure(std::string_view name) const {
  return measure_in_words(words, name, first_settings(scenario));
}

std::string RunInWords::unit_by_period(std::size_t measure) const {
  return unit_in_words(words, models::unit_by_period(results.measures.at(measure)));
}

Heading RunInWords::head(std::string_view id, bool left, bool interval) const {
  return {words(id), left, interval};
}

void RunInWords::add_alternatives(DocumentTable& table, bool interval, bool paired) const {
  for (const auto& one : results.alternatives) table.columns.push_back({called(one), false, interval});
  for (std::size_t a = 1; a < results.alternatives.size(); ++a)
    table.columns.push_back({words("column.minus", {{"one", called(results.alternatives[a])},
                                                    {"other", called(results.alternatives.front())}}),
                             false, paired});
}

void RunInWords::add_values(const DocumentTable& table, DocumentTable::Row& row, std::vector<Cell> values) const {
  const std::size_t first = row.cells.size(), count = values.size();
  row.cells.insert(row.cells.end(), values.begin(), values.end());
  for (std::size_t a = 1; a < count; ++a) {
    const double difference = values[a].number - values.front().number;
    Cell cell = Cells::text({});
    if (std::isfinite(difference)) {
      cell.kind = values[a].kind;
      cell.decimals = values[a].decimals;
      cell.number = difference;
      cell.formula = difference_of(table.rows.size(), first + a, first);
    }
    row.cells.push_back(std::move(cell));
  }
}

Cell RunInWords::value(double value, const std::string& unit, int decimals) const {
  if (!std::isfinite(value)) return Cells::text({});
  if (unit == "share") return cells.percent(value);
  return unit.starts_with("SEK") ? cells.kronor(value) : cells.number(value, decimals);
}

DocumentTable::Row section_row(std::string text) {
  return {{Cells::text(std::move(text))}, true};
}

Formula difference_of(std::size_t row, std::size_t minuend, std::size_t subtrahend) {
  return {Formula::Kind::Difference, {{row, minuend}, {row, subtrahend}}, 1};
}

}  // namespace trapphus::output
