// SPDX-License-Identifier: MIT
#include "models/staircase/settings.hpp"

namespace trapphus::models {

std::string describe(const Settings& settings, const Move& move) {
  std::string text = settings.stages[move.from.index()].name + " -> " + settings.stages[move.to.index()].name;
  if (!move.id.empty()) text += " (" + move.id + ")";
  return text;
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
