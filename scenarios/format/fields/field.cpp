// SPDX-License-Identifier: MIT
#include "scenarios/format/fields/field.hpp"

#include <algorithm>
#include <cctype>

#include "scenarios/format/yaml/nearest.hpp"

namespace trapphus::scenarios {

namespace {

std::string part_of_id(std::string name) {
  std::ranges::replace(name, ' ', '_');
  return name;
}

}  // namespace

void TableInfo::add(FieldInfo field) {
  if (field.meaning.empty()) field.meaning = "format.field." + part_of_id(name) + "." + field.key;
  fields.push_back(std::move(field));
}

Phrase TableInfo::called() const {
  return {"format.table." + part_of_id(name)};
}

Phrase TableInfo::several() const {
  return {"format.tables." + part_of_id(name)};
}

Phrase TableInfo::about() const {
  return {"format.about." + part_of_id(name)};
}

Phrase called(const TypeInfo& type) {
  return {"format.type." + part_of_id(type.name)};
}

Phrase id_or_value(const std::string& text) {
  return text.starts_with("format.") ? Phrase{text} : verbatim(text);
}

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
    context.problem(node.at,
                    Phrase{"reader.no_mapping",
                           {{"found", node.describe()}, {"what", table.called()}, {"keys", listed(table.keys())}}});
    return false;
  }
  for (const auto& entry : node.entries) {
    if (table.find(entry.key) != nullptr || is_annotation(entry.key)) continue;
    context.problem(
        entry.at,
        Phrase{"reader.no_key",
               {{"what", table.called()}, {"key", entry.key}, {"suggestion", suggestion(entry.key, table.keys())}}});
  }
  for (const auto& field : table.fields) {
    if (!field.required() || node.find(field.key) != nullptr) continue;
    context.problem(node.at, Phrase{"reader.needs",
                                    {{"what", context.path().empty() ? Phrase{"reader.the", {{"what", table.called()}}}
                                                                     : verbatim(context.path())},
                                     {"key", field.key},
                                     {"meaning", Phrase{field.meaning}}}});
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
    context.problem(at, Phrase{"reader.name.letters", {{"name", name}}});
    return false;
  }
  if (std::ranges::find(kTaken, name) != kTaken.end()) {
    context.problem(at, Phrase{"reader.name.taken", {{"name", name}}});
    return false;
  }
  return true;
}

}  // namespace trapphus::scenarios
