// SPDX-License-Identifier: MIT
#include "output/files/series.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/runs/results.hpp"
#include "models/staircase/settings.hpp"
#include "tests/output/sample_results.hpp"

using namespace trapphus::output;
using trapphus::engine::Month;

TEST_CASE("periods are named after the calendar") {
  CHECK(label(CalendarPeriod::Month, Month(2011 * 12 + 10), 3) == "2012-02");
  CHECK(label(CalendarPeriod::Tertial, Month(2011 * 12 + 8), 0) == "2011 T3");
  CHECK(label(CalendarPeriod::Tertial, Month(2011 * 12 + 8), 2) == "2012 T2");
  CHECK(label(CalendarPeriod::Year, Month(2011 * 12 + 8), 1) == "2012");
}

TEST_CASE("the first alternative has no difference to itself") {
  const auto results = trapphus::tests::sample_results();
  CHECK(differences(results, 0, -1) == nullptr);
  CHECK(differences(results, 1, -1) == &results.differences[0].all);
  CHECK(differences(results, 1, 1) == &results.differences[0].groups[1]);
  CHECK(differences(results, 1, 7) == nullptr);
  CHECK(differences(results, 2, -1) == nullptr);
}

TEST_CASE("a value behind the end of a series does not exist") {
  CHECK(at_or_nan({1, 2}, 1) == 2);
  CHECK(std::isnan(at_or_nan({1, 2}, 2)));
}
