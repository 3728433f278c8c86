// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/output/cases/ran.hpp"

using trapphus::tests::Ran;

TEST_CASE("Households that stand in a queue when the period begins move into empty apartments at once") {
  for (const char* file : {"a", "b", "c", "d"}) {
    CAPTURE(file);
    const Ran ran(std::string("28-initial-in-a-queue/") + file + ".yaml");
    CHECK(ran.mean("homes") == Approx(5));  // five in the year 2021, after 100 days
  }
  CHECK(Ran("28-initial-in-a-queue/e.yaml").mean("homes") >= 5);
}

TEST_CASE("A queue at the beginning is served by the date since which each has been there") {
  const Ran ran("04-waiting-list-order/a.yaml");
  const auto old = ran.monthly("households.lgh", "gamla"), young = ran.monthly("households.lgh", "nya");
  for (std::size_t month = 1; month < 12; ++month) {
    CHECK(old[month] == 3);
    CHECK(young[month] == 0);
  }
}

TEST_CASE("A shelter that opens in winter fills at once, and closes with its nights", "[long]") {
  // Sixty in the street in all seasons: as many come (60 a year) as leave (each at 1 a year). Twenty of them sleep in
  // the shelter from November to March. All together are a Poisson number from a fixed start: its deviation is below
  // sqrt(60), and the mean of 200 replications within 3.5 x 7.75 / sqrt(200) = 1.9 of it.
  const Ran ran("05-winter-shelter/a.yaml");
  const auto shelter = ran.monthly("households.harbarge"), street = ran.monthly("households.gata");
  for (std::size_t month = 0; month < 36; ++month) {
    const bool winter = month % 12 < 5;
    CAPTURE(month);
    CHECK(shelter[month] == Approx(winter ? 20 : 0).margin(0.05));
    CHECK(std::abs(street[month] - (winter ? 40 : 60)) < 1.9);
  }
  CHECK(ran.monthly("cost.nights")[7] == 0);
}

TEST_CASE("More tenants than apartments at the beginning pay for themselves, and no apartment is vacant") {
  const Ran ran("32-overfull-at-start/a.yaml");
  CHECK(ran.mean("households.lgh") == 12);
  CHECK(ran.mean("vacancy.lgh") == 0);
  CHECK(ran.mean("cost.rents") == Approx(12'000));  // every unit lived in is paid for
}
