// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/output/cases/ran.hpp"

using trapphus::models::ObservationResult;
using trapphus::tests::Ran;

namespace {

/// Standard error of the mean, from the prediction interval t * s * sqrt(1 + 1/n) of n = 100 simulations.
double standard_error(const ObservationResult& result) {
  const double half_width = (result.high - result.low) / 2;
  return half_width / 1.984 / std::sqrt(101.0);
}

}  // namespace

TEST_CASE("A measure observed in a part of the period is simulated in that part") {
  const Ran ran("29-window-of-observation/a.yaml");
  const auto seen = [&](std::size_t place) { return ran.results.observations.at(place).simulated; };
  // 40 apartments in 2020 (366 days), 80 in 2021 (365 days): the period's vacancy is the mean by unit-days.
  const double vacant_2021 = seen(0), vacant_2020 = seen(1);
  CHECK(vacant_2020 < 0.02);
  CHECK(vacant_2021 > 0.3);
  const double unit_days_2020 = 40 * 366, unit_days_2021 = 80 * 365;
  CHECK((vacant_2020 * unit_days_2020 + vacant_2021 * unit_days_2021) / (unit_days_2020 + unit_days_2021) ==
        Approx(ran.mean("vacancy.lgh")));
  // From July 2021 half stay 30 and half 100 days, and there is room: 65. In 2020 half stay 300 days, half 100 and as
  // long as they wait for one of 40 apartments.
  CHECK(seen(2) == Approx(65).margin(5));
  CHECK(seen(3) > 150);
  CHECK(seen(4) != Approx(ran.mean("days_to_home.mean")));
  CHECK(seen(5) != Approx(ran.mean("home_within_year")));
  // The costs of 2021 by its homes. A mean of ratios lies above by the squared coefficient of variation of some 75
  // homes.
  const auto cost = ran.monthly("cost.total"), homes = ran.monthly("homes");
  double all_cost = 0, all_homes = 0;
  for (std::size_t month = 12; month < 24; ++month) {
    all_cost += cost[month];
    all_homes += homes[month];
  }
  CHECK(seen(6) == Approx(all_cost / all_homes).epsilon(0.03));
}

TEST_CASE("The years before a window are its run-in, and leave nothing in its measures") {
  // M/M/60: 30 a year, 1.8 years each, so 54 of 60 in use. Erlang's C is 0.3244: 0.3244 * 0.9 / 0.1 = 2.92 wait, beside
  // the 30 / 12 whose month is not over.
  const Ran ran("12-warm-up/a.yaml");
  const auto agrees = [&](std::size_t place, double right) {
    const ObservationResult& result = ran.results.observations.at(place);
    CAPTURE(result.observation.measure, result.simulated, right, standard_error(result));
    CHECK(std::abs(result.simulated - right) < 3.5 * standard_error(result));
  };
  agrees(0, 30 / 12.0 + 2.92);
  agrees(1, 30);
  agrees(2, (30 / 12.0 + 2.92) * 1000 * 365.25 / 12 + 60 * 6000);
  agrees(4, 0.1);
  // By Little's law: all who are there by those who come.
  agrees(5, (30 / 12.0 + 2.92 + 54) / 30 * 365.25);
}

TEST_CASE("An observation of one day is a count of that night") {
  // 1000 have a home from 2018-01-01 on, each lost at 10 % a year: 365 days later 1000 (1 - exp(-0.1 * 365 / 365.25)).
  const Ran ran("08-returns-24-months/b.yaml");
  const ObservationResult& on_new_years_eve = ran.results.observations.at(0);
  const double lost = 1 - std::exp(-0.1 * 365 / 365.25);
  const double error = std::sqrt(1000 * lost * (1 - lost) / 100);
  CHECK(std::abs(on_new_years_eve.simulated - 1000 * lost) < 3.5 * error);
}

TEST_CASE("Twelve homes in a calendar year are twelve a year, in a leap year and over two years") {
  const Ran ran("25-nights-and-leap-year/a.yaml");
  CHECK(ran.results.observations.at(2).simulated == Approx(12).epsilon(1e-12));
  CHECK(ran.mean("homes") == Approx(6).epsilon(1e-12));
  CHECK(ran.results.observations.at(0).simulated == Approx(29'000));
  CHECK(ran.results.observations.at(1).simulated == Approx(28'076.71).epsilon(1e-6));
}
