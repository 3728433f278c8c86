// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>
#include <vector>

#include "scenarios/json_text.hpp"
#include "scenarios/schema.hpp"
#include "scenarios/tables.hpp"
#include "scenarios/values.hpp"

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

std::string object_of(const FieldInfo& field) {
  std::vector<std::string> members{pair("key", field.key), pair("shape", word(field.shape))};
  if (field.type != nullptr) members.push_back(pair("type", field.type->name));
  if (field.table != nullptr) members.push_back(pair("table", field.table->name));
  members.push_back(fmt::format(R"("required":{})", field.required()));
  if (!field.required()) members.push_back(pair("fallback", field.fallback));
  members.push_back(pair("meaning", field.meaning));
  members.push_back(fmt::format(R"("dated":{})", field.dated));
  return fmt::format("{{{}}}", fmt::join(members, ","));
}

std::string object_of(const TableInfo& table) {
  std::vector<std::string> fields;
  for (const auto& field : table.fields) fields.push_back(object_of(field));
  return fmt::format(R"({{{},{},"fields":[{}]}})", pair("name", table.name), pair("about", table.about),
                     fmt::join(fields, ","));
}

std::string object_of(const TypeInfo& type) {
  std::vector<std::string> values;
  for (const auto& value : values_of(type)) values.push_back(json_text(value));
  const std::string listed = values.empty() ? "" : fmt::format(R"(,"values":[{}])", fmt::join(values, ","));
  return fmt::format(R"({{{},{},{},{},"number":{}{}}})", pair("name", type.name), pair("unit", type.unit),
                     pair("range", type.range), pair("example", type.example), type.number, listed);
}

}  // namespace

std::string fields_json(models::Language /*language*/) {
  std::vector<std::string> tables, types;
  for (const TableInfo* table : all_tables()) tables.push_back(json_text(table->name) + ":" + object_of(*table));
  for (const TypeInfo* type : all_types()) types.push_back(json_text(type->name) + ":" + object_of(*type));
  return fmt::format(R"({{"root":"scenario","tables":{{{}}},"types":{{{}}}}})", fmt::join(tables, ","),
                     fmt::join(types, ","));
}

}  // namespace trapphus::scenarios
