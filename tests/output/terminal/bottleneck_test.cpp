// SPDX-License-Identifier: MIT
#include "output/terminal/bottleneck.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "output/terminal/summary_parts.hpp"
#include "output/terminal/text_table.hpp"
#include "tests/output/sample_bottleneck.hpp"
#include "tests/output/words.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
using namespace trapphus;
using Catch::Contains;
using Catch::Matches;

namespace {

std::string printed_bottleneck(const models::Bottleneck& bottleneck = sample_bottleneck(),
                               const Words& words = kEnglish) {
  auto scenario = sample_scenario();
  auto& settings = scenario.alternatives[0].epochs[0].settings;
  settings.stages[1].rent = {models::Money::kronor(6000), models::Per::Month};
  settings.teams[0].cost = {models::Money::kronor(600'000), models::Per::Year};
  return bottleneck_text(scenario, bottleneck, words);
}
}  // namespace

TEST_CASE("the answer comes first: the change, what it gives, and what it costs or saves") {
  CHECK_THAT(printed_bottleneck(),
             Contains("Projektet, 200 replications, seed 7") &&
                 Contains("Most for the money: +1 unit: Träningslägenhet.\n"
                          "Households that get a home: +1.20 ±0.20 per year, and saves 5 000 (4 000 to 6 000) SEK "
                          "a month.\n"));
  auto costly = sample_bottleneck();
  costly.ranked.erase(costly.ranked.begin());
  CHECK_THAT(printed_bottleneck(costly),
             Contains("Most for the money: +0.5 FTE: project.\n") &&
                 Contains("for 26 000 (25 000 to 27 000) SEK a month:\n160 000 (120 000 to 210 000) SEK for "
                          "each home."));
}

TEST_CASE("every change has its line: effect, cost, price, or why it has no price") {
  CHECK_THAT(printed_bottleneck(),
             Matches("[^]*\\+1 unit: Träningslägenhet +\\+1.20 ±0.20 +-5 000 ±1 000 +saves money\n[^]*"));
  CHECK_THAT(printed_bottleneck(),
             Matches("[^]*\\+0.5 FTE: project +\\+2.0 ±0.5 +\\+26 000 ±1 000 +160 \\(120 to 210\\)\n"
                     "[^]*"));
  CHECK_THAT(printed_bottleneck(),
             Matches("[^]*\\+1 unit allotted a year: Träningslägenhet [^\n]+not distinguishable\n[^]*"));
  CHECK_THAT(printed_bottleneck(), Contains("the wrong way") && Contains("nobody's to buy"));
}

TEST_CASE("beside it: the two best together, what households wait for, and the bound by theory") {
  CHECK_THAT(printed_bottleneck(), Contains("they need each other"));
  CHECK_THAT(printed_bottleneck(), Contains("Of 1 000 household-days a year lost in waiting\n"
                                            "   60 % wait for Housing search done\n"
                                            "   40 % wait for a free unit, Träningslägenhet\n"));
  CHECK_THAT(printed_bottleneck(),
             Contains("60 homes a year if nobody waits for units or staff, no limit at most") &&
                 Contains("55.5 at most\n(max-flow). Its bottleneck:\n  stage Träningslägenhet (76 units)\n"));
  auto apart = sample_bottleneck();
  apart.together->interaction = {-0.8, -1.2, -0.4, 200};
  CHECK_THAT(printed_bottleneck(apart), Contains("each takes a part of what the other gives"));
  apart.together->interaction = {0.1, -0.2, 0.4, 200};
  CHECK_THAT(printed_bottleneck(apart), Contains("as much as the two by themselves"));
}

TEST_CASE("a runner-up that may be as good is named") {
  CHECK_THAT(printed_bottleneck(), !Contains("these replications cannot tell"));
  auto close = sample_bottleneck();
  close.ranked[1].cost = {-100, -900, 700, 200};
  CHECK_THAT(printed_bottleneck(close),
             Contains("Whether “+0.5 FTE: project” is just as good, the simulations cannot tell."));
}

TEST_CASE("where no change can be told from none it says so, and whether the market is the answer") {
  auto none = sample_bottleneck();
  none.ranked = {none.ranked[2]};
  none.together.reset();
  CHECK_THAT(printed_bottleneck(none),
             Contains("No unit, post, allotment or budget of the scenario gives an effect that can be told") &&
                 !Contains("is the housing market"));
  none.lost = {{"hotel", "families", "market", {300, 280, 320, 200}}};
  CHECK_THAT(printed_bottleneck(none), Contains("What holds clients back is the housing market"));
  none.lost.clear();
  CHECK_THAT(printed_bottleneck(none), Contains("Nothing binds") && Contains("Nobody waits for anything."));
}

TEST_CASE("of a measure that should be small a price is for each less, and of a share for each point") {
  auto b = sample_bottleneck();
  b.measure = {"returns", "share", "Back within 12 months.", true, false, models::Better::Less};
  b.ranked = {{{models::LeverKind::Staff, 0, 0.5},
               {-0.02, -0.03, -0.01, 200},
               {26000, 25000, 27000, 200},
               {15'600'000, 10'400'000, 31'200'000, 200}}};
  CHECK_THAT(printed_bottleneck(b), Contains("-2.0 ±1.0 %-points") && Contains("each less\n") &&
                                        Contains("160 000 (100 000 to 310 000) SEK for each less %-point a year."));
}

TEST_CASE("of a measure that is neither better nor worse when greater the changes are called neither") {
  auto b = sample_bottleneck();
  b.measure.better = models::Better::Neither;
  CHECK_THAT(printed_bottleneck(b), Contains("whether more or less is better, the program cannot say") &&
                                        Contains("changes it most") && !Contains("Most for the money") &&
                                        !Contains("the wrong way"));
}

TEST_CASE("a change without a price in the scenario is named, since it seems to cost nothing") {
  CHECK_THAT(printed_bottleneck(), !Contains("No price in the scenario"));
  CHECK_THAT(
      bottleneck_text(sample_scenario(), sample_bottleneck(), kEnglish),
      Contains("No price in the scenario, so it seems to cost nothing: \"+1 unit: Träningslägenhet\", \"+0.5 FTE"));
}

TEST_CASE("where homelessness is prevented, homes are not all that counts") {
  CHECK_THAT(printed_bottleneck(), !Contains("--measure"));
  auto scenario = sample_scenario();
  scenario.alternatives[0].epochs[0].settings.groups[0].at_risk = models::AtRisk{};
  CHECK_THAT(bottleneck_text(scenario, sample_bottleneck(), kEnglish), Contains("see also --measure households.acute"));
  auto other = sample_bottleneck();
  other.measure.name = "households.acute";
  CHECK_THAT(bottleneck_text(scenario, other, kEnglish), !Contains("--measure"));
}

TEST_CASE("an interrupted search says so") {
  auto cut = sample_bottleneck();
  cut.complete = false;
  CHECK_THAT(printed_bottleneck(cut), Contains("INCOMPLETE"));
}

TEST_CASE("changes are told in words") {
  auto settings = sample_scenario().alternatives[0].epochs[0].settings;
  settings.ceilings.resize(1);
  settings.ceilings[0].name = "nights";
  CHECK(lever_in_words(kEnglish, models::Lever{models::LeverKind::Budget, 0, 0.1}, settings) == "+10 % budget: nights");
  CHECK(lever_in_words(kEnglish, models::Lever{models::LeverKind::Market, 0, 0.1}, settings) ==
        "+10 % offers on the housing market");
  CHECK(lever_in_words(kSwedish, models::Lever{models::LeverKind::Market, 0, 0.1}, settings) ==
        "+10 % erbjudanden på bostadsmarknaden");
}

TEST_CASE("the answer is in Swedish for those who read Swedish") {
  CHECK_THAT(printed_bottleneck(sample_bottleneck(), kSwedish),
             Contains("Mest för pengarna: +1 plats: Träningslägenhet.\n") &&
                 Contains("En ändring i taget, samma hushåll i alla: ") &&
                 Contains("hushållsdygn per år som går förlorade i väntan") &&
                 Contains("väntar på en ledig plats, Träningslägenhet") && Contains("Enligt teorin, från ") &&
                 !Contains("FTE"));
}
