// SPDX-License-Identifier: MIT
#include "output/terminal/group_part.hpp"

#include <algorithm>
#include <cmath>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/terminal_number.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/summary_parts.hpp"
#include "output/terminal/text_table.hpp"

namespace trapphus::output {
namespace {

using models::Estimate;
using models::Results;

constexpr std::size_t kGroupNameWidth = 24;

/// Absent where a result lacks the group or the measure.
const Estimate* estimate(const models::AlternativeResult& alternative, std::size_t group, std::size_t measure) {
  if (group >= alternative.groups.size()) return nullptr;
  const auto& values = alternative.groups[group].values;
  return measure < values.size() ? &values[measure] : nullptr;
}

/// No group has it, or it is nothing in all of them: not worth a line.
bool is_empty(const Results& results, std::size_t measure) {
  if (!results.measures[measure].by_group) return true;
  for (const auto& alternative : results.alternatives)
    for (std::size_t g = 0; g < results.groups.size(); ++g) {
      const Estimate* e = estimate(alternative, g, measure);
      if (e && std::isfinite(e->mean) && e->mean != 0) return false;
    }
  return true;
}

std::string cell(const models::AlternativeResult& alternative, std::size_t group, std::size_t measure, double factor,
                 const Words& words) {
  const Estimate* e = estimate(alternative, group, measure);
  return e ? with_half_width(words, e->mean * factor, e->low * factor, e->high * factor) : "-";
}

}  // namespace

std::string groups_part(const models::Scenario& scenario, const Results& results,
                        const std::vector<std::size_t>& measures, const Words& words) {
  if (results.groups.size() < 2) return {};
  std::vector<Column> columns{{"", Align::Left}, {words("head.group"), Align::Left}, {words("head.unit"), Align::Left}};
  for (const auto& alternative : results.alternatives)
    columns.push_back({words.called(alternative.label, alternative.name)});
  TextTable table(columns);
  const auto& settings = first_settings(scenario);
  for (const std::size_t m : measures) {
    if (is_empty(results, m)) continue;
    const ShownUnit unit = shown(words, results.measures[m].unit);
    for (std::size_t g = 0; g < results.groups.size(); ++g) {
      std::vector<std::string> row{g == 0 ? measure_in_words(words, results.measures[m].name, settings) : "",
                                   shortened(group_in_words(words, results.groups[g], settings), kGroupNameWidth),
                                   unit.text};
      for (const auto& alternative : results.alternatives) row.push_back(cell(alternative, g, m, unit.factor, words));
      table.add(row);
    }
  }
  return table.empty() ? std::string() : words("summary.by_group") + "\n\n" + table.str(kWidthWithGroups) + "\n";
}

}  // namespace trapphus::output
