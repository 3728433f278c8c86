// SPDX-License-Identifier: MIT
#include "models/staircase/selection.hpp"

#include <algorithm>

namespace trapphus::models {

Scenario selected(Scenario scenario, const Selection& selection) {
  std::erase_if(scenario.alternatives, [&selection](const Alternative& alternative) {
    const auto& names = selection.alternatives;
    if (!selection.contributions && !alternative.shows_part_of.empty()) return true;
    return !names.empty() && std::ranges::find(names, alternative.name) == names.end();
  });
  if (!selection.cases) scenario.cases.clear();
  if (!selection.observations) scenario.observations.clear();
  if (!selection.application) {
    scenario.application.reset();
    scenario.afterwards.reset();
  }
  return scenario;
}

const Alternative* alternative_called(const Scenario& scenario, const std::string& name) {
  if (name.empty()) return &scenario.alternatives.front();
  const auto found = std::ranges::find(scenario.alternatives, name, &Alternative::name);
  return found == scenario.alternatives.end() ? nullptr : &*found;
}

}  // namespace trapphus::models
