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

TEST_CASE("the second date of a period counts, as every other end does") {
  const auto end = [](const char* text) { return to_string(parse_period(text).second); };
  CHECK(to_string(parse_period("2011-09 to 2014-08").first) == "2011-09-01");
  CHECK(end("2011-09 to 2014-08") == "2014-09-01");
  CHECK(end("2011-09 \u2013 2014-08") == "2014-09-01");
  CHECK(end("2020-01-01 to 2020-12-31") == "2021-01-01");
  CHECK(end("2020-01-01 to 2020-12") == "2021-01-01");
  CHECK(end("2020-01 to 2020-12-31") == "2021-01-01");
  CHECK(end("2020-01 to 2020-01") == "2020-02-01");
  CHECK(end("2020-01-15 to 2020-02-14") == "2020-02-15");
  CHECK(end("2020-01-15 to 2020-03-01") == "2020-03-02");
  CHECK(end("2020-06-01 to 2020-06-01") == "2020-06-02");
}

TEST_CASE("from the first of a month to the first of a later one there are whole months") {
  const auto [from, to] = parse_period("2011-09-01 to 2014-09-01");
  CHECK(to_string(from) == "2011-09-01");
  CHECK(to_string(to) == "2014-09-01");
  CHECK(excludes_last_day("2011-09-01 to 2014-09-01"));
  CHECK(excludes_last_day("2011-09 to 2014-09-01"));
  for (const char* text : {"2011-09 to 2014-08", "2011-09-01 to 2014-08-31", "2011-09-02 to 2014-09-01",
                           "2011-09-01 to 2014-09", "2011-09-01 to 2011-09-01"}) {
    INFO(text);
    CHECK_FALSE(excludes_last_day(text));
  }
}

TEST_CASE("dates that do not exist are mistakes") {
  for (const char* text : {"2012-02-30", "2011-02-29", "2012-13", "2012-00-01", "2012-06-00", "12-06-01", "2012/06/01",
                           "2012-6-1", "2012", "2012-06-01 08:00", "1800-01-01", "2300-01-01", "", "-012-01-01"}) {
    INFO(text);
    CHECK_THROWS_AS(parse_date(text), Mistake);
  }
  for (const char* text : {"2012-06-01", "2012-06-02 to 2012-06-01", "2013-01-01 to 2012-01-01", "a to b"}) {
    CHECK_THROWS_AS(parse_period(text), Mistake);
  }
}

}  // namespace
}  // namespace trapphus::scenarios
