// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/measures/family.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {
namespace {

bool paid(const Price& price) {
  return price.amount != Money();
}

bool has_line(const Stage& stage) {
  return stage.kind == StageKind::Placement || stage.kind == StageKind::Apartment;
}

bool any_staff_cost(const Variants& variants) {
  return any(variants, [](const Settings& settings) {
    return std::any_of(settings.teams.begin(), settings.teams.end(),
                       [](const StaffTeam& team) { return paid(team.cost); });
  });
}

}  // namespace

Variants variants_of(const Scenario& scenario) {
  Variants variants;
  const auto collect = [&variants](const std::vector<Alternative>& alternatives) {
    for (const Alternative& alternative : alternatives) {
      for (const Epoch& epoch : alternative.epochs) variants.push_back(&epoch.settings);
    }
  };
  collect(scenario.alternatives);
  for (const Case& other : scenario.cases) collect(other.alternatives);
  return variants;
}

bool any(const Variants& variants, const std::function<bool(const Settings&)>& holds) {
  return std::any_of(variants.begin(), variants.end(), [&holds](const Settings* variant) { return holds(*variant); });
}

bool any_stage(const Variants& variants, const std::function<bool(const Stage&)>& holds) {
  return any(variants, [&holds](const Settings& settings) {
    return std::any_of(settings.stages.begin(), settings.stages.end(), holds);
  });
}

bool has_units(const Variants& variants, StageId id) {
  const StageKind kind = variants.front()->stages[id.index()].kind;
  if (kind == StageKind::Apartment) return true;
  return kind == StageKind::Placement &&
         any(variants, [id](const Settings& settings) { return settings.stages[id.index()].units.has_value(); });
}

std::vector<std::string> cost_lines(const Variants& variants) {
  std::vector<std::string> lines;
  const auto add = [&lines](const std::string& line) {
    if (!line.empty() && std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
  };
  for (const Settings* variant : variants) {
    for (const Stage& stage : variant->stages) {
      if (has_line(stage)) add(stage.line);
    }
  }
  if (any_stage(variants, [](const Stage& stage) { return paid(stage.rent); })) add(kEmptyRentLine);
  if (any_stage(variants, [](const Stage& stage) { return paid(stage.income_support); })) add(kIncomeSupportLine);
  if (any_stage(variants, [](const Stage& stage) { return paid(stage.fee); })) add(kFeesLine);
  if (any_staff_cost(variants)) add(kStaffLine);
  for (const Settings* variant : variants) {
    for (const Move& move : variant->moves) {
      if (move.cost != Money()) add(move.line);
    }
  }
  for (const Settings* variant : variants) {
    for (const FixedCost& cost : variant->costs) add(cost.line);
  }
  return lines;
}

std::vector<std::string> cost_lines(const Settings& settings) {
  return cost_lines(Variants{&settings});
}

std::vector<std::string> cost_lines(const Scenario& scenario) {
  return cost_lines(variants_of(scenario));
}

}  // namespace trapphus::models
