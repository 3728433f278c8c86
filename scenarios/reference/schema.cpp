// SPDX-License-Identifier: MIT
#include "scenarios/reference/schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "scenarios/format/sections/scenario_table.hpp"
#include "scenarios/format/sections/tables.hpp"
#include "scenarios/format/yaml/problem.hpp"

namespace trapphus::scenarios {

namespace {

using Json = nlohmann::ordered_json;

/// Names of definitions stand in references, which are URIs.
std::string definition_name(std::string name) {
  std::ranges::replace(name, ' ', '_');
  return name;
}

Json reference(const std::string& name) {
  return {{"$ref", "#/definitions/" + definition_name(name)}};
}
Json mapping_of(const Json& values) {
  return {{"type", "object"}, {"additionalProperties", values}};
}
Json list_of(const Json& items) {
  return {{"type", "array"}, {"items", items}};
}
Json any_of(const Json& first, const Json& second) {
  return {{"anyOf", Json::array({first, second})}};
}
Json any_text() {
  return {{"type", "string"}};
}
Json any_object() {
  return {{"type", "object"}};
}

/// A bare value, or one with its source.
Json definition(const TypeInfo& type) {
  const Json bare = Json::parse(type.schema);
  Json properties = {{"value", bare}};
  for (const char* key : {"source", "assumption", "range", "note"}) properties[key] = any_text();
  properties["was"] = bare;
  return any_of(bare, {{"type", "object"},
                       {"required", Json::array({"value"})},
                       {"additionalProperties", false},
                       {"properties", std::move(properties)}});
}

Json value_of(const FieldInfo& field) {
  if (field.type == nullptr && field.table == nullptr) return any_object();  // changes: any path
  Json type = reference(field.type != nullptr ? field.type->name : field.table->name);
  // `source` and `note` may stand in any mapping.
  const Json mapping = mapping_of(field.type != nullptr ? any_of(type, any_text()) : type);
  switch (field.shape) {
    case Shape::Value:
      return field.key == "label" ? any_of(type, mapping) : type;
    case Shape::PerGroup:
      return any_of(type, mapping);
    case Shape::List:
      return any_of(type, list_of(type));
    case Shape::StageShares:
      return any_of(any_text(), mapping);
    case Shape::Attributes:
      return any_object();
    case Shape::Table:
      return type;
    case Shape::Named:
      return mapping_of(any_of(type, any_text()));
    case Shape::Rows:
      return list_of(type);
    case Shape::Texts:
      return mapping_of(any_text());
    case Shape::Changes:
      return any_object();
  }
  return {};
}

Phrase help_of(const FieldInfo& field) {
  Phrase help = {field.meaning};
  if (field.type != nullptr && *field.type->unit != '\0')
    help = {"format.help.unit", {{"help", help}, {"unit", id_or_value(field.type->unit)}}};
  if (!field.required()) help = {"format.help.default", {{"help", help}, {"default", id_or_value(field.fallback)}}};
  return help;
}

Json property(const FieldInfo& field, const TextOf& text_of) {
  const bool from_list = field.key == "from" && field.type != nullptr && field.type == kStage.type;
  const Json value = from_list ? any_of(value_of(field), list_of(any_text())) : value_of(field);
  return {{"description", text_of(help_of(field))}, {"allOf", Json::array({value})}};
}

Json object(const TableInfo& table, const TextOf& text_of) {
  Json properties = Json::object(), required = Json::array();
  for (const auto& field : table.fields) {
    properties[field.key] = property(field, text_of);
    // A file that extends another need not repeat its keys.
    if (field.required() && table.name != "scenario") required.push_back(field.key);
  }
  for (const char* note : {"source", "assumption", "note"}) {
    if (table.find(note) == nullptr) properties[note] = any_text();
  }
  return {{"type", "object"},
          {"description", text_of(table.about())},
          {"required", std::move(required)},
          {"properties", std::move(properties)},
          // YAML splits gamma(1 h, 2 h) at the comma inside braces; the reader joins it, an editor sees a key "2 h)".
          {"patternProperties", {{"\\)$", {{"type", "null"}}}}},
          {"additionalProperties", table.name == "group"}};  // attributes may stand in the group itself
}

}  // namespace

std::string json_schema(const TextOf& text_of) {
  Json definitions = Json::object();
  for (const TypeInfo* type : all_types()) definitions[definition_name(type->name)] = definition(*type);
  for (const TableInfo* table : all_tables()) {
    if (table->name != "scenario") definitions[definition_name(table->name)] = object(*table, text_of);
  }
  Json root = object(scenario_table().info(), text_of);
  root["$schema"] = "http://json-schema.org/draft-07/schema#";
  root["title"] = "Trapphus scenario";
  root["definitions"] = std::move(definitions);
  return root.dump() + "\n";
}

}  // namespace trapphus::scenarios
