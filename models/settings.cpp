// SPDX-License-Identifier: MIT
#include "models/settings.hpp"

namespace trapphus::models {

std::string describe(const Settings& settings, const Move& move) {
  std::string text = settings.stages[move.from.index()].name + " -> " + settings.stages[move.to.index()].name;
  if (!move.id.empty()) text += " (" + move.id + ")";
  return text;
}

}  // namespace trapphus::models
