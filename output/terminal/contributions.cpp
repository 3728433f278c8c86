// SPDX-License-Identifier: MIT
#include "output/terminal/contributions.hpp"

#include <algorithm>
#include <vector>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/terminal_number.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/summary_parts.hpp"
#include "output/terminal/text_table.hpp"

namespace trapphus::output {
namespace {

using models::Contribution;
using models::Estimate;
using models::Results;
using models::Scenario;

/// A measure as it is shown: costs as a saving over the whole period, everything else as it is.
struct Shown {
  std::size_t measure;
  std::string heading;
  double factor;
};

std::vector<Shown> shown_measures(const Scenario& scenario, const Results& results, const Words& words) {
  std::vector<Shown> shown;
  for (const char* name : {"cost.total", "households.acute", "homes", "first_hand"}) {
    const auto at = std::find_if(results.measures.begin(), results.measures.end(),
                                 [name](const models::Measure& m) { return m.name == name; });
    if (at == results.measures.end()) continue;
    const auto index = static_cast<std::size_t>(at - results.measures.begin());
    if (shown.empty() && at->name == "cost.total") {
      shown.push_back({index, words("summary.saved_in_the_period"), -months(scenario.from, scenario.to) / 1e6});
    } else {
      shown.push_back({index, measure_in_unit(scenario, *at, words), 1});
    }
  }
  return shown;
}

std::string cell(const Contribution& part, const Shown& shown, const Words& words) {
  if (shown.measure >= part.all.size()) return "-";
  const Estimate& e = part.all[shown.measure];
  const double low = e.low * shown.factor, high = e.high * shown.factor;
  return with_half_width(words, e.mean * shown.factor, std::min(low, high), std::max(low, high), Sign::Both);
}

bool is_part(const Results& results, const std::string& name) {
  return std::any_of(results.contributions.begin(), results.contributions.end(),
                     [&name](const Contribution& part) { return part.without == name; });
}

}  // namespace

Results without_parts(Results results) {
  std::erase_if(results.alternatives, [&](const auto& alternative) { return is_part(results, alternative.name); });
  std::erase_if(results.differences, [&](const auto& difference) { return is_part(results, difference.name); });
  std::erase_if(results.savings, [&](const auto& saving) { return is_part(results, saving.name); });
  return results;
}

std::string contributions_part(const Scenario& scenario, const Results& results, const Words& words) {
  if (results.contributions.empty()) return {};
  const auto measures = shown_measures(scenario, results, words);
  std::vector<Column> columns{{words("summary.with_the_part"), Align::Left}};
  for (const Shown& shown : measures) columns.push_back({shown.heading});
  TextTable table(columns);
  for (const Contribution& part : results.contributions) {
    std::vector<std::string> row{alternative_label(results, part.without, words)};
    for (const Shown& shown : measures) row.push_back(cell(part, shown, words));
    table.add(row);
  }
  const std::string whole = alternative_label(results, results.contributions.front().whole, words);
  return words("summary.contributions", {{"whole", whole}}) + "\n\n" + table.str(kWidth) + "\n";
}

}  // namespace trapphus::output
