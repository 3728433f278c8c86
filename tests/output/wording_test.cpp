// SPDX-License-Identifier: MIT
#include "output/wording.hpp"

#include <catch2/catch.hpp>

#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using trapphus::models::Time;
using namespace std::chrono;

TEST_CASE("a thing is called by its English label, else the Swedish, else its name") {
  CHECK(called({"Hotell", "Hotel"}, "h") == "Hotel");
  CHECK(called({"Hotell", ""}, "h") == "Hotell");
  CHECK(called({"", ""}, "h") == "h");
}

TEST_CASE("measures are told in words with the labels of what they are about") {
  const auto scenario = trapphus::tests::sample_scenario();
  const auto words = [&](const char* measure) { return in_words(measure, first_settings(scenario)); };
  CHECK(words("households.acute") == "Households in acute housing");
  CHECK(words("households.training") == "Households: Träningslägenhet");
  CHECK(words("waiting.housing_search") == "Wait for a place: Housing search");
  CHECK(words("stay.training.p90") == "Days in Träningslägenhet, 9 of 10 at most");
  CHECK(words("stay.training.p50") == "Days in Träningslägenhet, median");
  CHECK(words("days_to_home.mean") == "Days to a home, mean");
  CHECK(words("moves.hotel.own_home") == "Moves: Hotel to Own home");
  CHECK(words("turnover.training") == "Turnover: Träningslägenhet");
  CHECK(words("turnover.training.moveouts") == "Move-outs: Träningslägenhet");
  CHECK(words("turnover.training.takeovers") == "Takeovers: Träningslägenhet");
  CHECK(words("utilisation.project") == "Staff time in use: project");
  CHECK(words("blocked.pool:training") == "Wait for: a free unit, Träningslägenhet");
  CHECK(words("blocked.vacancy:project") == "Wait for: a filled post, project");
  CHECK(words("blocked.rule") == "Wait for: a condition to be met");
}

TEST_CASE("a measure that nobody has heard of keeps its name") {
  const auto scenario = trapphus::tests::sample_scenario();
  CHECK(in_words("unheard.of", first_settings(scenario)) == "unheard.of");
  CHECK(in_words("unheard", first_settings(scenario)) == "unheard");
  CHECK(in_words("stay.x.p17", first_settings(scenario)) == "Days in x, p17");
}

TEST_CASE("shares are shown as per cent") {
  CHECK(shown("share").text == "%");
  CHECK(shown("share").factor == 100);
  CHECK(shown("days").factor == 1);
}

TEST_CASE("whole months are told as months, anything else as days with the last one included") {
  const auto day = [](int y, unsigned m, unsigned d) {
    return Time(sys_days(year(y) / month(m) / std::chrono::day(d)));
  };
  CHECK(dates(day(2011, 9, 1), day(2012, 1, 1)) == "2011-09 to 2011-12");
  CHECK(dates(day(2011, 9, 1), day(2011, 10, 1)) == "2011-09");
  CHECK(dates(day(2011, 9, 1), day(2011, 12, 31)) == "2011-09-01 to 2011-12-30");
  CHECK(trapphus::output::months(day(2011, 9, 1), day(2014, 9, 1)) == 36);
  CHECK(trapphus::output::months(day(2011, 9, 1), day(2011, 9, 16)) == Approx(15 / 30.4375));
}
