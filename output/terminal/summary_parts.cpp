// SPDX-License-Identifier: MIT
#include "output/terminal/summary_parts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/saving_words.hpp"
#include "output/language/terminal_number.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/text_table.hpp"

namespace trapphus::output {
namespace {

constexpr std::size_t kGroupWidth = 24;

using models::Estimate;
using models::Results;
using models::Scenario;

std::optional<std::size_t> measure_index(const Results& results, const std::string& name) {
  const auto found = std::find_if(results.measures.begin(), results.measures.end(),
                                  [&name](const models::Measure& m) { return m.name == name; });
  if (found == results.measures.end()) return std::nullopt;
  return static_cast<std::size_t>(found - results.measures.begin());
}

/// A monthly cost over all months of the period, in million SEK.
Estimate over_period(const Scenario& scenario, const Estimate& monthly) {
  const double factor = months(scenario.from, scenario.to) / 1e6;
  return {monthly.mean * factor, monthly.low * factor, monthly.high * factor, monthly.replications};
}

std::string text(const Estimate& e, Sign sign, const Words& words) {
  return with_half_width(words, e.mean, e.low, e.high, sign);
}

std::string saving(const Scenario& scenario, const std::vector<Estimate>& difference, std::size_t cost,
                   const Words& words) {
  if (cost >= difference.size()) return "-";
  const Estimate more = over_period(scenario, difference[cost]);
  return text({-more.mean, -more.high, -more.low, more.replications}, Sign::Both, words);
}

struct CaseColumn {
  std::size_t measure;
  bool as_saving;
};

std::vector<CaseColumn> case_columns(const Results& results) {
  std::vector<CaseColumn> columns;
  for (const char* name : {"cost.total", "households.acute", "homes"})
    if (const auto index = measure_index(results, name))
      columns.push_back({*index, std::string_view(name) == "cost.total"});
  return columns;
}

void add_case(TextTable& table, const Scenario& scenario, const Results& results, const std::string& name,
              const std::vector<models::Difference>& differences, const std::vector<CaseColumn>& columns,
              const Words& words) {
  for (const auto& difference : differences) {
    std::vector<std::string> row{name, alternative_label(results, difference.name, words)};
    for (const auto& [measure, as_saving] : columns) {
      if (as_saving)
        row.push_back(saving(scenario, difference.all, measure, words));
      else
        row.push_back(measure < difference.all.size() ? text(difference.all[measure], Sign::Both, words) : "-");
    }
    table.add(row);
  }
}

std::string zero_label(const Results& results, const Words& words) {
  return alternative_label(results, results.alternatives.front().name, words);
}

/// The alternative that an observation is of: the first, where it names none.
std::string realised(const Results& results, const models::Observation& observation, const Words& words) {
  return alternative_label(
      results, observation.alternative.empty() ? results.alternatives.front().name : observation.alternative, words);
}

std::string verdict(const models::ObservationResult& result, const Words& words) {
  const double observed = result.observation.value;
  if (!std::isfinite(result.low) || !std::isfinite(result.high) || !std::isfinite(observed)) return "-";
  return observed >= result.low && observed <= result.high ? words("yes") : words("summary.outside");
}

}  // namespace

std::string alternative_label(const Results& results, const std::string& name, const Words& words) {
  for (const auto& alternative : results.alternatives)
    if (alternative.name == name) return words.called(alternative.label, name);
  return name;
}

std::string measure_in_unit(const Scenario& scenario, const models::Measure& measure, const Words& words) {
  return words("summary.measure_in_unit", {{"measure", measure_in_words(words, measure.name, first_settings(scenario))},
                                           {"unit", shown(words, measure.unit).text}});
}

std::string money_part(const Scenario& scenario, const Results& results, const Words& words) {
  const auto cost = measure_index(results, "cost.total");
  if (!cost || results.alternatives.empty()) return {};
  const bool compared = !results.differences.empty();
  std::vector<Column> columns{{words("summary.million_kronor"), Align::Left}, {words("head.cost")}};
  if (compared) columns.push_back({words("summary.saved_against", {{"zero", zero_label(results, words)}})});
  TextTable table(columns);
  for (std::size_t a = 0; a < results.alternatives.size(); ++a) {
    const auto& alternative = results.alternatives[a];
    if (*cost >= alternative.all.values.size()) continue;
    std::vector<std::string> row{words.called(alternative.label, alternative.name),
                                 text(over_period(scenario, alternative.all.values[*cost]), Sign::Minus, words)};
    if (a > 0 && a <= results.differences.size())
      row.push_back(saving(scenario, results.differences[a - 1].all, *cost, words));
    table.add(row);
  }
  const PhraseField length{"months", plain(words, months(scenario.from, scenario.to))};
  std::string part = compared ? words("summary.cost_compared", {length}) : words("summary.cost", {length});
  part += "\n\n" + table.str();
  for (const auto& saving : results.savings)
    if (saving.cost.payback.defined())
      part += payback_line(alternative_label(results, saving.name, words), saving.cost.payback, words) + "\n";
  return part + "\n";
}

std::string cases_part(const Scenario& scenario, const Results& results, const Words& words) {
  const auto columns = case_columns(results);
  if (results.cases.empty() || results.differences.empty() || columns.empty()) return {};
  std::vector<Column> headings{{words("head.assumptions"), Align::Left}, {words("head.alternative"), Align::Left}};
  for (const auto& [measure, as_saving] : columns) {
    const auto& m = results.measures[measure];
    headings.push_back({as_saving ? words("summary.saved_in_the_period") : measure_in_unit(scenario, m, words)});
  }
  TextTable table(headings);
  add_case(table, scenario, results, words("summary.as_in_the_scenario"), results.differences, columns, words);
  for (const auto& other : results.cases)
    add_case(table, scenario, results, words.called(other.label, other.name), other.differences, columns, words);
  return words("summary.cases", {{"zero", zero_label(results, words)}}) + "\n\n" + table.str(kWidth) + "\n";
}

std::string observations_part(const Scenario& scenario, const Results& results, const Words& words) {
  if (results.observations.empty()) return {};
  const bool several = results.alternatives.size() > 1;
  std::vector<Column> columns{{"", Align::Left}, {words("head.group"), Align::Left}, {words("head.when"), Align::Left}};
  if (several) columns.push_back({words("head.alternative"), Align::Left});
  columns.insert(
      columns.end(),
      {{words("head.unit"), Align::Left}, {words("head.observed")}, {words("head.simulated")}, {words("head.inside")}});
  TextTable table(columns);
  const auto& settings = first_settings(scenario);
  bool assumed = false;
  for (const auto& result : results.observations) {
    const auto& o = result.observation;
    const bool belief = !o.assumption.empty() && std::isfinite(o.value);
    assumed = assumed || belief;
    const auto index = measure_index(results, o.measure);
    const ShownUnit unit = shown(words, index ? results.measures[*index].unit : "");
    const std::string group =
        result.group.empty() ? words("all_groups") : group_in_words(words, result.group, settings);
    std::vector<std::string> row{measure_in_words(words, o.measure, settings), shortened(group, kGroupWidth),
                                 dates(words, o.from, o.to)};
    if (several) row.push_back(shortened(realised(results, o, words), kGroupWidth));
    row.insert(row.end(), {unit.text, as_written(words, o.value * unit.factor) + (belief ? "*" : ""),
                           with_interval(words, result.simulated * unit.factor, result.low * unit.factor,
                                         result.high * unit.factor),
                           verdict(result, words)});
    table.add(row);
  }
  return words(assumed ? "table.observed_and_assumed" : "table.observed") + "\n\n" + table.str() +
         (assumed ? words("summary.assumed") + "\n" : "") + words("summary.prediction") + "\n\n";
}

}  // namespace trapphus::output
