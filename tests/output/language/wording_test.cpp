// SPDX-License-Identifier: MIT
#include "output/language/wording.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using trapphus::models::Time;
using namespace std::chrono;

namespace {
const Words kEnglish(english()), kSwedish(*language_of("sv"));
}

TEST_CASE("what a household waits for is told with the label of what it is about, in the reader's language") {
  const auto scenario = trapphus::tests::sample_scenario();
  const auto cause = [&](const Words& words, const char* name) {
    return cause_in_words(words, name, first_settings(scenario));
  };
  CHECK(cause(kEnglish, "pool:training") == "a free unit, Träningslägenhet");
  CHECK(cause(kSwedish, "pool:training") == "en ledig plats, Träningslägenhet");
  CHECK(cause(kEnglish, "vacancy:project") == "a filled post, project");
  CHECK(cause(kEnglish, "service:housing_search") == "Housing search done");
  CHECK(cause(kEnglish, "rule") == "a condition to be met");
  CHECK(cause(kSwedish, "board") == "boråd");
  CHECK(cause(kSwedish, "unheard:of") == "unheard:of");
}

TEST_CASE("stages and groups are called by their label, else by their name") {
  auto settings = first_settings(trapphus::tests::sample_scenario());
  settings.groups[0].label = {"Barnfamiljer", "Families with children"};
  const std::string group = settings.groups[0].name;
  CHECK(group_in_words(kSwedish, group, settings) == "Barnfamiljer");
  CHECK(group_in_words(kEnglish, group, settings) == "Families with children");
  CHECK(group_in_words(kSwedish, "nobody", settings) == "nobody");
  CHECK(stage_in_words(kSwedish, "training", settings) == "Träningslägenhet");
}

TEST_CASE("shares are shown as per cent") {
  CHECK(shown(kEnglish, "share").text == "%");
  CHECK(shown(kEnglish, "share").factor == 100);
  CHECK(shown(kEnglish, "days").factor == 1);
}

TEST_CASE("units are short in a terminal, and of a difference of shares they are percentage points") {
  CHECK(shown(kEnglish, "SEK/month").text == "SEK/month");
  CHECK(shown(kSwedish, "SEK/month").text == "kr/månad");
  CHECK(shown(kSwedish, "per unit and year").text == "per lägenhet och år");
  CHECK(unit_of_difference(kEnglish, "share") == "%-points");
  CHECK(unit_of_difference(kSwedish, "share") == "procentenheter");
  CHECK(unit_of_difference(kSwedish, "days") == "dygn");
}

TEST_CASE("whole months are told as months, anything else as days with the last one included") {
  const auto day = [](int y, unsigned m, unsigned d) {
    return Time(sys_days(year(y) / month(m) / std::chrono::day(d)));
  };
  CHECK(dates(kEnglish, day(2011, 9, 1), day(2012, 1, 1)) == "2011-09 to 2011-12");
  CHECK(dates(kEnglish, day(2011, 9, 1), day(2011, 10, 1)) == "2011-09");
  CHECK(dates(kEnglish, day(2011, 9, 1), day(2011, 12, 31)) == "2011-09-01 to 2011-12-30");
  CHECK(dates(kSwedish, day(2011, 9, 1), day(2012, 1, 1)) == "2011-09 till 2011-12");
  CHECK(trapphus::output::months(day(2011, 9, 1), day(2014, 9, 1)) == 36);
  CHECK(trapphus::output::months(day(2011, 9, 1), day(2011, 9, 16)) == Approx(15 / 30.4375));
}
