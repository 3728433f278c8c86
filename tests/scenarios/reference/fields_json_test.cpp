// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "scenarios/format/fields/make_field.hpp"
#include "scenarios/format/fields/values.hpp"
#include "scenarios/format/sections/tables.hpp"
#include "scenarios/reference/schema.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

using nlohmann::json;

json fields() {
  return json::parse(fields_json(kEnglish));
}

json field_of(const json& all, const std::string& table, const std::string& key) {
  for (const json& field : all["tables"][table]["fields"]) {
    if (field["key"] == key) return field;
  }
  return {};
}

TEST_CASE("a form can be made from the fields: all of them are there, and the types and tables that they name") {
  const json all = fields();
  CHECK(all["root"] == "scenario");
  CHECK(all["tables"].size() == all_tables().size());
  CHECK(all["types"].size() == all_types().size());
  for (const TableInfo* table : all_tables()) {
    const json& table_json = all["tables"][table->name];
    REQUIRE(table_json["fields"].size() == table->fields.size());
    for (const json& field : table_json["fields"]) {
      INFO(table->name << "." << field);
      CHECK((!field.contains("type") || all["types"].contains(field["type"].get<std::string>())));
      CHECK((!field.contains("table") || all["tables"].contains(field["table"].get<std::string>())));
      CHECK(field["required"].get<bool>() != field.contains("fallback"));
    }
  }
}

TEST_CASE("a field tells how it is written, what holds without it and whether it may change over time") {
  const json all = fields();
  CHECK(field_of(all, "team", "fte") == json::parse(R"({"key": "fte", "shape": "value", "type": "number",
    "required": true, "meaning": "Full-time equivalents. With 0 the work stops where it is.", "dated": true})"));
  const json support = field_of(all, "stage", "support");
  CHECK(support["shape"] == "table");
  CHECK(support["table"] == "support");
  CHECK(support["fallback"] == "none");
  CHECK_FALSE(support["dated"].get<bool>());
  CHECK(field_of(all, "stage", "price")["shape"] == "per_group");
  CHECK(field_of(all, "scenario", "moves")["shape"] == "rows");
  CHECK(field_of(all, "scenario", "stages")["shape"] == "named");
}

TEST_CASE("a type whose values can be listed lists them") {
  const json all = fields();
  CHECK(all["types"]["admission"]["values"] == json({"wait", "without"}));
  CHECK(all["types"]["yes or no"]["values"] == json({"yes", "no"}));
  CHECK(all["types"]["weekday"]["values"].size() == 7);
  CHECK_FALSE(all["types"]["rate"].contains("values"));
  CHECK(all["types"]["rate"]["number"] == true);
  CHECK(all["types"]["rate"]["example"] == "30/year");
}

TEST_CASE("the enumerations whose words stand in results are listed in the order of their values") {
  const json words = fields()["enumerations"];
  CHECK(words["StageKind"] == json({"placement", "apartment", "waiting", "exit"}));
  CHECK(words["MoveKind"] == json({"planned", "offer", "risk"}));
  CHECK(words["EventKind"].size() == 17);
  CHECK(words["EventKind"][0] == "at_risk");
  CHECK(words["EventKind"][16] == "gone");
  CHECK(words["CauseKind"] == json({"rule", "service", "vacancy", "support", "pool", "budget", "market", "board"}));
  CHECK(words["Narrow"] == json({"units", "support", "allotments", "service", "alone"}));
  CHECK(words["LeverKind"] == json({"units", "staff", "allotments", "budget", "market"}));
  CHECK(words["SavingKind"] == json({"cost", "with_grants", "acute"}));
}

TEST_CASE("in Swedish the names are the same, and what people read is Swedish") {
  const json all = json::parse(fields_json(kSwedish));
  const json english = fields();
  CHECK(all["tables"].size() == english["tables"].size());
  CHECK(all["tables"]["stage"]["name"] == "steg");
  const json fte = field_of(all, "team", "fte");
  CHECK(fte["type"] == "number");
  CHECK(fte["meaning"] == "Årsarbetare. Med 0 stannar arbetet där det är.");
  CHECK(field_of(all, "stage", "support")["fallback"] == "ingen");
  CHECK(all["types"]["rate"]["unit"] == "/dag, /vecka, /månad, /år");
  CHECK(all["types"]["admission"]["values"] == english["types"]["admission"]["values"]);
}

TEST_CASE("each listed value is read by its type's reader, and the schema has the same ones") {
  Problems problems;
  Inputs inputs;
  Context context(problems, inputs);
  const auto check = [&](const auto& value) {
    const json schema = json::parse(value.type->schema);
    const auto values = values_of(*value.type);
    CHECK(values.size() > 1);
    for (const auto& one : values) {
      INFO(value.type->name << ": " << one);
      CHECK(read_value(context, Node::scalar(one, {}), value).has_value());
    }
    if (schema.contains("enum")) CHECK(schema["enum"] == json(values));
  };
  check(kSign);
  check(kYesNo);
  check(kStageKind);
  check(kAllocation);
  check(kAdmission);
  check(kRepeat);
  check(kEnding);
  check(kDefinition);
  check(kCircumstance);
  check(kWhenReached);
  check(kWeekday);
  CHECK(problems.empty());
  const auto all = all_types();
  CHECK(std::ranges::count_if(all, [](const TypeInfo* type) { return !values_of(*type).empty(); }) == 11);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
