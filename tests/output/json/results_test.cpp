// SPDX-License-Identifier: MIT
#include "output/json/results.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
using nlohmann::json;

namespace {
json parsed_results() {
  return json::parse(results_json(sample_scenario(), sample_results()));
}
}  // namespace

TEST_CASE("the JSON contract: what was run") {
  json root = parsed_results();
  CHECK(root["trapphus"] == 1);
  CHECK(root["scenario"] == json({{"name", "Små hem i Hässelby"},
                                  {"label", {{"sv", ""}, {"en", ""}}},
                                  {"file", "scenarios/sample.yaml"},
                                  {"sha256", "0123abcd"}}));
  CHECK(root["seed"] == 7);
  CHECK(root["replications"] == 10);
  CHECK(root["complete"] == true);
  json& check = root["check"];
  CHECK(check["kernel"] == "simgrid");
  CHECK(check["version"] == "3.32");
  CHECK(check["events"] == 18231);
  CHECK(check["equal"] == true);
}

TEST_CASE("the JSON contract: measures of alternatives and groups") {
  json root = parsed_results();
  json& zero = root["alternatives"]["zero"];
  CHECK(zero["measures"]["households.acute"] ==
        json({{"mean", 19.52}, {"low", 18.9}, {"high", 20.14}, {"unit", "households"}}));
  CHECK(zero["groups"]["families"]["measures"]["cost.total"]["mean"] == 300000);
  CHECK_FALSE(zero["groups"]["families"]["measures"].contains("turnover.training"));
  CHECK(zero["measures"].contains("turnover.training"));
}

TEST_CASE("the JSON contract: days lost by stage, group and cause, who waits outside has no stage") {
  json lost = parsed_results()["alternatives"]["zero"]["lost"];
  REQUIRE(lost.size() == 2);
  CHECK(lost[0] == json({{"stage", "hotel"},
                         {"group", "families"},
                         {"cause", "pool:training"},
                         {"days", 834.0},
                         {"low", 700.0},
                         {"high", 968.0}}));
  CHECK(lost[1]["stage"].is_null());
}

TEST_CASE("the JSON contract: series, differences") {
  json root = parsed_results();
  json& monthly = root["alternatives"]["project"]["monthly"]["households.acute"];
  CHECK(monthly["from"] == "2011-09");
  CHECK(monthly["values"] == json({10, 9.55, 9.125}));
  CHECK(root["differences"].size() == 1);
  CHECK(root["differences"]["project"]["cost.total"] ==
        json({{"mean", -263000.0}, {"low", -283000.0}, {"high", -243000.0}, {"unit", "SEK/month"}}));
  CHECK(root["differences_by_group"]["project"]["singles"]["households.acute"]["mean"] == -6.8);
}

TEST_CASE("the JSON contract: observations") {
  json observations = parsed_results()["observations"];
  REQUIRE(observations.size() == 2);
  CHECK(observations[0] == json({{"measure", "households.acute"},
                                 {"group", nullptr},
                                 {"from", "2011-09-01"},
                                 {"to", "2011-12-31"},
                                 {"alternative", "project"},
                                 {"observed", 19.5},
                                 {"simulated", 20.4},
                                 {"low", 17.5},
                                 {"high", 23.3},
                                 {"source", "the report"},
                                 {"assumption", nullptr}}));
  CHECK(observations[1]["group"] == "families");
}

TEST_CASE("cases stand beside the alternatives") {
  json low = parsed_results()["cases"]["low"];
  CHECK(low["label"]["en"] == "Low inflow");
  CHECK(low["differences"]["project"]["cost.total"]["mean"] == -100000);
  CHECK(low["alternatives"]["zero"]["measures"]["homes"]["mean"] == Approx(45.9));
}

TEST_CASE("a value that does not exist is null") {
  CHECK(parsed_results()["alternatives"]["zero"]["measures"]["days_to_home.mean"]["mean"].is_null());
  CHECK(parsed_results()["alternatives"]["zero"]["tertial"]["households.acute"]["values"][1].is_null());
}

TEST_CASE("without a check, whether the kernels agree is unknown, half a check says how far it got") {
  auto results = sample_results();
  results.check.whole = false;
  results.check.until = sample_scenario().to;
  CHECK(json::parse(results_json(sample_scenario(), results))["check"]["until"] == "2014-09-01");
  CHECK(json::parse(results_json(sample_scenario(), results))["check"]["limit"] == "events");
  results.check.crowded = 50'000;
  CHECK(json::parse(results_json(sample_scenario(), results))["check"]["limit"] == "actors");
  results.check = {};
  CHECK(json::parse(results_json(sample_scenario(), results))["check"]["equal"].is_null());
}

TEST_CASE("a name that is not UTF-8 does not cost the results") {
  auto scenario = sample_scenario();
  scenario.file = "a\xff.yaml";
  CHECK(json::parse(results_json(scenario, sample_results()))["seed"] == 7);
}

TEST_CASE("the greatest seed survives the way through JSON, and the same results give the same bytes") {
  auto results = sample_results();
  results.seed = 18446744073709551615U;
  const auto text = results_json(sample_scenario(), results);
  CHECK(json::parse(text)["seed"] == 18446744073709551615U);
  CHECK(text == results_json(sample_scenario(), results));
}

TEST_CASE("the JSON contract: payback and cumulative saving of each difference") {
  json root = parsed_results();
  CHECK(root["payback"]["project"]["cost"] == json({{"by", "2014-08"},
                                                    {"probability", 0.9},
                                                    {"low", 0.8},
                                                    {"high", 0.9 + 0.05},
                                                    {"median", "2012-06"},
                                                    {"p5", "2012-02"},
                                                    {"p95", nullptr}}));
  CHECK(root["payback"]["project"]["with_grants"]["probability"] == 0.92);
  json& saving = root["cumulative_saving"]["project"]["acute"];
  CHECK(saving["from"] == "2011-09");
  CHECK(saving["values"] == json({-1000.0, 500.0, 9000000.0}));
  CHECK(saving["p5"] == json({-2000.0, -200.0, 0.0}));
  CHECK(root["saving_by_payer"]["project"]["district"] == json({{"mean", 5e6}, {"low", 4e6}, {"high", 6e6}}));
}
