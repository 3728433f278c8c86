// SPDX-License-Identifier: MIT
#include "output/language/terminal_number.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "tests/output/words.hpp"

using namespace trapphus::output;
using trapphus::tests::kEnglish;
using trapphus::tests::kSwedish;

namespace {
constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
}  // namespace

TEST_CASE("an exact number is the shortest that reads back the same") {
  CHECK(exact(0.1) == "0.1");
  CHECK(exact(-0.0) == "0");
  CHECK(exact(100000) == "100000");
  CHECK(exact(1e-9) == "1e-09");
  CHECK(exact(kUndefined).empty());
  CHECK(exact(std::numeric_limits<double>::infinity()).empty());
  std::mt19937_64 random(1);
  std::lognormal_distribution<double> values(0, 8);
  for (int i = 0; i < 1000; ++i) {
    const double value = values(random);
    REQUIRE(std::stod(exact(value)) == value);
  }
}

TEST_CASE("thousands are set apart by a space") {
  CHECK(grouped(16500, 0) == "16 500");
  CHECK(grouped(999, 0) == "999");
  CHECK(grouped(-1234567.891, 2) == "-1 234 567.89");
  CHECK(grouped(100000, 1) == "100 000.0");
}

TEST_CASE("negative decimals round to tens and hundreds") {
  CHECK(grouped(16543, -2) == "16 500");
  CHECK(grouped(-49, -2) == "0");
  CHECK(grouped(1963000, -4) == "1 960 000");
}

TEST_CASE("what rounds to zero has no minus") {
  CHECK(grouped(-0.004, 2) == "0.00");
}

TEST_CASE("a figure shows no more digits than its interval carries") {
  CHECK(decimals_for(0.62) == 1);
  CHECK(decimals_for(0.213) == 2);
  CHECK(decimals_for(213) == -1);
  CHECK(decimals_for(4000) == -3);
  CHECK(with_interval(kEnglish, 19.5234, 18.9034, 20.1434) == "19.5 (18.9 to 20.1)");
  CHECK(with_interval(kEnglish, 16543, 16130, 16956) == "16 500 (16 100 to 17 000)");
}

TEST_CASE("a difference carries its sign") {
  CHECK(with_interval(kEnglish, 3.2, -1.0, 7.4, Sign::Both) == "+3 (-1 to +7)");
  CHECK(with_interval(kEnglish, -6.8, -8.0, -5.6, Sign::Both) == "-6.8 (-8.0 to -5.6)");
  CHECK(with_interval(kEnglish, 0, 0, 0, Sign::Both) == "0 (0 to 0)");
  CHECK(with_interval(kEnglish, 2, 2, 2, Sign::Both) == "+2 (+2 to +2)");
}

TEST_CASE("a value that does not exist is a dash, one without an interval says so") {
  CHECK(with_interval(kEnglish, kUndefined, kUndefined, kUndefined) == "-");
  CHECK(with_interval(kEnglish, 512.34, 508.1, kUndefined) == "at least 512");
  CHECK(with_half_width(kEnglish, 512.34, 508.1, kUndefined) == "at least 512");
  // What is left of a sum that cancels is no width.
  CHECK(with_interval(kEnglish, 379.25, 379.25 - 1e-13, kUndefined) == "at least 379");
  CHECK(with_interval(kEnglish, 379.25, 379.25 - 1e-13, 379.25 + 1e-13) == "379 (379 to 379)");
  CHECK(with_interval(kEnglish, 3.14159, kUndefined, kUndefined) == "3.14 (no interval)");
}

TEST_CASE("figures without an interval keep three significant digits") {
  CHECK(plain(30.25) == "30.2");
  CHECK(plain(12) == "12");
  CHECK(plain(12345.6) == "12 346");
  CHECK(plain(0.5) == "0.5");
  CHECK(plain(-0.126) == "-0.126");
  CHECK(plain(kUndefined) == "-");
}

TEST_CASE("figures from reality keep the digits they were written with") {
  CHECK(as_written(30.25) == "30.25");
  CHECK(as_written(337000) == "337 000");
  CHECK(as_written(-0.1) == "-0.1");
  CHECK(as_written(2.0 / 3) == "0.6667");
  CHECK(as_written(kUndefined) == "-");
}

TEST_CASE("in a table half the width of the interval stands behind the figure") {
  CHECK(with_half_width(kEnglish, 19.5234, 18.9034, 20.1434) == "19.5 ±0.6");
  CHECK(with_half_width(kEnglish, 1124000, 1117000, 1131000) == "1 124 000 ±7 000");
  CHECK(with_half_width(kEnglish, -6.8, -8.0, -5.6, Sign::Both) == "-6.8 ±1.2");
  CHECK(with_half_width(kEnglish, 3.2, -1.0, 7.4, Sign::Both) == "+3 ±4");
  CHECK(with_half_width(kEnglish, 2, 2, 2, Sign::Both) == "+2 ±0");
  CHECK(with_half_width(kEnglish, 6500, 6500 - 1e-10, 6500 + 1e-10, Sign::Both) == "+6 500 ±0");
  CHECK(with_half_width(kEnglish, kUndefined, kUndefined, kUndefined) == "-");
}

TEST_CASE("an interval that is wider on one side is told by both its ends") {
  CHECK(with_half_width(kEnglish, 1.0, 0.4, 1.0) == with_interval(kEnglish, 1.0, 0.4, 1.0));
}

TEST_CASE("a terminal shows Swedish figures as Swedish writes them, and English ones in the program's own form") {
  CHECK(grouped(kEnglish, -1234.5, 1) == "-1 234.5");
  CHECK(grouped(kSwedish, -1234.5, 1) == "\u22121\u00a0234,5");
  CHECK(plain(kSwedish, 0.126) == "0,126");
  CHECK(plain(kSwedish, kUndefined) == "-");
  CHECK(as_written(kSwedish, 337000) == "337\u00a0000");
  CHECK(with_interval(kSwedish, 19.5234, 18.9034, 20.1434) == "19,5 (18,9 till 20,1)");
  CHECK(with_half_width(kSwedish, 19.5234, 18.9034, 20.1434, Sign::Both) == "+19,5 ±0,6");
  CHECK(with_interval(kSwedish, 3.14159, kUndefined, kUndefined) == "3,14 (inget intervall)");
}
