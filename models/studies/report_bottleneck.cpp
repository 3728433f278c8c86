// SPDX-License-Identifier: MIT
#include "models/studies/report_bottleneck.hpp"

#include <algorithm>

#include "models/measures/measure.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {
namespace {

/// Replications of each of some ten changes; more would take longer than the run.
constexpr int kMostReplications = 100;

}  // namespace

std::optional<Bottleneck> bottleneck_for_report(const Scenario& scenario, const Results& results,
                                                const RunOptions& options) {
  BottleneckOptions search;
  const bool stopped = options.stop != nullptr && options.stop->load();
  if (stopped || !MeasureTable(scenario).find(search.measure)) return std::nullopt;
  const auto& shown = scenario.alternatives[std::min<std::size_t>(1, scenario.alternatives.size() - 1)];
  search.alternative = shown.shows_part_of.empty() ? shown.name : scenario.alternatives.front().name;
  search.run = options;
  search.run.seed = results.seed;
  search.run.replications = std::clamp(results.replications, 2, kMostReplications);
  Bottleneck result = find_bottleneck(scenario, search);
  if (!result.complete) return std::nullopt;
  return result;
}

}  // namespace trapphus::models
