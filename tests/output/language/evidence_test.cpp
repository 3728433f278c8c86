// SPDX-License-Identifier: MIT
#include "output/language/evidence.hpp"

#include <catch2/catch.hpp>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/output/sample_results.hpp"
#include "tests/output/words.hpp"

using namespace trapphus;
using namespace trapphus::output;
using namespace trapphus::tests;
using Catch::Contains;

TEST_CASE("a check that stopped before the end is not called one of the whole run") {
  auto results = sample_results();
  const auto text = [&results] { return evidence_in_words(sample_scenario(), results, kEnglish); };
  CHECK_THAT(text(), Contains("Checked against SimGrid 3.32") && Contains("the same 18"));
  results.check.whole = false;
  results.check.until = sample_scenario().to;
  CHECK_THAT(text(), Contains("Checked up to 2014-09-01 against SimGrid 3.32") && Contains("was not checked"));
  results.check.ran = false;
  CHECK_THAT(text(), Contains("was not checked against"));
  results.check.crowded = 50'000;
  CHECK_THAT(text(), Contains("could not be checked against"));
}
