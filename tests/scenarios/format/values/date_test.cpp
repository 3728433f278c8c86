// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "scenarios/format/values/quantity.hpp"

namespace trapphus::scenarios {
namespace {

using engine::to_string;

TEST_CASE("a month stands for its first day where something begins, and for its last where it ends") {
  CHECK(to_string(parse_date("2012-06-15")) == "2012-06-15");
  CHECK(to_string(parse_date("2012-06")) == "2012-06-01");
  CHECK(to_string(parse_last_day("2012-06-15")) == "2012-06-16");
  CHECK(to_string(parse_last_day("2012-12")) == "2013-01-01");
  CHECK(to_string(parse_last_day("2012-02-29")) == "2012-03-01");
}

TEST_CASE("a period ends when its second date begins") {
  const auto [from, to] = parse_period("2011-09-01 to 2014-09-01");
  CHECK(to_string(from) == "2011-09-01");
  CHECK(to_string(to) == "2014-09-01");
  CHECK(to_string(parse_period("2011-09 \u2013 2014-09").second) == "2014-09-01");
}

TEST_CASE("dates that do not exist are mistakes") {
  for (const char* text : {"2012-02-30", "2011-02-29", "2012-13", "2012-00-01", "2012-06-00", "12-06-01", "2012/06/01",
                           "2012-6-1", "2012", "2012-06-01 08:00", "1800-01-01", "2300-01-01", "", "-012-01-01"}) {
    INFO(text);
    CHECK_THROWS_AS(parse_date(text), Mistake);
  }
  for (const char* text : {"2012-06-01", "2012-06-01 to 2012-06-01", "2013-01-01 to 2012-01-01", "a to b"}) {
    CHECK_THROWS_AS(parse_period(text), Mistake);
  }
}

}  // namespace
}  // namespace trapphus::scenarios
