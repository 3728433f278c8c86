// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "scenarios/format/values/quantity.hpp"

namespace trapphus::scenarios {
namespace {

using engine::Distribution;

Distribution hours(const std::string& text) {
  return parse_distribution(text, parse_hours);
}

TEST_CASE("a single value is constant and a range uniform") {
  CHECK(hours("3 h") == Distribution::constant(3));
  CHECK(hours("1-3 h") == Distribution::uniform(1, 3));
  CHECK(hours("1\u20133 h") == Distribution::uniform(1, 3));
  CHECK(hours("30 min - 3 h") == Distribution::uniform(0.5, 3));
  CHECK(hours("1 to 3 h") == Distribution::uniform(1, 3));
  CHECK(parse_distribution("1e-3 h", parse_hours) == Distribution::constant(0.001));
}

TEST_CASE("distributions are read by name, in the unit of each value") {
  CHECK(hours("constant(3 h)") == Distribution::constant(3));
  CHECK(hours("uniform(30 min, 3 h)") == Distribution::uniform(0.5, 3));
  CHECK(hours("triangular(1 h, 2 h, 4 h)") == Distribution::triangular(1, 2, 4));
  CHECK(hours("Exponential( 6 h )") == Distribution::exponential(6));
  CHECK(hours("gamma(14 h, 10 h)") == Distribution::gamma(14, 10));
  CHECK(hours("erlang(12 h, 3)") == Distribution::erlang(12, 3));
  CHECK(hours("lognormal(3 h, 2 h)") == Distribution::lognormal(3, 2));
  CHECK(hours("weibull(3 h, 2 h)") == Distribution::weibull(3, 2));
  CHECK(hours("empirical(1 h, 3 h, 3 h)") == Distribution::empirical({1, 3, 3}));
  CHECK(hours("gamma(1,5 h; 1,25 h)") == Distribution::gamma(1.5, 1.25));
  CHECK(parse_distribution("discrete(0 = 40 %, 1: 60 %)", parse_number) ==
        Distribution::discrete({{0, 0.4}, {1, 0.6}}));
}

TEST_CASE("impossible distributions are mistakes") {
  for (const char* text :
       {"gamma(14 h)", "gamma(14 h, 10 h, 2 h)", "gamma(14 h, 0 h)", "gamma(14, 10 h)", "uniform(3 h, 1 h)", "3-1 h",
        "gama(1 h, 2 h)", "gamma(1 h, 2 h", "erlang(12 h, 1.5)", "erlang(12 h, 0)", "discrete(1 h, 2 h)",
        "discrete(1 h = 50 %)", "empirical()", "gamma()", "1-", "gamma(1,5 h, 1 h)"}) {
    INFO(text);
    CHECK_THROWS_AS(hours(text), Mistake);
  }
}

TEST_CASE("a comma between two digits may be a decimal one, and is refused") {
  // The three values 0, 5 and 2, or 0.5 and 2.
  for (const char* text : {"empirical(0,5 h, 2 h)", "triangular(0,5 h, 12 h)", "gamma(14,5 h, 3 h)"}) {
    INFO(text);
    CHECK_THROWS_WITH(hours(text), "reader.distribution.comma");
  }
  CHECK(hours("empirical(0,5 h; 2 h)") == Distribution::empirical({0.5, 2}));
  CHECK(hours("empirical(1 h,3 h)") == Distribution::empirical({1, 3}));
  CHECK(hours("erlang(12 h,3)") == Distribution::erlang(12, 3));
  CHECK(parse_persons("empirical(1,1,4)") == Distribution::empirical({1, 1, 4}));
}

TEST_CASE("persons are whole") {
  CHECK(parse_persons("2") == Distribution::constant(2));
  CHECK(parse_persons("1-3") == Distribution::empirical({1, 2, 3}));
  CHECK(parse_persons("discrete(1=40 %, 2=60 %)").mean() == Approx(1.6));
  for (const char* text : {"1.5", "gamma(2, 1)", "3-1", "1-500"}) CHECK_THROWS_AS(parse_persons(text), Mistake);
}

}  // namespace
}  // namespace trapphus::scenarios
