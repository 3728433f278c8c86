// SPDX-License-Identifier: MIT
#include "scenarios/reference/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "scenarios/format/sections/scenario_table.hpp"
#include "scenarios/format/sections/tables.hpp"
#include "scenarios/format/swedish/language.hpp"
#include "scenarios/format/yaml/json_text.hpp"
#include "scenarios/format/yaml/problem.hpp"

namespace trapphus::scenarios {

namespace {

/// Names of definitions stand in references, which are URIs.
std::string definition_name(std::string name) {
  std::ranges::replace(name, ' ', '_');
  return name;
}

std::string reference(const std::string& name) {
  return fmt::format("{{\"$ref\":{}}}", json_text("#/definitions/" + definition_name(name)));
}
std::string mapping_of(const std::string& values) {
  return fmt::format(R"({{"type":"object","additionalProperties":{}}})", values);
}
std::string list_of(const std::string& items) {
  return fmt::format(R"({{"type":"array","items":{}}})", items);
}
std::string any_of(const std::vector<std::string>& choices) {
  return fmt::format("{{\"anyOf\":[{}]}}", fmt::join(choices, ","));
}

/// A bare value, or one with its source.
std::string definition(const TypeInfo& type) {
  const std::string text = R"({"type":"string"})";
  const std::string annotated = fmt::format(
      R"({{"type":"object","required":["value"],"additionalProperties":false,"properties":{{"value":{0},"source":{1},"assumption":{1},"range":{1},"note":{1}}}}})",
      type.schema, text);
  return any_of({type.schema, annotated});
}

std::string value_of(const FieldInfo& field) {
  if (field.type == nullptr && field.table == nullptr) return R"({"type":"object"})";  // changes: any path
  std::string type = reference(field.type != nullptr ? field.type->name : field.table->name);
  // `source` and `note` may stand in any mapping.
  const std::string mapping = mapping_of(field.type != nullptr ? any_of({type, R"({"type":"string"})"}) : type);
  switch (field.shape) {
    case Shape::Value:
      return field.key == "label" ? any_of({type, mapping}) : type;
    case Shape::PerGroup:
      return any_of({type, mapping});
    case Shape::List:
      return any_of({type, list_of(type)});
    case Shape::StageShares:
      return any_of({R"({"type":"string"})", mapping});
    case Shape::Attributes:
      return R"({"type":"object"})";
    case Shape::Table:
      return type;
    case Shape::Named:
      return mapping_of(any_of({type, R"({"type":"string"})"}));
    case Shape::Rows:
      return list_of(type);
    case Shape::Texts:
      return mapping_of(R"({"type":"string"})");
    case Shape::Changes:
      return R"({"type":"object"})";
  }
  return {};
}

Phrase help_of(const FieldInfo& field) {
  Phrase help = Phrase::named(field.meaning);
  if (field.type != nullptr && *field.type->unit != '\0')
    help = {"{} Unit: {}."_p, help, Phrase::named(field.type->unit)};
  if (!field.required()) help = {"{} Default: {}."_p, help, Phrase::named(field.fallback)};
  return help;
}

std::string property(const FieldInfo& field, models::Language language) {
  const bool from_list = field.key == "from" && field.type != nullptr && field.type == kStage.type;
  const std::string value = from_list ? any_of({value_of(field), list_of(R"({"type":"string"})")}) : value_of(field);
  return fmt::format(R"({}:{{"description":{},"allOf":[{}]}})", json_text(field.key),
                     json_text(text_in(help_of(field), language)), value);
}

std::string object(const TableInfo& table, models::Language language) {
  std::vector<std::string> properties, required;
  for (const auto& field : table.fields) {
    properties.push_back(property(field, language));
    // A file that extends another need not repeat what that one says.
    if (field.required() && table.name != "scenario") required.push_back(json_text(field.key));
  }
  for (const char* note : {"source", "assumption", "note"}) {
    if (table.find(note) == nullptr) properties.push_back(fmt::format(R"("{}":{{"type":"string"}})", note));
  }
  // YAML splits gamma(1 h, 2 h) at the comma inside braces; the reader joins it, an editor sees a key "2 h)".
  const bool open = table.name == "group";  // attributes may stand in the group itself
  return fmt::format(
      R"({{"type":"object","description":{},"required":[{}],"properties":{{{}}},"patternProperties":{{"\\)$":{{"type":"null"}}}},"additionalProperties":{}}})",
      json_text(text_in(table.about, language)), fmt::join(required, ","), fmt::join(properties, ","), open);
}

}  // namespace

std::string json_schema(models::Language language) {
  std::vector<std::string> definitions;
  for (const TypeInfo* type : all_types())
    definitions.push_back(json_text(definition_name(type->name)) + ":" + definition(*type));
  for (const TableInfo* table : all_tables()) {
    if (table->name != "scenario")
      definitions.push_back(json_text(definition_name(table->name)) + ":" + object(*table, language));
  }
  std::string root = object(scenario_table().info(), language);
  root.pop_back();
  return fmt::format(
             R"({},"$schema":"http://json-schema.org/draft-07/schema#","title":"Trapphus scenario","definitions":{{{}}}}})",
             root, fmt::join(definitions, ",")) +
         "\n";
}

}  // namespace trapphus::scenarios
