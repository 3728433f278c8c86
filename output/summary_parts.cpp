// SPDX-License-Identifier: MIT
#include "output/summary_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "output/number.hpp"
#include "output/saving_words.hpp"
#include "output/text_table.hpp"
#include "output/wording.hpp"

namespace trapphus::output {
namespace {

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

std::string text(const Estimate& e, Sign sign) {
  return with_half_width(e.mean, e.low, e.high, sign);
}

std::string saving(const Scenario& scenario, const std::vector<Estimate>& difference, std::size_t cost) {
  if (cost >= difference.size()) return "-";
  const Estimate more = over_period(scenario, difference[cost]);
  return text({-more.mean, -more.high, -more.low, more.replications}, Sign::Both);
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
              const std::vector<models::Difference>& differences, const std::vector<CaseColumn>& columns) {
  for (const auto& difference : differences) {
    std::vector<std::string> row{name, alternative_label(results, difference.name)};
    for (const auto& [measure, as_saving] : columns) {
      if (as_saving)
        row.push_back(saving(scenario, difference.all, measure));
      else
        row.push_back(measure < difference.all.size() ? text(difference.all[measure], Sign::Both) : "-");
    }
    table.add(row);
  }
}

std::string verdict(const models::ObservationResult& result) {
  const double observed = result.observation.value;
  if (!std::isfinite(result.low) || !std::isfinite(result.high) || !std::isfinite(observed)) return "-";
  return observed >= result.low && observed <= result.high ? "yes" : "NO";
}

}  // namespace

std::string alternative_label(const Results& results, const std::string& name) {
  for (const auto& alternative : results.alternatives)
    if (alternative.name == name) return called(alternative.label, name);
  return name;
}

std::string money_part(const Scenario& scenario, const Results& results) {
  const auto cost = measure_index(results, "cost.total");
  if (!cost || results.alternatives.empty()) return {};
  const bool compared = !results.differences.empty();
  std::vector<Column> columns{{"MSEK", Align::Left}, {"cost"}};
  if (compared) columns.push_back({"saved against " + alternative_label(results, results.alternatives.front().name)});
  TextTable table(columns);
  for (std::size_t a = 0; a < results.alternatives.size(); ++a) {
    const auto& alternative = results.alternatives[a];
    if (*cost >= alternative.all.values.size()) continue;
    std::vector<std::string> row{called(alternative.label, alternative.name),
                                 text(over_period(scenario, alternative.all.values[*cost]), Sign::Minus)};
    if (a > 0 && a <= results.differences.size())
      row.push_back(saving(scenario, results.differences[a - 1].all, *cost));
    table.add(row);
  }
  std::string payback;
  for (const auto& saving : results.savings)
    payback += payback_line(alternative_label(results, saving.name), saving.cost.payback) + "\n";
  return fmt::format("Cost of the whole period, {} months{}\n\n{}{}\n", plain(months(scenario.from, scenario.to)),
                     compared ? " (a minus before a saving: it costs more)" : "", table.str(), payback);
}

std::string cases_part(const Scenario& scenario, const Results& results) {
  const auto columns = case_columns(results);
  if (results.cases.empty() || results.differences.empty() || columns.empty()) return {};
  std::vector<Column> headings{{"assumptions", Align::Left}, {"alternative", Align::Left}};
  for (const auto& [measure, as_saving] : columns) {
    const auto& m = results.measures[measure];
    headings.push_back(
        {as_saving ? "saved, MSEK in the period" : in_words(m.name, first_settings(scenario)) + ", " + m.unit});
  }
  TextTable table(headings);
  add_case(table, scenario, results, "as in the scenario", results.differences, columns);
  for (const auto& one : results.cases)
    add_case(table, scenario, results, called(one.label, one.name), one.differences, columns);
  return fmt::format("Difference to {} under other assumptions\n\n{}\n",
                     alternative_label(results, results.alternatives.front().name), table.str(kWidth));
}

std::string observations_part(const Scenario& scenario, const Results& results) {
  if (results.observations.empty()) return {};
  TextTable table({{"", Align::Left},
                   {"group", Align::Left},
                   {"when", Align::Left},
                   {"unit", Align::Left},
                   {"observed"},
                   {"simulated"},
                   {"inside"}});
  bool assumed = false;
  for (const auto& result : results.observations) {
    const auto& o = result.observation;
    const bool belief = !o.assumption.empty() && std::isfinite(o.value);
    assumed = assumed || belief;
    const auto index = measure_index(results, o.measure);
    const ShownUnit unit = shown(index ? results.measures[*index].unit : "");
    table.add({in_words(o.measure, first_settings(scenario)), result.group.empty() ? "all" : result.group,
               dates(o.from, o.to), unit.text, as_written(o.value * unit.factor) + (belief ? "*" : ""),
               with_interval(result.simulated * unit.factor, result.low * unit.factor, result.high * unit.factor),
               verdict(result)});
  }
  return "Measured in reality, beside the simulation\n\n" + table.str() +
         (assumed ? "* an assumption, not measured\n" : "") +
         "In brackets the 95 % prediction interval. Reality happens once: 95 of 100 simulated periods lie within "
         "it.\n\n";
}

}  // namespace trapphus::output
