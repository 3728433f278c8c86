// SPDX-License-Identifier: MIT
#include "output/terminal/lost_part.hpp"

#include <catch2/catch.hpp>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/output/sample_results.hpp"
#include "tests/output/words.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
using Catch::Contains;

TEST_CASE("what holds clients back is told by stage, group and cause, and adds up") {
  CHECK_THAT(lost_part(sample_scenario(), sample_results(), kEnglish), Contains("What holds clients back"));
  CHECK_THAT(lost_part(sample_scenario(), sample_results(), kEnglish),
             Catch::Matches("[^]*Hotel +families +a free unit, Träningslägenhet +830 ±130 +420 ±70\n[^]*"));
  CHECK_THAT(lost_part(sample_scenario(), sample_results(), kEnglish),
             Catch::Matches("[^]*outside, not let in yet +singles +a free unit, Träningslägenhet +400 ±100 "
                            "+200 ±50\nall together +1 234 +617\n[^]*"));
}

TEST_CASE("of many causes the greatest are told, and how much the others are together") {
  auto results = sample_results();
  auto& lost = results.alternatives[0].lost;
  for (int i = 1; i <= 6; ++i)
    lost.push_back({"hotel", "singles", "service:s" + std::to_string(i), {10.0 * i, 9.0 * i, 11.0 * i, 10}});
  const auto text = lost_part(sample_scenario(), results, kEnglish);
  CHECK_THAT(text, Contains("s6 done") && Contains("s3 done") && !Contains("s2 done"));
  CHECK_THAT(text, Catch::Matches("[^]*all others +30 +0\n[^]*"));
  results.alternatives[0].lost.clear();
  results.alternatives[1].lost.clear();
  CHECK(lost_part(sample_scenario(), results, kEnglish) == "");
}

TEST_CASE("what holds clients back is told in Swedish too") {
  CHECK_THAT(
      lost_part(sample_scenario(), sample_results(), kSwedish),
      Catch::Matches("[^]*de bor i +grupp +och väntar på[^]*Hotell? +[^ ]+ +en ledig plats, Träningslägenhet[^]*") &&
          Contains("Vad som håller hushållen tillbaka") && Contains("utanför, ännu inte inne") &&
          Contains("alla tillsammans"));
}
