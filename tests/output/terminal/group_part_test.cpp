// SPDX-License-Identifier: MIT
#include "output/terminal/group_part.hpp"

#include <catch2/catch.hpp>

#include "models/runs/headline.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
using Catch::Contains;

namespace {
const Words kEnglish(english()), kSwedish(*language_of("sv"));
}

namespace {
std::string groups() {
  const auto results = sample_results();
  return groups_part(sample_scenario(), results, trapphus::models::headline(sample_scenario(), results), kEnglish);
}
}  // namespace

TEST_CASE("the measures that groups have stand by group, if there is more than one") {
  CHECK_THAT(groups(), Contains("By group\n"));
  CHECK_THAT(groups(), Catch::Matches("[^]*Households in acute housing +families +households +9.8 ±0.3 +4.88 ±0.16\n"
                                      " +singles +households +9.8 ±0.3 +4.88 ±0.16\n[^]*"));
  auto results = sample_results();
  results.groups.pop_back();
  CHECK(groups_part(sample_scenario(), results, trapphus::models::headline(sample_scenario(), results), kEnglish) ==
        "");
}

TEST_CASE("what groups do not have, or have nothing of, takes no line by group") {
  CHECK_THAT(groups(), !Contains("Turnover") && !Contains("Days to a home"));
}

TEST_CASE("groups are called by their label in the reader's language") {
  auto scenario = sample_scenario();
  scenario.alternatives[0].epochs[0].settings.groups[0].label = {"Barnfamiljer", "Families with children"};
  const auto results = sample_results();
  CHECK_THAT(groups_part(scenario, results, trapphus::models::headline(scenario, results), kEnglish),
             Contains("Families with children"));
  CHECK_THAT(groups_part(scenario, results, trapphus::models::headline(scenario, results), kSwedish),
             Catch::Matches("Per grupp\n[^]*Hushåll i akutboende +Barnfamiljer +hushåll[^]*"));
}
