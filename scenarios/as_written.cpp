// SPDX-License-Identifier: MIT
#include "scenarios/as_written.hpp"

#include "scenarios/field.hpp"
#include "scenarios/load.hpp"

namespace trapphus::scenarios {

std::string alternative_as_written(const std::filesystem::path& file) {
  Problems problems;
  const Loaded loaded = load(file, problems);
  const Node* alternatives = loaded.root.find("alternatives");
  if (alternatives == nullptr || alternatives->entries.empty()) return "scenario";
  std::string found;
  for (const auto& entry : alternatives->entries) {
    const auto lacks = [&entry](const char* key) { return entry.value.find(key) == nullptr; };
    // What a whole alternative is without a part is a change too.
    if (!is_annotation(entry.key) && lacks("change") && lacks("timeline") && lacks("shows_part_of")) found = entry.key;
  }
  return found;
}

}  // namespace trapphus::scenarios
