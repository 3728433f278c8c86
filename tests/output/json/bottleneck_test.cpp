// SPDX-License-Identifier: MIT
#include "output/json/bottleneck.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/output/sample_bottleneck.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
using nlohmann::json;

TEST_CASE("the JSON of bottleneck: changes ranked, with effect, cost and price") {
  const json root = json::parse(bottleneck_json(sample_scenario(), sample_bottleneck()));
  CHECK(root["trapphus"] == 1);
  CHECK(root["command"] == "bottleneck");
  CHECK(root["alternative"] == "project");
  CHECK(root["measure"] == json({{"name", "homes"}, {"unit", "per year"}, {"more_is_better", true}}));
  CHECK(root["as_it_is"]["measure"] == json({{"mean", 51.0}, {"low", 50.0}, {"high", 52.0}}));
  REQUIRE(root["changes"].size() == 4);
  const json& first = root["changes"][0];
  CHECK(first["path"] == "stages.training.units");
  CHECK(first["step"] == 1);
  CHECK(first["cost"]["mean"] == -5000);
  CHECK(first["helps"] == true);
  CHECK(root["changes"][2]["distinguishable"] == false);
  CHECK(root["changes"][2]["price"]["mean"].is_null());
  CHECK(root["changes"][3]["distinguishable"] == true);
  CHECK(root["changes"][3]["helps"] == false);
}

TEST_CASE("the JSON of bottleneck: market, the best two, lost days, limits") {
  const json root = json::parse(bottleneck_json(sample_scenario(), sample_bottleneck()));
  CHECK(root["market"]["effect"]["mean"] == 4);
  CHECK(root["together"]["paths"] == json({"stages.training.units", "staff.project.fte"}));
  CHECK(root["together"]["interaction"]["low"] == 0.4);
  CHECK(root["lost"][2]["stage"].is_null());
  CHECK(root["limits"][0]["greatest_homes_per_year"].is_null());
  CHECK(root["limits"][1]["bottleneck"] == json({"stage training (76 units)"}));
  auto without = sample_bottleneck();
  without.market.reset();
  without.together.reset();
  const json less = json::parse(bottleneck_json(sample_scenario(), without));
  CHECK(less["market"].is_null());
  CHECK(less["together"].is_null());
}
