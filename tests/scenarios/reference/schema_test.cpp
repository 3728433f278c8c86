// SPDX-License-Identifier: MIT
#include "scenarios/reference/schema.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "scenarios/format/sections/scenario_table.hpp"
#include "scenarios/format/sections/tables.hpp"
#include "scenarios/format/yaml/document.hpp"
#include "scenarios/reading/load.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

using nlohmann::json;

void references(const json& node, std::set<std::string>& into) {
  if (node.is_object() && node.contains("$ref")) into.insert(node["$ref"].get<std::string>());
  for (const auto& child : node) {
    if (child.is_structured()) references(child, into);
  }
}

TEST_CASE("the schema is JSON, and all that it refers to is defined") {
  const json schema = json::parse(json_schema(kEnglish));
  CHECK(schema["$schema"] == "http://json-schema.org/draft-07/schema#");
  // A type and a table of the same name would hide one another.
  CHECK(schema["definitions"].size() == all_types().size() + all_tables().size() - 1);
  std::set<std::string> wanted;
  references(schema, wanted);
  CHECK(wanted.size() > 30);
  for (const auto& name : wanted) {
    INFO(name);
    CHECK(schema["definitions"].contains(name.substr(std::string("#/definitions/").size())));
  }
}

TEST_CASE("the schema's help is there in Swedish, and nothing else in it changes with the language") {
  const json english = json::parse(json_schema(kEnglish)), swedish = json::parse(json_schema(kSwedish));
  const json& fte = swedish["definitions"]["team"]["properties"]["fte"];
  CHECK(fte["description"] == "Årsarbetare. Med 0 stannar arbetet där det är. Enhet: ingen.");
  CHECK(fte["allOf"] == english["definitions"]["team"]["properties"]["fte"]["allOf"]);
  CHECK(swedish["definitions"].size() == english["definitions"].size());
}

TEST_CASE("the schema and the reference page have every key that the reader knows") {
  const json schema = json::parse(json_schema(kEnglish));
  const std::string page = fields_page(kEnglish);
  CHECK(all_tables().size() == 35);
  for (const TableInfo* table : all_tables()) {
    std::string name = table->name;
    std::ranges::replace(name, ' ', '_');
    const json& object = table->name == "scenario" ? schema : schema["definitions"][name];
    CHECK(page.find("\n## " + table->name + "\n") != std::string::npos);
    for (const auto& field : table->fields) {
      INFO(table->name + "." + field.key);
      CHECK(object["properties"].contains(field.key));
      CHECK(page.find("| `" + field.key + "`") != std::string::npos);
      CHECK_FALSE(field.meaning.empty());
    }
  }
}

TEST_CASE("the reference page gives type, unit, range, default and meaning") {
  const std::string page = fields_page(kEnglish);
  CHECK(page.find("| `fte` * | number | none | 0 or more | **required** | Full-time equivalents.") !=
        std::string::npos);
  CHECK(page.find("| `price` * | price, per group | SEK/day, SEK/week, SEK/month, SEK/year |") != std::string::npos);
}

TEST_CASE("the reference page is there in Swedish, with the same keys") {
  const std::string page = fields_page(kSwedish);
  CHECK(page.starts_with("# Scenarioformatet"));
  CHECK(page.find("| `fte` * | tal | ingen | 0 eller mer | **måste finnas** | Årsarbetare.") != std::string::npos);
  CHECK(page.find("| `stages` | namn, vart och ett med [steg](#steg) |") != std::string::npos);
  for (const TableInfo* table : all_tables()) {
    for (const auto& field : table->fields) CHECK(page.find("| `" + field.key + "`") != std::string::npos);
  }
}

TEST_CASE("the examples of all types are read by their own readers") {
  // Each type's example stands in the reference page; a wrong one would teach a mistake.
  Problems problems;
  Inputs inputs;
  Context context(problems, inputs);
  const auto reads = [&](const auto& value) {
    return read_value(context, Node::scalar(value.type->example, {}), value).has_value();
  };
  CHECK(reads(kRate));
  CHECK(reads(kDuration));
  CHECK(reads(kMoney));
  CHECK(reads(kPrice));
  CHECK(reads(kShare));
  CHECK(reads(kStay));
  CHECK(reads(kWork));
  CHECK(reads(kPersons));
  CHECK(reads(kHoursAWeek));
  CHECK(reads(kUsefulHoursAWeek));
  CHECK(reads(kDate));
  CHECK(reads(kLastDay));
  CHECK(reads(kPeriod));
  CHECK(reads(kWeekday));
  CHECK(reads(kSeed));
  CHECK(reads(kFraction));
  CHECK(reads(kAllocation));
  CHECK(reads(kWhenReached));
  CHECK(problems.empty());
}

}  // namespace
}  // namespace trapphus::scenarios::testing
