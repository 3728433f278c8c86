// SPDX-License-Identifier: MIT
#include "scenarios/format/fields/field.hpp"

#include <algorithm>
#include <cctype>

#include "scenarios/format/yaml/nearest.hpp"

namespace trapphus::scenarios {

const FieldInfo* TableInfo::find(std::string_view key) const {
  const auto found = std::ranges::find(fields, key, &FieldInfo::key);
  return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string> TableInfo::keys() const {
  std::vector<std::string> keys;
  for (const auto& field : fields) keys.push_back(field.key);
  return keys;
}

bool is_annotation(std::string_view key) {
  return key == "source" || key == "assumption" || key == "note";
}

bool check_keys(Context& context, const Node& node, const TableInfo& table) {
  if (!node.is_map()) {
    context.problem(node.at, EnglishPhrase("{} is no {}; expected a mapping with {}"_p, node.describe(),
                                           EnglishPhrase::named(table.name), listed(table.keys())));
    return false;
  }
  for (const auto& entry : node.entries) {
    if (table.find(entry.key) != nullptr || is_annotation(entry.key)) continue;
    context.problem(entry.at, EnglishPhrase("a {} has no key `{}`{}"_p, EnglishPhrase::named(table.name), entry.key,
                                            suggestion(entry.key, table.keys())));
  }
  for (const auto& field : table.fields) {
    if (!field.required() || node.find(field.key) != nullptr) continue;
    context.problem(node.at,
                    EnglishPhrase("{} needs `{}`: {}"_p,
                                  context.path().empty() ? EnglishPhrase("the {}"_p, EnglishPhrase::named(table.name))
                                                         : EnglishPhrase::verbatim(context.path()),
                                  field.key, EnglishPhrase::named(field.meaning)));
  }
  return true;
}

bool check_name(Context& context, const std::string& name, const Position& at) {
  static const std::vector<std::string> kTaken{"value", "source", "assumption", "note", "range", "others"};
  const auto fits = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || byte >= 0x80 || c == '_' || c == '-';
  };
  const bool starts_well = !name.empty() && fits(name.front()) && name.front() != '-' &&
                           std::isdigit(static_cast<unsigned char>(name.front())) == 0;
  if (!starts_well || !std::ranges::all_of(name, fits)) {
    context.problem(
        at, EnglishPhrase("`{}` is no name; expected letters, digits, _ and -, beginning with a letter"_p, name));
    return false;
  }
  if (std::ranges::find(kTaken, name) != kTaken.end()) {
    context.problem(at, EnglishPhrase("`{}` has a meaning of its own and cannot be a name"_p, name));
    return false;
  }
  return true;
}

}  // namespace trapphus::scenarios
