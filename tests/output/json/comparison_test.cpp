// SPDX-License-Identifier: MIT
#include "output/json/comparison.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/output/sample_comparison.hpp"

using namespace trapphus::output;
using nlohmann::json;

TEST_CASE("the JSON of a comparison: a row a scenario, its measures by name") {
  const json root = json::parse(comparison_json(trapphus::tests::sample_comparison()));
  CHECK((root["trapphus"] == 1 && root["kind"] == "comparison"));
  CHECK((root["seed"] == 7 && root["replications"] == 200 && root["definition"] == "not_given_notice"));
  REQUIRE(root["rows"].size() == 2);
  const json& lund = root["rows"][0];
  CHECK((lund["scenario"] == "Lund" && lund["file"] == "survey/lund.yaml" && lund["alternative"] == "scenario"));
  CHECK((lund["apartments"] == 4 && lund["fte"] == 2 && lund["inhabitants"].is_null()));
  CHECK(lund["assumed"] ==
        json::parse(R"([{"path": "staff.team.caseload", "value": "3", "assumption": "visits are shared"}])"));
  const json& kept = lund["measures"]["retention.not_evicted"];
  CHECK((kept["mean"] == 0.95 && kept["low"] == 0.93 && kept["high"] == 0.97 && kept["unit"] == "share"));
  CHECK((kept["prediction_low"] == 0.75 && kept["prediction_high"] == 1));
  CHECK((kept["rank"] == 1 && kept["rank_probability"] == 0.7));
  CHECK_FALSE(kept.contains("per_apartment"));
  CHECK_FALSE(lund["measures"].contains("cost.total"));
  CHECK(
      (root["columns"][0]["pairs"] == 1 && root["columns"][0]["tied"] == 0.4 && root["columns"][1]["tied"].is_null()));
}

TEST_CASE("the JSON of a comparison: counts and costs by size, and what definition and work do") {
  const json root = json::parse(comparison_json(trapphus::tests::sample_comparison()));
  const json& malmo = root["rows"][1];
  const json& cost = malmo["measures"]["cost.total"];
  CHECK((cost["per_apartment"] == 10'000 && cost["per_fte"] == 50'000));
  CHECK(cost["per_1000_inhabitants"].get<double>() == Approx(400'000 / 340.0));
  CHECK(malmo["own"]["observed"] == json::parse(R"({"value": 0.84, "low": 0.72, "high": 0.92, "of": 50})"));
  CHECK((malmo["own"]["definition"] == "not_given_notice" && malmo["own"]["by_work"]["mean"] == -0.05));
  CHECK((malmo["own"]["by_rest"]["mean"] == -0.05 && malmo["rates"] == "own" && malmo["exposure_years"] == 3.5));
  CHECK((root["columns"][0]["comparable"] == true && root["equal_exposure"] == true));
  CHECK(malmo["answers"]["caseload"] == json::parse(R"({"sv": "högst 10", "en": "at most 10"})"));
  CHECK_FALSE(malmo["answers"].contains("education"));
  auto shared = trapphus::tests::sample_comparison();
  shared.rows[1].rates = trapphus::models::Rates::Shared;
  CHECK(json::parse(comparison_json(shared))["rows"][1]["own"]["by_work"]["mean"].is_null());
  CHECK((root["rows"][0]["own"]["observed"]["low"].is_null() && root["rows"][0]["own"]["observed"]["of"].is_null()));
  auto without = trapphus::tests::sample_comparison();
  without.rows[0].retention.reset();
  CHECK(json::parse(comparison_json(without))["rows"][0]["own"].is_null());
}
