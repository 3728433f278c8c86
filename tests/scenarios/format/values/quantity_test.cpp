// SPDX-License-Identifier: MIT
#include "scenarios/format/values/quantity.hpp"

#include <catch2/catch.hpp>

#include "tests/scenarios/support.hpp"

#include "scenarios/format/values/units.hpp"

namespace trapphus::scenarios {
namespace {

using models::Money;
using models::Per;

template <class Parse>
std::string mistake(Parse parse, const std::string& text) {
  try {
    static_cast<void>(parse(text));
  } catch (const Mistake& found) {
    return testing::kEnglish(found.phrase());
  }
  return "no mistake";
}

TEST_CASE("numbers are read as people write them") {
  CHECK(parse_number("2.9") == 2.9);
  CHECK(parse_number("2,9") == 2.9);
  CHECK(parse_number("0,125") == 0.125);
  CHECK(parse_number("16 500") == 16500);
  CHECK(parse_number("1 234 567,5") == 1234567.5);
  CHECK(parse_number("16\u00a0500") == 16500);
  CHECK(parse_number("16\u2009500") == 16500);
  CHECK(parse_number("16\u202f500") == 16500);
  CHECK(parse_number("1e3") == 1000);
  CHECK(parse_number("1E-2") == 0.01);
  CHECK(parse_number("1e+2") == 100);
  CHECK(parse_number("1e-999") == 0);
  CHECK(parse_number("-0") == 0);
}

TEST_CASE("what is no number, or not one number, is a mistake") {
  for (const char* text : {"", "x", "nan", ".NaN", ".inf", "-.Inf", "infinity", "12 34", "1.2.3", "1 2345", "-1",
                           "\u22121", "1e400", "3 weeks", "16,500", "1..2"}) {
    INFO(text);
    CHECK_THROWS_AS(parse_number(text), Mistake);
  }
  CHECK(mistake(parse_number, "") == "nothing is no number; expected a number without a unit");
  CHECK(mistake(parse_number, "-1") == "`-1` is negative; expected a number without a unit");
  CHECK(mistake(parse_number, "12 34") ==
        "`12 34` is not one number; expected a number without a unit, "
        "with spaces between thousands and one decimal sign");
  CHECK_THAT(mistake(parse_number, " +3 "), Catch::StartsWith("`+3` has a sign."));
}

TEST_CASE("what is thousands to some and decimals to others is a mistake, with comma and with point") {
  for (const char* text : {"12.500 kr/mån", "12,500 kr/mån", "16.585 kr/dygn", "12.500,50 kr/mån", "1.250.000 kr/mån",
                           "12'500 kr/mån", "12 500:-/mån", "1.000 SEK/day"}) {
    INFO(text);
    CHECK_THROWS_AS(parse_price(text), Mistake);
  }
  CHECK(mistake(parse_price, "12.500 kr/mån") ==
        "`12.500 kr/mån` can be read in two ways; write 12 500 for thousands, or 12.5 for decimals");
  CHECK(mistake(parse_price, "1,000 kr/mån") ==
        "`1,000 kr/mån` can be read in two ways; write 1 000 for thousands, or 1.0 for decimals");
  CHECK(mistake(parse_rate, "2.125/year") ==
        "`2.125/year` can be read in two ways; write 2 125 for thousands, or 2.1250 for decimals");
  CHECK(parse_rate("2.1250/year").per_year() == Approx(2.125));
  // A thousand units would silently be one.
  CHECK_THROWS_AS(parse_count("1.000"), Mistake);
  CHECK_THROWS_AS(parse_money("1.500 kr"), Mistake);
  CHECK_THROWS_AS(parse_duration("1.500 days"), Mistake);
  CHECK_THROWS_AS(parse_hours("1.500 h"), Mistake);
  CHECK_THROWS_AS(parse_number("12.000"), Mistake);
  CHECK_THROWS_AS(parse_number("1,500"), Mistake);
  CHECK(parse_number("1.50") == 1.5);
  // A year of work has more than a thousand hours, and a week more than a thousand minutes.
  CHECK(mistake(parse_hours_a_week, "1.600 timmar/år") ==
        "`1.600 timmar/år` can be read in two ways; write 1 600 for thousands, or 1.6 for decimals");
  CHECK_THROWS_AS(parse_hours_a_week("1,600 h/year"), Mistake);
  CHECK_THROWS_AS(parse_hours_a_week("1.200 min/week"), Mistake);
  CHECK(parse_hours_a_week("1 600 timmar/år") == Approx(1600 * 7 / 365.25));
}

TEST_CASE("words of Swedish for units are understood in capitals as well") {
  CHECK(parse_share("20 procent").value() == 0.2);
  CHECK(parse_rate("8 procent/år").per_year() == Approx(0.08));
  CHECK(parse_money("500 kronor") == Money::kronor(500));
  CHECK(parse_price("500 KR/MÅN").per == models::Per::Month);
  CHECK(parse_price("500 kr/ÅR").per == models::Per::Year);
  CHECK(parse_duration("3 nätter") == 3 * engine::kDay);
  CHECK_THROWS_AS(parse_share("20 procentenheter"), Mistake);
}

TEST_CASE("three decimals are decimals where there are no thousands") {
  CHECK(parse_rate("0.125/year").per_year() == Approx(0.125));
  CHECK(parse_price("12 500.125 MSEK/year").amount == Money::kronor(12'500'125'000));
  CHECK(parse_price("1.5 kr/dygn").amount == Money::ore(150));
  CHECK(parse_price("12.50 kr/dygn").amount == Money::ore(1250));
  CHECK(parse_price("1234.125 MSEK/year").amount == Money::kronor(1'234'125'000));
  CHECK(parse_share("12.345 %").value() == Approx(0.12345));
  CHECK(parse_hours_a_week("2.125 h/week") == 2.125);
  CHECK(unambiguous("2.125") == "2.1250");
  CHECK(unambiguous("0.125") == "0.125");
  CHECK(unambiguous("1250.125") == "1250.125");
  CHECK(unambiguous("12") == "12");
}

TEST_CASE("counts are whole and at most a million") {
  CHECK(parse_count("76") == 76);
  CHECK(parse_count("1 000 000") == 1'000'000);
  CHECK_THROWS_AS(parse_count("1 000 001"), Mistake);
  CHECK_THROWS_AS(parse_count("7.5"), Mistake);
}

TEST_CASE("a seed may be as large as 64 bits hold") {
  CHECK(parse_seed("18446744073709551615") == 18446744073709551615ULL);
  CHECK_THROWS_AS(parse_seed("18446744073709551616"), Mistake);
  CHECK_THROWS_AS(parse_seed("-1"), Mistake);
  CHECK_THROWS_AS(parse_seed("1.5"), Mistake);
}

TEST_CASE("shares are per cent or parts of one") {
  CHECK(parse_share("20 %").value() == 0.2);
  CHECK(parse_share("12,5%").value() == 0.125);
  CHECK(parse_share("0.3").value() == 0.3);
  CHECK(parse_share("100 %").value() == 1);
  for (const char* text : {"1.1", "101 %", "20 SEK", "-1 %"}) CHECK_THROWS_AS(parse_share(text), Mistake);
}

TEST_CASE("rates are events per time") {
  CHECK(parse_rate("30/year").per_year() == Approx(30));
  CHECK(parse_rate("30 per year").per_year() == Approx(30));
  CHECK(parse_rate("1 a month").per_year() == Approx(12));
  CHECK(parse_rate("8 %/year").per_year() == Approx(0.08));
  CHECK(parse_rate("1,5 / vecka").per_second() == Approx(1.5 / 604800));
  CHECK(parse_rate("0").per_year() == 0);
  CHECK(mistake(parse_rate, "30") == "`30` has no unit; expected how often, such as 30/year, 1.5/week or 8 %/year");
  CHECK(mistake(parse_rate, "3/wek") == "`3/wek`: there is no unit `wek`; did you mean `week`?");
  for (const char* text : {"30 SEK/year", "30 %", "3/fortnights", "1e9/day"})
    CHECK_THROWS_AS(parse_rate(text), Mistake);
}

TEST_CASE("a year is 365.25 days and a month a twelfth of it") {
  CHECK(parse_duration("1 year") == engine::kYear);
  CHECK(parse_duration("1 month") == engine::kMonth);
  CHECK(parse_duration("14 days") == 14 * engine::kDay);
  CHECK(parse_duration("3 veckor") == 3 * engine::kWeek);
  CHECK(parse_duration("2 h") == std::chrono::hours(2));
  CHECK(parse_duration("30 min") == std::chrono::minutes(30));
  CHECK(parse_duration("0").count() == 0);
  CHECK(parse_seconds("1,5 år") == 1.5 * 31557600);
  for (const char* text : {"3", "3 weeks/year", "1001 years", "3 SEK"}) CHECK_THROWS_AS(parse_duration(text), Mistake);
}

TEST_CASE("work is counted in hours") {
  CHECK(parse_hours("14 h") == 14);
  CHECK(parse_hours("90 min") == 1.5);
  CHECK(parse_hours("0") == 0);
  for (const char* text : {"2 days", "14", "2e8 h"}) CHECK_THROWS_AS(parse_hours(text), Mistake);
}

TEST_CASE("hours a week are at most the week's 168") {
  CHECK(parse_hours_a_week("39.5 h/week") == 39.5);
  CHECK(parse_hours_a_week("1 h/day") == Approx(7));
  CHECK(parse_hours_a_week("0") == 0);
  for (const char* text : {"169 h/week", "2 h", "2 days/week", "2 h/min"})
    CHECK_THROWS_AS(parse_hours_a_week(text), Mistake);
}

TEST_CASE("money becomes whole ore") {
  CHECK(parse_money("620 000 SEK") == Money::kronor(620'000));
  CHECK(parse_money("1.7 MSEK") == Money::kronor(1'700'000));
  CHECK(parse_money("0,1 SEK") == Money::ore(10));
  CHECK(parse_money("12 tkr") == Money::kronor(12'000));
  CHECK(parse_money("0") == Money());
  for (const char* text : {"5", "5 weeks", "0.005 SEK", "2e12 SEK", "-5 SEK"})
    CHECK_THROWS_AS(parse_money(text), Mistake);
}

TEST_CASE("a price says for how long") {
  CHECK(parse_price("16 500 SEK/month") == models::Price{Money::kronor(16'500), Per::Month});
  CHECK(parse_price("550 kr/dygn") == models::Price{Money::kronor(550), Per::Day});
  CHECK(parse_price("550 SEK per night") == models::Price{Money::kronor(550), Per::Day});
  CHECK(parse_price("100 SEK/week").per == Per::Week);
  CHECK(parse_price("620 000 SEK/year").per == Per::Year);
  CHECK(parse_price("0").amount == Money());
  for (const char* text : {"550", "550 SEK", "550 SEK/h", "550 days", "550 SEK/yaer", "1.005 SEK/day"}) {
    CHECK_THROWS_AS(parse_price(text), Mistake);
  }
}

TEST_CASE("yes and no are understood in English, Swedish and YAML") {
  for (const char* text : {"yes", "Yes", "true", "ja"}) CHECK(parse_yes_no(text));
  for (const char* text : {"no", "NO", "false", "nej"}) CHECK_FALSE(parse_yes_no(text));
  CHECK_THROWS_AS(parse_yes_no("maybe"), Mistake);
}

TEST_CASE("units of other kinds are none of time or money") {
  CHECK_FALSE(seconds_in("SEK").has_value());
  CHECK_FALSE(kronor_in("week").has_value());
  CHECK(seconds_in("Week") == 604800);
}

}  // namespace
}  // namespace trapphus::scenarios
