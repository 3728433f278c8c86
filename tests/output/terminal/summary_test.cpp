// SPDX-License-Identifier: MIT
#include "output/terminal/summary.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "models/runs/headline.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/terminal/summary_parts.hpp"
#include "output/terminal/text_table.hpp"
#include "tests/output/sample_results.hpp"
#include "tests/output/words.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
using Catch::Contains;

namespace {

std::string printed_summary() {
  return summary(sample_scenario(), sample_results(), kEnglish);
}
}  // namespace

TEST_CASE("the summary says what was run") {
  CHECK_THAT(printed_summary(), Contains("Små hem i Hässelby\n2011-09 to 2014-08, 10 replications, seed 7\n"));
}

TEST_CASE("the summary has measures in words with interval and unit, a column for each alternative") {
  CHECK_THAT(printed_summary(), Contains("Zero alternative") && Contains("Projektet"));
  CHECK_THAT(printed_summary(),
             Catch::Matches("[^]*Households in acute housing +households +19.5 ±0.6 +9.8 ±0.3\n[^]*"));
  CHECK_THAT(printed_summary(), Contains("600 000 ±10 000"));
}

TEST_CASE("shares are shown in per cent, and their differences in points") {
  CHECK_THAT(printed_summary(), Catch::Matches("[^]*Homeless again within 12 months +% +2.1 ±1.0[^]*"));
  CHECK_THAT(printed_summary(), Contains("%-points"));
}

TEST_CASE("the paired difference to the first alternative is shown with its sign") {
  CHECK_THAT(printed_summary(), Contains("Difference to Zero alternative") && Contains("-6.8 ±1.2"));
}

TEST_CASE("cost and saving of the whole period are in million SEK") {
  // 36 months of 600 000 SEK are 21.6 MSEK; of 263 000 (243 000 to 283 000) 9.468 MSEK, half-width 0.72.
  CHECK_THAT(printed_summary(), Contains("36 months") && Contains("21.6 ±0.4"));
  CHECK_THAT(printed_summary(), Catch::Matches("[^]*Projektet +10.80 ±0.18 +\\+9.5 ±0.7\n[^]*"));
}

TEST_CASE("other assumptions stand beside the scenario's own") {
  CHECK_THAT(printed_summary(), Contains("as in the scenario") && Contains("Low inflow"));
  CHECK_THAT(printed_summary(), Contains("+3.6 ±0.7"));
}

TEST_CASE("a summary's tables of measures keep within 100 columns, however many alternatives there are") {
  auto scenario = sample_scenario();
  auto results = sample_results();
  for (const char* name : {"third", "fourth", "fifth", "sixth"}) {
    results.alternatives.push_back(results.alternatives[1]);
    results.alternatives.back().name = name;
    results.alternatives.back().label = {};
    results.differences.push_back(results.differences[0]);
    results.differences.back().name = name;
  }
  scenario.alternatives.resize(results.alternatives.size(), scenario.alternatives[1]);
  std::istringstream lines(summary(scenario, results, kEnglish));
  for (std::string line; std::getline(lines, line) && line.rfind("Difference to Zero alternative under", 0) != 0;) {
    INFO(line);
    CHECK(display_width(line) <= kWidthWithGroups);
  }
}

TEST_CASE("observations stand beside the simulation, and those outside the interval are marked") {
  CHECK_THAT(
      printed_summary(),
      Catch::Matches("[^]*all +2011-09 to 2011-12 +Projektet +households +19.5 +20.4 \\(17.5 to 23.3\\) +yes\n[^]*"));
  CHECK_THAT(printed_summary(),
             Catch::Matches(
                 "[^]*families +2011-09 to 2011-12 +Projektet +households +30.25 +20.4 \\(17.5 to 23.3\\) +NO\n[^]*"));
}

TEST_CASE("what was changed by hand stands at the top, with what it was") {
  auto scenario = sample_scenario();
  CHECK_THAT(summary(scenario, sample_results(), kEnglish), !Contains("by hand"));
  scenario.inputs[0].was = "600 SEK/day";
  scenario.inputs[1].was = "";
  const std::string text = summary(scenario, sample_results(), kEnglish);
  CHECK_THAT(text, Contains("seed 7\nChanged by hand: stages.hotel.price = 585 SEK/day (changed from 600 SEK/day); "
                            "groups.families.debts = 50 % (set by hand)\n"));
}

TEST_CASE("the check line says how far the kernels agree") {
  CHECK(check_line(sample_results().check, kEnglish) == "checked against SimGrid 3.32: same 18231 events");
  auto check = sample_results().check;
  check.whole = false;
  check.until = sample_scenario().to;
  CHECK_THAT(check_line(check, kEnglish), Contains("same 18231 events (up to 2014-09-01;"));
  check.crowded = 50'000;
  CHECK_THAT(check_line(check, kEnglish),
             Contains("same 18231 events, but only up to 2014-09-01") && Contains("more than 50000 things"));
  check.ran = false;
  CHECK_THAT(check_line(check, kEnglish), Contains("not checked against SimGrid: more than 50000 things"));
  check.ran = true;
  check.equal = false;
  check.difference = "singles 3 enters training an hour later";
  CHECK(check_line(check, kEnglish) ==
        "SimGrid 3.32 DOES NOT AGREE after 18231 events: singles 3 enters training an hour later");
  CHECK(check_line({}, kEnglish) == "not checked against SimGrid");
}

TEST_CASE("an interrupted run says so at once") {
  auto results = sample_results();
  results.complete = false;
  CHECK_THAT(summary(sample_scenario(), results, kEnglish), Contains("INCOMPLETE"));
}

TEST_CASE("the scenario's headline decides what is shown, and unknown measures do no harm") {
  auto scenario = sample_scenario();
  scenario.headline = {"returns", "nonsense", "turnover.*", "returns"};
  CHECK(trapphus::models::headline(scenario, sample_results()) == std::vector<std::size_t>{3, 2});
}

TEST_CASE("an observation that is only believed has a star") {
  auto results = sample_results();
  CHECK_THAT(summary(sample_scenario(), results, kEnglish),
             !Contains("not measured") && Contains("Measured in reality, beside"));
  results.observations[0].observation.assumption = "no trend";
  CHECK_THAT(summary(sample_scenario(), results, kEnglish),
             Contains(" 19.5* ") && Contains("* an assumption, not measured\n") &&
                 !Contains("Measured in reality, beside") && Contains("Measured in reality and assumed (*)"));
}

TEST_CASE("a run with one alternative has no comparison") {
  auto results = sample_results();
  results.alternatives.pop_back();
  results.differences.clear();
  results.cases.clear();
  results.observations.clear();
  const auto alone = summary(sample_scenario(), results, kEnglish);
  CHECK_THAT(alone, !Contains("Difference") && !Contains("saved") && !Contains("reality"));
  CHECK_THAT(alone, Contains("21.6 ±0.4"));
}

TEST_CASE("results that lack values are shown with dashes") {
  auto results = sample_results();
  for (auto& alternative : results.alternatives) alternative.all.values.clear();
  for (auto& difference : results.differences) difference.all.clear();
  results.observations[0].low = std::numeric_limits<double>::quiet_NaN();
  CHECK_THAT(summary(sample_scenario(), results, kEnglish), Contains(" -\n"));
  CHECK(alternative_label(results, "unknown", kEnglish) == "unknown");
}

TEST_CASE("the summary is in Swedish for those who read Swedish, numbers and labels too") {
  const auto printed = summary(sample_scenario(), sample_results(), kSwedish);
  for (const char* text :
       {"upprepningar, slumptalsfrö", "enhet", "Nollalternativ", "Hushåll i akutboende", "9,8 ±0,3", "kr/månad",
        "Medelvärden ± halva bredden av deras 95 % konfidensintervall.", "Skillnad mot ", "Per grupp", "mnkr",
        "Vad som håller hushållen tillbaka", "Uppmätt i verkligheten, bredvid simuleringen", "prognosintervall",
        "kontrollerad mot SimGrid 3.32: samma 18231 händelser"}) {
    CHECK_THAT(printed, Contains(text));
  }
}
