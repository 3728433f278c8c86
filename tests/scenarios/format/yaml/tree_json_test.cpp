// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "scenarios/format/yaml/tree_json.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

using Json = nlohmann::ordered_json;

Json tree(const std::string& text, const std::string& name = "plan.yaml") {
  Source source(name);
  source.text = text;
  return tree_json(ScenarioFile(source).tree());
}

Json value(const Json& node, const std::string& key) {
  for (const Json& entry : node["map"]) {
    if (entry[0] == key) return entry[2];
  }
  return {};
}

TEST_CASE("the tree has each value with its place, in characters, quoted or not") {
  const Json found = tree("trapphus: 1\nå: {ö: \"1\", b: [x, ~]}\n");
  CHECK(found["at"] == Json({"plan.yaml", 1, 1}));
  CHECK(value(found, "trapphus") == Json::parse(R"({"at": ["plan.yaml", 1, 11], "text": "1"})"));
  CHECK(found["map"][1][1] == Json({"plan.yaml", 2, 1}));
  const Json& inner = found["map"][1][2];
  CHECK(value(inner, "ö") == Json::parse(R"({"at": ["plan.yaml", 2, 8], "text": "1", "quoted": true})"));
  CHECK(inner["map"][1][1] == Json({"plan.yaml", 2, 13}));
  CHECK(value(inner, "b")["list"][0]["text"] == "x");
  CHECK(value(inner, "b")["list"][1]["null"] == true);
}

TEST_CASE("the tree is what the file and all that it extends say, each at its own place, and what a change put in") {
  const Json found = tree("extends: trapphus:examples/one_pool.yaml\nseed: 7\nchange: {replications: 9}\n");
  CHECK(value(found, "extends").is_null());
  CHECK(value(found, "seed")["at"] == Json({"plan.yaml", 2, 7}));
  CHECK(value(found, "stages")["at"][0] == "trapphus:examples/one_pool.yaml");
  CHECK(value(found, "replications")["text"] == "9");
  CHECK(value(found, "replications")["origin"] == "change");
  CHECK_FALSE(value(found, "seed").contains("origin"));
}

TEST_CASE("an invalid scenario has a tree, a text that is no YAML has none") {
  CHECK(value(tree("trapphus: 7\nstages: [a \\ b]\n"), "stages")["list"][0]["text"] == "a \\ b");
  CHECK_THROWS_AS(tree("a: b: c\n"), Invalid);
  CHECK_THROWS_AS(tree(""), Invalid);
}

TEST_CASE("the tree of a district is JSON of a size that can be sent at each keystroke") {
  const std::string text = tree_json(ScenarioFile("trapphus:hasselby/hasselby.yaml").tree()).dump();
  CHECK(Json::parse(text)["map"].size() > 10);
  CHECK(text.size() < 300'000);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
