// SPDX-License-Identifier: MIT
#include <cctype>

#include "models/runs/headline.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/evidence.hpp"
#include "output/language/wording.hpp"
#include "output/workbook/sheets.hpp"
#include "scenarios/format/values/quantity.hpp"

namespace trapphus::output {
namespace {

/// The number of what was written, where it is one number with a unit at most ("585 SEK/day"), and not a date or a
/// distribution. The unit is left in its cell.
void add_number(const RunInWords& run, DocumentTable::Row& row, const std::string& text) {
  try {
    const auto found = scenarios::measured(text);
    const auto first = found.unit.empty() ? 'a' : found.unit.front();
    if (std::isalpha(static_cast<unsigned char>(first)) != 0 || first == '/' || first == '%') {
      row.cells.push_back(run.cells.written(found.number));
      row.cells.push_back(Cells::text(found.unit));
      return;
    }
  } catch (const scenarios::Mistake&) {  // a distribution, a word: there is no number to give
  }
  row.cells.resize(row.cells.size() + 2, Cells::text({}));
}

DocumentTable::Row text_row(std::string what, std::string text) {
  return {{Cells::text(std::move(what)), Cells::text(std::move(text))}, false};
}

}  // namespace

Sheet inputs_sheet(const RunInWords& run) {
  DocumentTable table{run.words("sheet.inputs"),
                      {},
                      {run.head("column.input", true), run.head("column.written", true), run.head("column.number"),
                       run.head("column.unit", true), run.head("column.source", true),
                       run.head("column.assumption", true), run.head("column.at_least", true),
                       run.head("column.at_most", true), run.head("column.file", true), run.head("column.row", true)},
                      {},
                      run.words("note.inputs")};
  for (const auto& input : run.scenario.inputs) {
    DocumentTable::Row row{{Cells::text(input.path), Cells::text(input.value)}, false};
    add_number(run, row, input.value);
    for (const auto& text : {input.source, assumption_in_words(input, run.words), input.low, input.high, input.file})
      row.cells.push_back(Cells::text(text));
    row.cells.push_back(input.line > 0 ? Cells::year(input.line) : Cells::text({}));
    table.rows.push_back(std::move(row));
  }
  return {std::move(table), 1, true, 10};
}

Sheet method_sheet(const RunInWords& run) {
  const Words& words = run.words;
  DocumentTable table{
      words("sheet.method"), {}, {run.head("column.about", true), run.head("column.text", true)}, {}, {}};
  const auto add = [&](std::string_view id, std::string text) {
    table.rows.push_back(text_row(words(id), std::move(text)));
  };
  add("method.scenario", called(words, run.scenario));
  add("method.period", words.span(run.scenario.from, run.scenario.to));
  if (const std::string changes = changes_in_words(run.scenario, words); !changes.empty())
    add("method.changed", changes);
  if (!run.results.complete) add("method.complete", words("method.not_complete"));
  add("method.run", words("method.run_text", {{"replications", words.number(run.results.replications, 0)},
                                              {"seed", std::to_string(run.results.seed)}}));
  add("method.program", std::string("Trapphus ") + TRAPPHUS_VERSION);
  add("method.file", run.scenario.file);
  add("method.hash", run.scenario.sha256);
  add("method.evidence", evidence_in_words(run.scenario, run.results, words));
  add("method.simulation", words("method.simulation_text"));
  add("method.interval", words("method.interval_text"));
  add("method.difference", words("method.difference_text"));
  add("method.money", words("method.money_text"));
  add("method.formulas", words("method.formulas_text"));
  if (!run.scenario.sources.empty()) table.rows.push_back(section_row(words("method.sources")));
  for (const auto& source : run.scenario.sources) table.rows.push_back(text_row(source.name, source.text));
  table.rows.push_back(section_row(words("method.measures")));
  for (const std::size_t m : models::headline(run.scenario, run.results)) {
    const auto& measure = run.results.measures[m];
    table.rows.push_back(text_row(run.measure(measure.name), measure.name));
  }
  return {std::move(table), 1};
}

}  // namespace trapphus::output
