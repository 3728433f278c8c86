// SPDX-License-Identifier: MIT
#include "output/language/saving_words.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "models/runs/results.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;

namespace {
const Words kEnglish(english()), kSwedish(*language_of("sv"));
}

TEST_CASE("what is told on payback has the median month, its range and the probability with its interval") {
  auto payback = trapphus::tests::sample_results().savings.at(0).cost.payback;
  CHECK(payback_line("The project", payback, kEnglish) ==
        "The project: has paid for itself by 2012-06 (median; 9 of 10 between 2012-02 and later);\n  by 2014-08 with "
        "probability 90 % (80 to 95 %)");
  CHECK(payback_line("Projektet", payback, kSwedish) ==
        "Projektet: har betalat sig senast 2012-06 (median; 9 av 10 mellan 2012-02 och senare);\n  senast 2014-08 med "
        "sannolikheten 90 % (80 till 95 %)");
  payback.median.reset();
  CHECK_THAT(payback_line("It", payback, kEnglish),
             Catch::Contains("not paid for itself in half of the replications;\n  by 2014"));
}

TEST_CASE("what never pays for itself is told so, and what is not known too") {
  auto payback = trapphus::tests::sample_results().savings.at(0).cost.payback;
  payback.probability = 0;
  CHECK(payback_line("It", payback, kEnglish) == "It: has not paid for itself by 2014-08 in any replication");
  payback.probability = std::numeric_limits<double>::quiet_NaN();
  CHECK(payback_line("It", payback, kEnglish) == "It: whether it pays for itself is not known");
}
