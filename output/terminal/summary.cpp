// SPDX-License-Identifier: MIT
#include "output/terminal/summary.hpp"

#include <algorithm>

#include "models/runs/headline.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/evidence.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/terminal_number.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/contributions.hpp"
#include "output/terminal/group_part.hpp"
#include "output/terminal/lost_part.hpp"
#include "output/terminal/summary_parts.hpp"
#include "output/terminal/text_table.hpp"

namespace trapphus::output {
namespace {

using models::Estimate;
using models::Results;
using models::Scenario;

const Estimate* estimate(const std::vector<Estimate>& values, std::size_t measure) {
  return measure < values.size() ? &values[measure] : nullptr;
}

std::string cell(const std::vector<Estimate>& values, std::size_t measure, double factor, Sign sign,
                 const Words& words) {
  const Estimate* e = estimate(values, measure);
  return e ? with_half_width(words, e->mean * factor, e->low * factor, e->high * factor, sign) : "-";
}

std::string introduction(const Scenario& scenario, const Results& results, const Words& words) {
  std::string text = called(words, scenario) + "\n" +
                     words("summary.run", {{"period", dates(words, scenario.from, scenario.to)},
                                           {"replications", grouped(words, results.replications, 0)},
                                           {"seed", std::to_string(results.seed)}}) +
                     "\n";
  if (!results.complete) text += words("summary.incomplete") + "\n";
  if (const std::string changes = changes_in_words(scenario, words); !changes.empty()) text += changes + "\n";
  return text + "\n";
}

TextTable measure_table(const Scenario& scenario, const Results& results, const std::vector<std::size_t>& measures,
                        const Words& words) {
  std::vector<Column> columns{{"", Align::Left}, {words("head.unit"), Align::Left}};
  for (const auto& alternative : results.alternatives)
    columns.push_back({words.called(alternative.label, alternative.name)});
  TextTable table(columns);
  for (const std::size_t m : measures) {
    const ShownUnit unit = shown(words, results.measures[m].unit);
    std::vector<std::string> row{measure_in_words(words, results.measures[m].name, first_settings(scenario)),
                                 unit.text};
    for (const auto& alternative : results.alternatives)
      row.push_back(cell(alternative.all.values, m, unit.factor, Sign::Minus, words));
    table.add(row);
  }
  return table;
}

std::string differences_part(const Scenario& scenario, const Results& results, const std::vector<std::size_t>& measures,
                             const Words& words) {
  if (results.differences.empty()) return {};
  std::vector<Column> columns{{"", Align::Left}, {words("head.unit"), Align::Left}};
  for (const auto& difference : results.differences)
    columns.push_back({alternative_label(results, difference.name, words)});
  TextTable table(columns);
  for (const std::size_t m : measures) {
    const auto& measure = results.measures[m];
    const double factor = shown(words, measure.unit).factor;
    std::vector<std::string> row{measure_in_words(words, measure.name, first_settings(scenario)),
                                 unit_of_difference(words, measure.unit)};
    for (const auto& difference : results.differences)
      row.push_back(cell(difference.all, m, factor, Sign::Both, words));
    table.add(row);
  }
  const std::string zero = alternative_label(results, results.alternatives.front().name, words);
  return words("summary.difference", {{"zero", zero}}) + "\n\n" + table.str(kWidth) + words("summary.cannot_tell") +
         "\n\n";
}

/// Where households wait in a circle: whatever is averaged there depends on the length of the period.
std::string circular_waits_part(const Scenario& scenario, const Results& results, const Words& words) {
  std::string text;
  for (const auto& alternative : results.alternatives) {
    for (const auto& wait : alternative.circular_waits) {
      std::string stages;
      for (const std::string& stage : wait.stages)
        stages += (stages.empty() ? "" : ", ") + stage_in_words(words, stage, first_settings(scenario));
      text += words("circular_wait.line",
                    {{"alternative", words.called(alternative.label, alternative.name)},
                     {"n", wait.replications},
                     {"all", results.replications},
                     {"stages", stages},
                     {"date", engine::to_string(std::chrono::floor<std::chrono::days>(wait.earliest))}}) +
              "\n";
    }
  }
  return text.empty() ? text : text + "\n";
}

}  // namespace

std::string check_line(const models::Check& check, const Words& words) {
  const PhraseField most{"most", std::to_string(check.crowded)};
  if (!check.ran && check.crowded > 0) return words("check_line.too_large", {most});
  if (!check.ran) return words("check_line.off");
  const PhraseField version{"version", check.version}, events{"events", std::to_string(check.events)};
  if (!check.equal) return words("check_line.differs", {version, events, {"difference", check.difference}});
  if (check.whole) return words("check_line.equal", {version, events});
  const PhraseField until{"until", engine::to_string(check.until)};
  if (check.crowded > 0) return words("check_line.crowded", {version, events, until, most});
  return words("check_line.equal_until", {version, events, until});
}

std::string summary(const Scenario& scenario, const Results& all, const Words& words) {
  const Results results = without_parts(all);
  std::string text = introduction(scenario, results, words);
  const auto measures = models::headline(scenario, results);
  text += measure_table(scenario, results, measures, words).str(kWidth);
  text += words("summary.means") + "\n\n";
  text += differences_part(scenario, results, measures, words);
  text += groups_part(scenario, results, measures, words);
  text += money_part(scenario, results, words);
  text += cases_part(scenario, results, words);
  text += contributions_part(scenario, all, words);
  text += lost_part(scenario, results, words);
  text += circular_waits_part(scenario, results, words);
  text += observations_part(scenario, results, words);
  return text + check_line(results.check, words) + "\n";
}

}  // namespace trapphus::output
