// SPDX-License-Identifier: MIT
#include "output/json/parts.hpp"
#include "models/runs/results.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>

using namespace trapphus::output;

TEST_CASE("a number that is none, and an empty text, are null") {
  CHECK(number_json(2.5) == 2.5);
  CHECK(number_json(std::numeric_limits<double>::quiet_NaN()).is_null());
  CHECK(number_json(std::numeric_limits<double>::infinity()).is_null());
  CHECK(text_or_null("").is_null());
  CHECK(text_or_null("a") == "a");
  CHECK(estimate_json({1, 0.5, std::numeric_limits<double>::quiet_NaN(), 3}).dump() ==
        R"({"mean":1.0,"low":0.5,"high":null})");
}

TEST_CASE("JSON from outside is read to 64 values in each other, and never deeper") {
  const auto nested = [](std::size_t depth, const std::string& open, const std::string& close) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += "1";
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text;
  };
  for (const auto& [open, close] : {std::pair("[", "]"), std::pair("{\"a\":", "}"), std::pair("[{\"[\":", "}]")}) {
    const std::size_t values = open[1] == '{' ? 2 : 1;
    CHECK(parsed_json(nested(64 / values, open, close)).dump() == nested(64 / values, open, close));
    CHECK_THROWS_AS(parsed_json(nested(64 / values + 1, open, close)), NestedTooDeeply);
    CHECK_THROWS_AS(parsed_json(nested(1'000'000, open, close)), NestedTooDeeply);
    CHECK_THROWS_AS(parsed_json(nested(1'000'000, open, "")), NestedTooDeeply);
  }
  CHECK_THROWS_AS(parsed_json("{"), nlohmann::json::parse_error);
  CHECK(parsed_json(R"({"text":"[[[[{{{{"})").at("text") == "[[[[{{{{");
}

TEST_CASE("lost days are a list of rows, outside is no stage") {
  CHECK(lost_json({{"", "singles", "pool:training", {2, 1, 3, 4}}}).dump() ==
        R"([{"stage":null,"group":"singles","cause":"pool:training","days":2.0,"low":1.0,"high":3.0}])");
  CHECK(lost_json({}).dump() == "[]");
}
