// SPDX-License-Identifier: MIT
#include "output/terminal/comparison.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "output/terminal/text_table.hpp"
#include "tests/output/sample_comparison.hpp"
#include "tests/output/sample_results.hpp"
#include "tests/output/words.hpp"

using namespace trapphus;
using namespace trapphus::output;
using Catch::Contains;
using Catch::Matches;
using trapphus::tests::kEnglish;
using trapphus::tests::kSwedish;

namespace {

std::string printed_comparison(const models::Comparison& comparison = tests::sample_comparison(),
                               const Words& words = kEnglish) {
  return comparison_text(comparison, {}, words);
}
}  // namespace

TEST_CASE("a share of four tenants is shown with the interval that four tenants have") {
  CHECK_THAT(printed_comparison(), Contains("95 (75 to 100)") && Contains("85 (76 to 94)") && Contains("Four of four"));
  CHECK_THAT(printed_comparison(), Contains("400 000 (396 000 to 404 000)") && Contains("95 % confidence interval"));
}

TEST_CASE("a row that rests on an assumption has a star, and a footnote says which") {
  CHECK_THAT(printed_comparison(),
             Contains("Lund *") && !Contains("Malmö *") &&
                 Contains("* Rests on an assumption:\nLund: staff.team.caseload = 3 (visits are shared)\n"));
  auto sourced = tests::sample_comparison();
  sourced.rows[0].assumed.clear();
  CHECK_THAT(printed_comparison(sourced), !Contains("*"));
}

TEST_CASE("ranks stand with their probability, and it says when they cannot be told apart") {
  CHECK_THAT(printed_comparison(),
             Contains("1 (70 %)") && Contains("2 (60 %)") && Contains("No two of them can be told apart"));
  auto some = tests::sample_comparison();
  some.columns[0].pairs = 91;
  some.columns[0].told_apart = 12;
  CHECK_THAT(printed_comparison(some), Contains("Mostly they cannot be told apart: in 79 of 91 pairs"));
  some.columns[0].told_apart = 80;
  CHECK_THAT(printed_comparison(some), !Contains("cannot be told apart"));
  some.rows[0].values[0]->shared = true;
  CHECK_THAT(printed_comparison(some), Contains("1= (70 %)"));
}

TEST_CASE("counts and costs are given by size, as far as the size is known") {
  CHECK_THAT(printed_comparison(), Matches("[^]*Malmö +10 000 ±100 +50 000 ±500 +1 1[0-9]+ ±1[0-9]\n[^]*") &&
                                       Matches("[^]*Lund \\* +- +- +-\n[^]*"));
  auto shares = tests::sample_comparison();
  shares.columns.pop_back();
  for (auto& row : shares.rows) row.values.pop_back();
  CHECK_THAT(printed_comparison(shares), !Contains("By size"));
}

TEST_CASE("what the definition does and what the work does stand side by side") {
  CHECK_THAT(printed_comparison(),
             Matches("[^]*Malmö +not_given_notice +84 \\(72 to 92\\) +85 +85 +\\+0 \\(\\+0 to \\+0\\) +-5 "
                     "\\(-6 to -4\\)\n[^]*") &&
                 Matches("[^]*Lund \\* +not_evicted +100 +97 +95 +\\+2 \\(\\+1 to \\+3\\) +\\+5 [^]*"));
  auto asked = tests::sample_comparison();
  asked.common_chosen = true;
  CHECK_THAT(printed_comparison(asked), Contains("as asked for") && !Contains("which most of them use"));
  asked.common.reset();
  CHECK_THAT(printed_comparison(asked), !Contains("by definition"));
}

TEST_CASE("a long name keeps its alternative, and what nobody knows has no column") {
  auto other = tests::sample_comparison();
  other.rows[0].scenario = "A team with a name that is far too long for any table";
  other.rows[0].alternative = "zero";
  other.rows[0].shown_with.emplace();
  CHECK_THAT(printed_comparison(other), Contains(": zero *") && Contains("inhabitants"));
  other.rows[1].profile.inhabitants.reset();
  CHECK_THAT(printed_comparison(other), !Contains("inhabitants") && Contains("landlords"));
}

TEST_CASE("what the rest is has a sentence: the work only of those whose rates are their own") {
  auto some = tests::sample_comparison();
  CHECK_THAT(printed_comparison(some), Contains("by work") && Contains("The rest is the work: all of them"));
  some.rows[1].rates = models::Rates::Shared;
  CHECK_THAT(printed_comparison(some), !Contains("by work") && Contains("by the rest") &&
                                           Contains("The rest is the work of Lund,") &&
                                           Contains("The rest is not the work of Malmö:") && Contains("are shared"));
  some.rows[0].rates = models::Rates::Assumed;
  CHECK_THAT(printed_comparison(some), Contains("not the work of Lund") && Contains("are assumed"));
  some.rows[0].rates = some.rows[1].rates;
  CHECK_THAT(printed_comparison(some), Contains("The rest is not the work of all of them"));
  for (auto& row : some.rows) row.rates = models::Rates::Own;
  some.equal_exposure = false;
  CHECK_THAT(printed_comparison(some), Contains("unequal time") && !Contains("by work"));
  CHECK_THAT(printed_comparison(some, kSwedish), Contains("av övrigt") && !Contains("av arbetet"));
}

TEST_CASE("measures that cannot be compared have no ranks, and it stands why") {
  auto unequal = tests::sample_comparison();
  unequal.equal_exposure = false;
  unequal.rows[1].exposure = 6;
  unequal.columns[0].comparable = false;
  CHECK_THAT(printed_comparison(unequal), Contains("No ranks are given for not_evicted") &&
                                              Contains("3.5 to 6.0 years") && !Contains("1 (70 %)") &&
                                              Contains("which compares at the same time"));
  unequal.columns.pop_back();
  for (auto& row : unequal.rows) row.values.pop_back();
  CHECK_THAT(printed_comparison(unequal), Contains("No ranks are given") && !Contains("likely right"));
}

TEST_CASE("what the organisations answer stands in the reader's language, equal answers together") {
  CHECK_THAT(printed_comparison(),
             Contains("Title of those who support the tenants\n- social worker (Lund, Malmö)\n") &&
                 Contains("- shared (Lund)\n- at most 10 (Malmö)\n") && !Contains("Is an education required?"));
  CHECK_THAT(printed_comparison(tests::sample_comparison(), kSwedish),
             Contains("Stödjarnas titel\n- socialsekreterare (Lund, Malmö)\n"));
}

TEST_CASE("scenarios, and what measures are about, have the names of the reader's language") {
  auto comparison = tests::sample_comparison();
  comparison.rows[1].label = {"Malmö boende", "Malmo housing"};
  comparison.columns[1].measure.name = "turnover.training";
  comparison.unfinished = {"Lund"};
  auto scenario = tests::sample_scenario();
  scenario.file = "survey/malmo.yaml";
  auto unfinished = scenario;
  unfinished.name = "Lund";
  unfinished.label = {"Lunds kommun", "City of Lund"};
  unfinished.file = "survey/lund.yaml";
  models::ComparedObservation observed;
  observed.result.observation.measure = observed.measure.name = "households.training";
  observed.measure.unit = "households";
  comparison.rows[1].observations.push_back(observed);
  const std::vector<models::ComparedScenario> scenarios{{scenario, ""}, {unfinished, ""}};
  const std::string sv = comparison_text(comparison, scenarios, kSwedish);
  CHECK_THAT(sv, Contains("Malmö boende") && Contains("Lunds kommun") && Contains("Träningslägenhet") &&
                     !Contains("training"));
  CHECK_THAT(comparison_text(comparison, scenarios, kEnglish), Contains("Malmo housing") && Contains("City of Lund"));
}

TEST_CASE("an interrupted comparison names what is missing") {
  auto cut = tests::sample_comparison();
  cut.unfinished = {"Karlstad", "Kristianstad"};
  CHECK_THAT(printed_comparison(cut), Contains("INCOMPLETE") && Contains("Karlstad, Kristianstad"));
}

TEST_CASE("a comparison of many measures stays within 110 columns") {
  auto wide = tests::sample_comparison();
  for (int i = 0; i < 10; ++i) {
    wide.columns.push_back(wide.columns[0]);
    for (auto& row : wide.rows) row.values.push_back(row.values[0]);
  }
  wide.rows[0].name = "A team with a name that is far too long for any table";
  std::istringstream lines(printed_comparison(wide));
  for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 110);
}

TEST_CASE("a comparison is in Swedish for those who read Swedish, what definitions mean as well") {
  CHECK_THAT(printed_comparison(tests::sample_comparison(), kSwedish),
             Contains("När perioden slutar") && Contains("Vad det blev") && Contains("Placering, 1 är bäst") &&
                 Contains("vräkt") && Contains("lägenheter/årsarbetare") && !Contains("the "));
}
