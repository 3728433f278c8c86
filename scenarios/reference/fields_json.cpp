// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>
#include <vector>

#include "scenarios/format/fields/values.hpp"
#include "scenarios/format/sections/tables.hpp"
#include "scenarios/format/swedish/language.hpp"
#include "scenarios/format/yaml/json_text.hpp"
#include "scenarios/reference/schema.hpp"

namespace trapphus::scenarios {

namespace {

const char* word(Shape shape) {
  switch (shape) {
    case Shape::Value:
      return "value";
    case Shape::PerGroup:
      return "per_group";
    case Shape::List:
      return "list";
    case Shape::StageShares:
      return "stage_shares";
    case Shape::Attributes:
      return "attributes";
    case Shape::Table:
      return "table";
    case Shape::Named:
      return "named";
    case Shape::Rows:
      return "rows";
    case Shape::Texts:
      return "texts";
    case Shape::Changes:
      return "changes";
  }
  return "";
}

std::string pair(std::string_view key, std::string_view text) {
  return json_text(key) + ":" + json_text(text);
}

std::string object_of(const FieldInfo& field, models::Language language) {
  std::vector<std::string> members{pair("key", field.key), pair("shape", word(field.shape))};
  if (field.type != nullptr) members.push_back(pair("type", field.type->name));
  if (field.table != nullptr) members.push_back(pair("table", field.table->name));
  members.push_back(fmt::format(R"("required":{})", field.required()));
  if (!field.required()) members.push_back(pair("fallback", text_in(field.fallback, language)));
  members.push_back(pair("meaning", text_in(field.meaning, language)));
  members.push_back(fmt::format(R"("dated":{})", field.dated));
  return fmt::format("{{{}}}", fmt::join(members, ","));
}

std::string object_of(const TableInfo& table, models::Language language) {
  std::vector<std::string> fields;
  for (const auto& field : table.fields) fields.push_back(object_of(field, language));
  return fmt::format(R"({{{},{},"fields":[{}]}})", pair("name", text_in(table.name, language)),
                     pair("about", text_in(table.about, language)), fmt::join(fields, ","));
}

std::string object_of(const TypeInfo& type, models::Language language) {
  std::vector<std::string> values;
  for (const auto& value : values_of(type)) values.push_back(json_text(value));
  const std::string listed = values.empty() ? "" : fmt::format(R"(,"values":[{}])", fmt::join(values, ","));
  return fmt::format(R"({{{},{},{},{},"number":{}{}}})", pair("name", text_in(type.name, language)),
                     pair("unit", text_in(type.unit, language)), pair("range", text_in(type.range, language)),
                     pair("example", type.example), type.number, listed);
}

}  // namespace

std::string fields_json(models::Language language) {
  std::vector<std::string> tables, types;
  for (const TableInfo* table : all_tables())
    tables.push_back(json_text(table->name) + ":" + object_of(*table, language));
  for (const TypeInfo* type : all_types()) types.push_back(json_text(type->name) + ":" + object_of(*type, language));
  return fmt::format(R"({{"root":"scenario","tables":{{{}}},"types":{{{}}}}})", fmt::join(tables, ","),
                     fmt::join(types, ","));
}

}  // namespace trapphus::scenarios
