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

TEST_CASE("lost days are a list of rows, outside is no stage") {
  CHECK(lost_json({{"", "singles", "pool:training", {2, 1, 3, 4}}}).dump() ==
        R"([{"stage":null,"group":"singles","cause":"pool:training","days":2.0,"low":1.0,"high":3.0}])");
  CHECK(lost_json({}).dump() == "[]");
}
