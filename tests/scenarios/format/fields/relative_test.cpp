// SPDX-License-Identifier: MIT
#include "scenarios/format/fields/relative.hpp"

#include <catch2/catch.hpp>

#include "scenarios/format/fields/values.hpp"
#include "scenarios/format/values/quantity.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios {
namespace {

template <class M>
std::string after(const Value<M>& type, const std::string& value, const std::string& change) {
  try {
    return changed(*type.type, value, change);
  } catch (const Mistake& mistake) {
    return testing::kEnglish(mistake.phrase());
  }
}

TEST_CASE("a percentage is one of what holds, whatever its unit") {
  CHECK(after(kRate, "60/year", "+10 %") == "66/year");
  CHECK(after(kRate, "8 %/year", "-25 %") == "6 %/year");
  CHECK(after(kNumber, "2.9", "+100 %") == "5.8");
  CHECK(after(kShare, "20 %", "+10 %") == "22 %");
  CHECK(after(kShare, "0.2", "-50%") == "0.1");
  CHECK(after(kHoursAWeek, "39,5 h/week", "-10 %") == "35.55 h/week");
  CHECK(after(kDuration, "3 weeks", "+50 %") == "4.5 weeks");
  CHECK(after(kPrice, "16 500 SEK/month", "+10 %") == "18150 SEK/month");
  CHECK(after(kCount, "20", "+10 %") == "22");
  CHECK(after(kRate, "60/year", "\u221210 %") == "54/year");
}

TEST_CASE("a number with its unit is added, in the unit of what holds") {
  CHECK(after(kNumber, "2.9", "-0.5") == "2.4");
  CHECK(after(kCount, "10", "+2") == "12");
  CHECK(after(kPrice, "16 500 SEK/month", "+200 kr/mån") == "16700 SEK/month");
  CHECK(after(kPrice, "2 tkr/month", "+200 SEK/month") == "2.2 tkr/month");
  CHECK(after(kMoney, "1.7 MSEK", "- 50 000 SEK") == "1.65 MSEK");
  CHECK(after(kDuration, "1 year", "+6 months") == "1.5 year");
  CHECK(after(kStay, "14 months", "-2 months") == "12 months");
  CHECK(after(kShare, "20 %", "+5 pp") == "25 %");
  CHECK(after(kShare, "20 %", "-5 procentenheter") == "15 %");
  CHECK(after(kShare, "0.2", "+0.05") == "0.25");
  CHECK(after(kRate, "8 %/year", "+2 %/year") == "10 %/year");
  CHECK(after(kPrice, "0", "+200 SEK/month") == "200 SEK/month");
  CHECK(after(kNumber, "0.3", "-0.3") == "0");
  // 52 weeks of 7 days are 364 of 365.25 days.
  CHECK(parse_rate(after(kRate, "12/year", "+1/week")).per_year() == Approx(12 + 365.25 / 7));
}

TEST_CASE("a distribution is changed in all its times, and keeps its family") {
  CHECK(after(kStay, "gamma(14 months, 8 months)", "+50 %") == "gamma(21 months, 12 months)");
  CHECK(after(kStay, "1-3 years", "-50 %") == "0.5 years to 1.5 years");
  CHECK(after(kStay, "erlang(14 months; 2)", "-50 %") == "erlang(7 months; 2)");
  CHECK(after(kWork, "discrete(4 h = 40 %, 10 h = 60 %)", "+50 %") == "discrete(6 h = 40 %, 15 h = 60 %)");
  CHECK(parse_distribution(after(kStay, "lognormal(1,5 months; 2 months)", "+10 %"), parse_seconds).mean() ==
        Approx(1.65 * 2629800));
}

TEST_CASE("money stays in whole ore, and counts stay whole") {
  CHECK(after(kPrice, "333.33 SEK/day", "+10 %") == "366.66 SEK/day");
  CHECK(after(kCount, "15", "+10 %") == "15 changed by +10 % is no whole number; write how many, such as +2");
  CHECK(after(kCount, "15", "+0.5") == "`0.5` is not whole; expected a whole number");
  CHECK(after(kCount, "1", "-2") == "1 changed by -2 is below zero");
  CHECK(after(kNumber, "0.3", "-0.5") == "0.3 changed by -0.5 is below zero");
  CHECK(after(kRate, "3/year", "-101 %") == "3/year changed by -101 % is below zero");
}

TEST_CASE("what cannot be changed so is refused, and never read otherwise") {
  CHECK_THAT(after(kStay, "gamma(14 months, 8 months)", "+1 month"), Catch::Contains("is no single number"));
  CHECK_THAT(after(kRate, "60/year", "+5"), Catch::StartsWith("`5` has no unit"));
  CHECK_THAT(after(kRate, "60/year", "+5 pp"), Catch::Contains("percentage points are added to shares"));
  CHECK_THAT(after(kPrice, "16 500 SEK/month", "+20 SEK/day"), Catch::Contains("another length of time"));
  CHECK_THAT(after(kPrice, "16 500 SEK/month", "+1.500 SEK/month"), Catch::Contains("can be read in two ways"));
  CHECK_THAT(after(kYesNo, "yes", "+1"), Catch::Contains("changes a number, and this is yes"));
}

TEST_CASE("a sign makes a change only before a number") {
  for (const char* text : {"+10 %", "-0.5", " +3", "\u22122", "- 5 h"}) CHECK(is_relative(text));
  for (const char* text : {"", "+", "10 %", "1-3 years", "-", "- x", "+x"}) CHECK_FALSE(is_relative(text));
}

}  // namespace
}  // namespace trapphus::scenarios
