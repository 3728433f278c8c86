// SPDX-License-Identifier: MIT
#include "models/staircase/settings.hpp"

#include <optional>

namespace trapphus::models {

bool begins_full(const Settings& settings, StageId id) {
  const Stage& stage = settings.stages[id.index()];
  if (!stage.units || stage.acute) return false;
  int living = 0;
  for (const Initial& initial : settings.initial) living += initial.stage == id ? initial.households : 0;
  return living >= *stage.units;
}

std::string describe(const Settings& settings, const Move& move) {
  std::string text = settings.stages[move.from.index()].name + " -> " + settings.stages[move.to.index()].name;
  if (!move.id.empty()) text += " (" + move.id + ")";
  return text;
}

Share reached(const Service& service, GroupId group, StageId stage) {
  const auto own = stage.index() < service.reached_in.size() ? service.reached_in[stage.index()] : std::nullopt;
  if (own) return *own;
  return group.index() < service.reached.size() ? service.reached[group] : Share(1);
}

Ending ending_of(const Move& move) {
  if (move.takeover) return Ending::Takeover;
  if (move.ending) return *move.ending;
  switch (move.kind) {
    case MoveKind::Planned:
      return Ending::Planned;
    case MoveKind::Offer:
      return Ending::OwnEffort;
    case MoveKind::Risk:
      return Ending::Abandoned;
  }
  return Ending::Planned;
}

}  // namespace trapphus::models
