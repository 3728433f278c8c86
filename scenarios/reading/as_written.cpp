// SPDX-License-Identifier: MIT
#include "scenarios/reading/as_written.hpp"

#include "scenarios/format/fields/field.hpp"
#include "scenarios/reading/load.hpp"

namespace trapphus::scenarios {

bool changes_nothing(const Entry& alternative) {
  return !is_annotation(alternative.key) && alternative.value.find("change") == nullptr &&
         alternative.value.find("timeline") == nullptr;
}

std::string alternative_as_written(const Source& source) {
  Problems problems;
  const Loaded loaded = load(source, problems);
  const Node* alternatives = loaded.root.find("alternatives");
  if (alternatives == nullptr || alternatives->entries.empty()) return "scenario";
  std::string result;
  for (const auto& entry : alternatives->entries) {
    // What a whole alternative is without a part is a change too.
    if (changes_nothing(entry) && entry.value.find("shows_part_of") == nullptr) result = entry.key;
  }
  return result;
}

}  // namespace trapphus::scenarios
