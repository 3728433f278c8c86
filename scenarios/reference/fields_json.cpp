// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "models/pathway/pathway.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/cause.hpp"
#include "models/staircase/recorder.hpp"
#include "models/studies/lever.hpp"
#include "scenarios/format/fields/values.hpp"
#include "scenarios/format/sections/tables.hpp"
#include "scenarios/reference/schema.hpp"

namespace trapphus::scenarios {

namespace {

using Json = nlohmann::ordered_json;

Json object_of(const FieldInfo& field, const TextOf& text_of) {
  Json object = {{"key", field.key}, {"shape", engine::word_of(kShapes, field.shape)}};
  if (field.type != nullptr) object["type"] = field.type->name;
  if (field.table != nullptr) object["table"] = field.table->name;
  object["required"] = field.required();
  if (!field.required()) object["fallback"] = text_of(id_or_value(field.fallback));
  object["meaning"] = text_of({field.meaning});
  object["dated"] = field.dated;
  return object;
}

Json object_of(const TableInfo& table, const TextOf& text_of) {
  Json fields = Json::array();
  for (const auto& field : table.fields) fields.push_back(object_of(field, text_of));
  return {{"name", text_of(table.called())}, {"about", text_of(table.about())}, {"fields", std::move(fields)}};
}

Json object_of(const TypeInfo& type, const TextOf& text_of) {
  Json object = {{"name", text_of(called(type))},
                 {"unit", *type.unit == '\0' ? "" : text_of(id_or_value(type.unit))},
                 {"range", text_of(id_or_value(type.range))},
                 {"example", type.example},
                 {"number", type.number}};
  if (const auto values = values_of(type); !values.empty()) object["values"] = values;
  return object;
}

/// The enumerations whose words the page reads in results and in the tables.
Json enumerations() {
  return {{"StageKind", engine::words_of(models::kStageKinds)},   {"MoveKind", engine::words_of(models::kMoveKinds)},
          {"EventKind", engine::words_of(models::kEventKinds)},   {"CauseKind", engine::words_of(models::kCauseKinds)},
          {"Narrow", engine::words_of(models::kNarrowKinds)},     {"LeverKind", engine::words_of(models::kLeverKinds)},
          {"SavingKind", engine::words_of(models::kSavingKinds)}, {"Shape", engine::words_of(kShapes)}};
}

}  // namespace

std::string fields_json(const TextOf& text_of) {
  Json tables = Json::object(), types = Json::object();
  for (const TableInfo* table : all_tables()) tables[table->name] = object_of(*table, text_of);
  for (const TypeInfo* type : all_types()) types[type->name] = object_of(*type, text_of);
  return Json{{"root", "scenario"},
              {"tables", std::move(tables)},
              {"types", std::move(types)},
              {"enumerations", enumerations()}}
      .dump();
}

}  // namespace trapphus::scenarios
