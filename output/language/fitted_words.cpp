// SPDX-License-Identifier: MIT
#include "output/language/fitted_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/runs/observed.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {

/// In English: it stands in a file, and the same fit gives the same file wherever it is made.
std::string observation_text(const models::Scenario& scenario, const models::Observation& observation) {
  const std::string group = group_name(scenario, observation);
  const bool told_apart =
      several_alternatives(scenario, models::measured(scenario)) && !observation.alternative.empty();
  return fmt::format("{}{}{}, {}", observation.measure, group.empty() ? "" : " of " + group,
                     told_apart ? " in " + observation.alternative : "",
                     dates(Words(english()), observation.from, observation.to));
}

std::string remark(const models::FittedScenario& fitted, std::size_t input, const Words& words) {
  const auto& found = fitted.fit.inputs[input];
  if (found.held) return words("remark.held");
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

}  // namespace trapphus::output
