// SPDX-License-Identifier: MIT
#include "output/group_part.hpp"

#include <catch2/catch.hpp>

#include "output/summary.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using namespace trapphus::tests;
using Catch::Contains;

namespace {
std::string groups() {
  const auto results = sample_results();
  return groups_part(sample_scenario(), results, headline(sample_scenario(), results));
}
}  // namespace

TEST_CASE("the measures that groups have stand by group, if there is more than one") {
  CHECK_THAT(groups(), Contains("By group\n"));
  CHECK_THAT(groups(), Catch::Matches("[^]*Households in acute housing +families +households +9.8 ±0.3 +4.88 ±0.16\n"
                                      " +singles +households +9.8 ±0.3 +4.88 ±0.16\n[^]*"));
  auto results = sample_results();
  results.groups.pop_back();
  CHECK(groups_part(sample_scenario(), results, headline(sample_scenario(), results)) == "");
}

TEST_CASE("what groups do not have, or have nothing of, takes no line by group") {
  CHECK_THAT(groups(), !Contains("Turnover") && !Contains("Days to a home"));
}
