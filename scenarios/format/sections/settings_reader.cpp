// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/settings_reader.hpp"

#include "models/pathway/pathway.hpp"
#include "scenarios/format/sections/patch.hpp"
#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

models::Settings read_settings(Context& context, const Node& root) {
  context.names = names_of(root);
  models::Settings settings;
  settings.attributes = context.names.attributes;
  settings.groups = read_groups(context, root);
  settings.stages = read_stages(context, root);
  settings.services = read_services(context, root);
  settings.teams = read_teams(context, root);
  settings.moves = read_moves(context, root, settings.stages);
  settings.boards = read_boards(context, root);
  settings.costs = read_costs(context, root);
  settings.grants = read_grants(context, root);
  settings.ceilings = read_ceilings(context, root, settings.stages);
  settings.initial = read_initial(context, root);
  for (const auto& finding : models::check_rules(settings)) {
    if (context.is_sound(finding.path)) context.problem(locate(root, finding.path), finding.phrase);
  }
  return settings;
}

}  // namespace trapphus::scenarios
