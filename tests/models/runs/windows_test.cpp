// SPDX-License-Identifier: MIT
#include "models/runs/windows.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "tests/models/build.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::on;

// From the middle of a month to the middle of another.
const Period kPeriodOfWindows(on(2011, 9, 15), on(2014, 9, 15));

MeasureTable table_of_windows() {
  Build b;
  b.group("people", 3, "hotel");
  b.placement("hotel", 585);
  b.apartment("training", 10, 6000);
  b.exit("own_home");
  b.planned("hotel", "training", build::fixed_days(90));
  b.offers("training", "own_home", 1);
  return MeasureTable(b.settings());
}

Observation seen_between(const std::string& measure, Time from, Time to) {
  Observation observation;
  observation.measure = measure;
  observation.from = from;
  observation.to = to;
  return observation;
}

std::size_t needed(const std::string& measure, Time from, Time to) {
  const std::vector<Observation> one{seen_between(measure, from, to)};
  return windows_of(one, table_of_windows(), kPeriodOfWindows).size();
}

TEST_CASE("what is counted by month needs no window from month to month") {
  CHECK(needed("households.hotel", on(2012, 1, 1), on(2013, 1, 1)) == 0);
  CHECK(needed("homes", on(2011, 9, 15), on(2011, 10, 1)) == 0);
  CHECK(needed("cost.total", on(2014, 9, 1), on(2014, 9, 15)) == 0);
  CHECK(needed("households.hotel", on(2012, 1, 1), on(2012, 1, 16)) == 1);
  CHECK(needed("homes", on(2012, 1, 2), on(2013, 1, 1)) == 1);
}

TEST_CASE("a date, a turnover and what is not counted by month need a window") {
  CHECK(needed("households.hotel", on(2014, 9, 14), on(2014, 9, 15)) == 1);
  CHECK(needed("turnover.training", on(2012, 1, 1), on(2013, 1, 1)) == 1);
  CHECK(needed("vacancy.training", on(2012, 1, 1), on(2013, 1, 1)) == 1);
  CHECK(needed("cost_per_home", on(2012, 1, 1), on(2013, 1, 1)) == 1);
}

TEST_CASE("the whole period, what lies outside it and a measure that is not known need none") {
  CHECK(needed("vacancy.training", on(2011, 9, 15), on(2014, 9, 15)) == 0);
  CHECK(needed("vacancy.training", on(2010, 1, 1), on(2015, 1, 1)) == 0);
  CHECK(needed("vacancy.training", on(2010, 1, 1), on(2011, 1, 1)) == 0);
  CHECK(needed("happiness", on(2012, 1, 1), on(2013, 1, 1)) == 0);
}

TEST_CASE("observations of the same dates share a window, cut off at the period's ends") {
  const MeasureTable table = table_of_windows();
  const std::vector<Observation> observations{
      seen_between("vacancy.training", on(2010, 1, 1), on(2013, 1, 1)),
      seen_between("stay.hotel.mean", on(2012, 1, 1), on(2013, 1, 1)),
      seen_between("stay.hotel.p90", on(2011, 9, 15), on(2013, 1, 1)),
  };
  const auto windows = windows_of(observations, table, kPeriodOfWindows);
  REQUIRE(windows.size() == 2);
  CHECK(windows[0].from == on(2011, 9, 15));
  CHECK(windows[0].to == on(2013, 1, 1));
  CHECK(windows[0].measures ==
        std::vector<std::size_t>{*table.find("vacancy.training"), *table.find("stay.hotel.p90")});
}

TEST_CASE("an observation's value is that of its window, none outside the period, and never that of other dates") {
  const MeasureTable table = table_of_windows();
  const std::size_t vacancy = *table.find("vacancy.training");
  ReplicationResult whole, part;
  whole.values.assign(2, std::vector<double>(table.size(), 0.25));
  part.values.assign(2, std::vector<double>(table.size(), 0.5));
  whole.windows.push_back({on(2012, 1, 1), on(2013, 1, 1), part});
  const auto value = [&](Time from, Time to) {
    return simulated(seen_between("vacancy.training", from, to), table, kPeriodOfWindows, whole);
  };
  CHECK(value(on(2012, 1, 1), on(2013, 1, 1)) == 0.5);
  CHECK(value(on(2011, 9, 15), on(2014, 9, 15)) == 0.25);
  CHECK(std::isnan(value(on(2015, 1, 1), on(2016, 1, 1))));
  CHECK_THROWS_AS(value(on(2012, 1, 1), on(2013, 1, 2)), std::logic_error);
  CHECK(whole.values[0][vacancy] == 0.25);
}

}  // namespace
}  // namespace trapphus::models
