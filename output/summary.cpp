// SPDX-License-Identifier: MIT
#include "output/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "output/contributions.hpp"
#include "output/group_part.hpp"
#include "output/lost_part.hpp"
#include "output/number.hpp"
#include "output/summary_parts.hpp"
#include "output/text_table.hpp"
#include "output/wording.hpp"

namespace trapphus::output {
namespace {

using models::Estimate;
using models::Results;
using models::Scenario;

const std::vector<std::string> kDefaultHeadline{"households.acute",  "arrivals",   "homes",        "first_hand",
                                                "days_to_home.mean", "returns",    "turnover.*",   "child_nights.acute",
                                                "utilisation.*",     "cost.total", "cost_per_home"};

bool matches(const std::string& pattern, const std::string& measure) {
  if (!pattern.ends_with(".*")) return pattern == measure;
  return measure.starts_with(pattern.substr(0, pattern.size() - 1));
}

const Estimate* estimate(const std::vector<Estimate>& values, std::size_t measure) {
  return measure < values.size() ? &values[measure] : nullptr;
}

std::string cell(const std::vector<Estimate>& values, std::size_t measure, double factor, Sign sign) {
  const Estimate* e = estimate(values, measure);
  return e ? with_half_width(e->mean * factor, e->low * factor, e->high * factor, sign) : "-";
}

std::string introduction(const Scenario& scenario, const Results& results) {
  std::string text =
      fmt::format("{}\n{}, {} replications, seed {}\n", scenario.name.empty() ? scenario.file : scenario.name,
                  dates(scenario.from, scenario.to), grouped(results.replications, 0), results.seed);
  if (!results.complete)
    text +=
        "INCOMPLETE: the run ended before all replications that were asked for, or before the precision that was "
        "asked for.\n";
  return text + "\n";
}

TextTable measure_table(const Scenario& scenario, const Results& results, const std::vector<std::size_t>& measures) {
  std::vector<Column> columns{{"", Align::Left}, {"unit", Align::Left}};
  for (const auto& alternative : results.alternatives) columns.push_back({called(alternative.label, alternative.name)});
  TextTable table(columns);
  for (const std::size_t m : measures) {
    const ShownUnit unit = shown(results.measures[m].unit);
    std::vector<std::string> row{in_words(results.measures[m].name, first_settings(scenario)), unit.text};
    for (const auto& alternative : results.alternatives)
      row.push_back(cell(alternative.all.values, m, unit.factor, Sign::Minus));
    table.add(row);
  }
  return table;
}

std::string differences_part(const Scenario& scenario, const Results& results,
                             const std::vector<std::size_t>& measures) {
  if (results.differences.empty()) return {};
  std::vector<Column> columns{{"", Align::Left}, {"unit", Align::Left}};
  for (const auto& difference : results.differences) columns.push_back({alternative_label(results, difference.name)});
  TextTable table(columns);
  for (const std::size_t m : measures) {
    const ShownUnit unit = shown(results.measures[m].unit);
    std::vector<std::string> row{in_words(results.measures[m].name, first_settings(scenario)),
                                 unit.text == "%" ? "%-points" : unit.text};
    for (const auto& difference : results.differences) row.push_back(cell(difference.all, m, unit.factor, Sign::Both));
    table.add(row);
  }
  return fmt::format(
      "Difference to {} (same households in both)\n\n{}An interval on both sides of 0 means that the "
      "run cannot tell the two apart.\n\n",
      alternative_label(results, results.alternatives.front().name), table.str(kWidth));
}

}  // namespace

std::vector<std::size_t> headline(const Scenario& scenario, const Results& results) {
  std::vector<std::size_t> indices;
  for (const auto& pattern : scenario.headline.empty() ? kDefaultHeadline : scenario.headline)
    for (std::size_t m = 0; m < results.measures.size(); ++m)
      if (matches(pattern, results.measures[m].name) && std::find(indices.begin(), indices.end(), m) == indices.end())
        indices.push_back(m);
  return indices;
}

std::string check_line(const models::Check& check) {
  if (!check.ran) return "not checked against SimGrid";
  const std::string name = "SimGrid " + check.version;
  if (!check.equal) return fmt::format("{} DOES NOT AGREE after {} events: {}", name, check.events, check.difference);
  std::string line = fmt::format("checked against {}: same {} events", name, check.events);
  if (!check.whole)
    line += fmt::format(" (up to {}; --check all compares the whole replication)", engine::to_string(check.until));
  return line;
}

std::string summary(const Scenario& scenario, const Results& all) {
  const Results results = without_parts(all);
  std::string text = introduction(scenario, results);
  const auto measures = headline(scenario, results);
  text += measure_table(scenario, results, measures).str(kWidth);
  text += "Means ± half the width of their 95 % confidence interval.\n\n";
  text += differences_part(scenario, results, measures);
  text += groups_part(scenario, results, measures);
  text += money_part(scenario, results);
  text += cases_part(scenario, results);
  text += contributions_part(scenario, all);
  text += lost_part(scenario, results);
  text += observations_part(scenario, results);
  return text + check_line(results.check) + "\n";
}

}  // namespace trapphus::output
