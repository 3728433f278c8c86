// SPDX-License-Identifier: MIT
#include "output/studies/fitted_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/runs/observed.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {
namespace {

using models::Observation;

constexpr std::size_t kMostTold = 3;

}  // namespace

std::string group_name(const models::Scenario& scenario, const Observation& observation) {
  return observation.group.valid() ? first_settings(scenario).groups[observation.group.index()].name : "";
}

/// In English: it stands in a file, and the same fit gives the same file wherever it is made.
std::string observation_text(const models::Scenario& scenario, const Observation& observation) {
  const std::string group = group_name(scenario, observation);
  const bool told_apart =
      several_alternatives(scenario, models::measured(scenario)) && !observation.alternative.empty();
  return fmt::format("{}{}{}, {}", observation.measure, group.empty() ? "" : " of " + group,
                     told_apart ? " in " + observation.alternative : "",
                     dates(Words(Language::En), observation.from, observation.to));
}

std::string remark(const FittedScenario& fitted, std::size_t input, const Words& words) {
  const auto& found = fitted.fit.inputs[input];
  if (found.unknown) return words("remark.unknown");
  if (found.at_low) return words("remark.at_low");
  if (found.at_high) return words("remark.at_high");
  for (const auto& confounded : fitted.fit.confounded) {
    if (std::find(confounded.inputs.begin(), confounded.inputs.end(), input) != confounded.inputs.end())
      return words("remark.alike");
  }
  const auto& free = fitted.scenario.free[input];
  return found.low <= free.lowest && found.high >= free.highest ? words("remark.hardly_known") : "";
}

std::vector<std::size_t> most_telling(const engine::Calibration& fit, std::size_t input) {
  std::vector<std::size_t> order(fit.effects.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::abs(fit.effects[a][input]) > std::abs(fit.effects[b][input]);
  });
  if (order.size() > kMostTold) order.resize(kMostTold);
  return order;
}

}  // namespace trapphus::output
