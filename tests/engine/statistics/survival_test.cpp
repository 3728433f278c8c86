// SPDX-License-Identifier: MIT
#include "engine/statistics/survival.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "engine/random/distribution.hpp"
#include "engine/random/random.hpp"

namespace trapphus::engine {
namespace {

Duration days(double number) {
  return rounded(number * 86'400);
}

}  // namespace

TEST_CASE("Censored stays leave the risk set without ending") {
  // Ended on days 3, 5 and 8, censored on 5 and 9. Kaplan-Meier by hand: day 3: 4/5; day 5 (4 at risk, the censored one
  // with them): 4/5 x 3/4 = 3/5; day 8 (2 at risk): 3/5 x 1/2 = 3/10.
  Survival table;
  for (const double day : {3.0, 5.0, 8.0}) table.ended(days(day));
  for (const double day : {5.0, 9.0}) table.censored(days(day));
  const auto longer = table.survival();
  REQUIRE(longer.size() == 10);
  CHECK(longer[2] == 1);
  CHECK(longer[3] == Approx(0.8));
  CHECK(longer[4] == Approx(0.8));
  CHECK(longer[5] == Approx(0.6));
  CHECK(longer[8] == Approx(0.3));
  CHECK(longer[9] == Approx(0.3));
  CHECK(table.stays() == 5);
  CHECK(table.events() == 3);
  CHECK(table.censorings() == 2);
  // Areas: 3 days of 1, 2 of 0.8, 3 of 0.6, 2 of 0.3.
  CHECK(table.restricted_mean() == Approx(3 + 1.6 + 1.8 + 0.6));
  CHECK(table.restricted_mean(6) == Approx(3 + 1.6 + 0.6));
  CHECK(table.restricted_mean(12) == Approx(7.0 + 2 * 0.3));
}

TEST_CASE("A quantile that is not reached gives the longest day observed, and says so") {
  Survival table;
  for (const double day : {3.0, 5.0, 8.0}) table.ended(days(day));
  for (const double day : {5.0, 9.0}) table.censored(days(day));
  CHECK(table.quantile(0.2).day == 3);
  CHECK(table.quantile(0.2).reached);
  CHECK(table.quantile(0.4).day == 5);
  CHECK(table.quantile(0.5).day == 8);
  CHECK(table.quantile(0.9).day == 9);
  CHECK_FALSE(table.quantile(0.9).reached);
  CHECK(std::isnan(Survival().quantile(0.5).day));
  CHECK_FALSE(Survival().quantile(0.5).reached);
  CHECK(std::isnan(Survival().restricted_mean()));
  CHECK_THROWS_AS(table.quantile(0), std::domain_error);
}

TEST_CASE("Stays watched from a later age count from that age on") {
  // Watched from day 0 until 2 and 6, and from day 4 until 6 (censored) and 7. Day 2: 1/2; day 6 (3 at risk): x 2/3;
  // day 7 (1 at risk): 0.
  Survival table;
  table.ended(days(2));
  table.ended(days(6));
  table.censored(days(6), days(4));
  table.ended(days(7), 0, days(4));
  const auto longer = table.survival();
  CHECK(longer[1] == 1);
  CHECK(longer[2] == Approx(0.5));
  CHECK(longer[6] == Approx(1.0 / 3));
  CHECK(longer[7] == Approx(0).margin(1e-12));
  CHECK(table.quantile(1).day == 7);
  CHECK(table.quantile(1).reached);
}

TEST_CASE("If every stay is over the restricted mean is the plain mean, to the second") {
  Survival table;
  DayHistogram plain;
  Stream stream({51, 0, 0, 0});
  for (int i = 0; i < 500; ++i) {
    const Duration stay = days(40 * stream.exponential());
    table.ended(stay);
    plain.add(stay);
  }
  CHECK(table.restricted_mean() == Approx(plain.mean()).epsilon(1e-9));
  CHECK(table.quantile(0.5).day == plain.quantile(0.5));
  CHECK(table.quantile(0.9).day == plain.quantile(0.9));
}

TEST_CASE("Competing causes share what has ended") {
  // Ended on day 1 for cause 0, on day 2 for cause 1, on day 4 for cause 0; censored on day 3. Aalen-Johansen by hand:
  // cause 0: 1/4 on day 1; cause 1: 3/4 x 1/3 = 1/4 on day 2; survival 1/2; cause 0: + 1/2 x 1/1 on day 4.
  Survival table(2);
  table.ended(days(1), 0);
  table.ended(days(2), 1);
  table.censored(days(3));
  table.ended(days(4), 0);
  const auto incidence = table.cumulative_incidence();
  CHECK(incidence[0][0] == 0);
  CHECK(incidence[0][1] == Approx(0.25));
  CHECK(incidence[0][3] == Approx(0.25));
  CHECK(incidence[0][4] == Approx(0.75));
  CHECK(incidence[1][1] == 0);
  CHECK(incidence[1][4] == Approx(0.25));
}

TEST_CASE("Causes and survivors sum to one on every day") {
  Survival table(3);
  Stream stream({52, 0, 0, 0});
  for (int i = 0; i < 2000; ++i) {
    const Duration entry = days(i % 4 == 0 ? 20 * stream.uniform() : 0);
    const Duration exit = entry + days(50 * stream.exponential());
    const auto cause = static_cast<std::size_t>(stream.bits() % 4);
    if (cause == 3) {
      table.censored(exit, entry);
    } else {
      table.ended(exit, cause, entry);
    }
  }
  const auto longer = table.survival();
  const auto incidence = table.cumulative_incidence();
  for (std::size_t day = 0; day < longer.size(); ++day) {
    CHECK(longer[day] + incidence[0][day] + incidence[1][day] + incidence[2][day] == Approx(1));
  }
}

TEST_CASE("Merged tables are one table of all stays") {
  Survival left(2);
  Survival right(2);
  Survival whole(2);
  Stream stream({53, 0, 0, 0});
  for (int i = 0; i < 300; ++i) {
    const Duration exit = days(30 * stream.exponential());
    Survival& part = i % 2 == 0 ? left : right;
    if (i % 5 == 0) {
      part.censored(exit);
      whole.censored(exit);
    } else {
      part.ended(exit, i % 3 == 0 ? 1 : 0);
      whole.ended(exit, i % 3 == 0 ? 1 : 0);
    }
  }
  left.merge(right);
  CHECK(left.survival() == whole.survival());
  CHECK(left.cumulative_incidence() == whole.cumulative_incidence());
  CHECK(left.restricted_mean() == Approx(whole.restricted_mean()));
  CHECK_THROWS_AS(left.merge(Survival(3)), std::invalid_argument);
}

TEST_CASE("Truncated and censored exponential stays give the law's survival and mean back", "[long]") {
  // Exponential with mean 100 days, watched from a uniform age on (only those still there) for at most 150 days.
  // Greenwood: the standard error of S is at most S sqrt(sum of d / (n (n - d))); taken from the same table.
  const double mean = 100;
  const auto law = Distribution::exponential(mean);
  Stream stream({54, 0, 0, 0});
  Survival table;
  std::vector<std::pair<double, double>> watched;  // from, until
  std::vector<bool> over;
  while (watched.size() < 20'000) {
    const double entry = watched.size() % 2 == 0 ? 0 : 200 * stream.uniform();
    const double exit = law.sample(stream);
    if (exit <= entry) continue;
    over.push_back(exit < entry + 150);
    watched.emplace_back(entry, std::min(exit, entry + 150));
    if (over.back()) {
      table.ended(days(watched.back().second), 0, days(entry));
    } else {
      table.censored(days(watched.back().second), days(entry));
    }
  }
  const auto longer = table.survival();
  for (const double day : {10.0, 50.0, 100.0, 250.0}) {
    double greenwood = 0;
    for (double d = 0; d <= day; ++d) {
      const auto at_risk = static_cast<double>(std::count_if(
          watched.begin(), watched.end(), [d](const auto& w) { return w.first < d + 1 && w.second >= d; }));
      double ended = 0;
      for (std::size_t i = 0; i < watched.size(); ++i) {
        if (over[i] && watched[i].second >= d && watched[i].second < d + 1) ++ended;
      }
      greenwood += ended / (at_risk * (at_risk - ended));
    }
    const double expected = std::exp(-(day + 1) / mean);  // day d ends at d + 1
    // Counting by day puts entries and censorings of a day on its beginning and end: at most half a day of hazard.
    CHECK(std::abs(longer[static_cast<std::size_t>(day)] / expected - 1) < 3.5 * std::sqrt(greenwood) + 0.5 / mean);
  }
  CHECK(table.quantile(0.5).day == Approx(mean * std::log(2)).margin(4));
}

TEST_CASE("Competing exponentials share the end by their rates") {
  // Rates 1/50 and 1/200: the first is the cause in 4 of 5, the total has mean 40.
  Stream stream({55, 0, 0, 0});
  Survival table(2);
  const int n = 20'000;
  for (int i = 0; i < n; ++i) {
    const double first = 50 * stream.exponential();
    const double second = 200 * stream.exponential();
    table.ended(days(std::min(first, second)), first < second ? 0 : 1);
  }
  const double share = table.cumulative_incidence()[0].back();
  CHECK(std::abs(share - 0.8) < 3.5 * std::sqrt(0.8 * 0.2 / n));
  CHECK(std::abs(table.restricted_mean() - 40) < 3.5 * 40 / std::sqrt(n));
}

TEST_CASE("A stay cannot end before it is watched, nor for a cause that does not exist") {
  Survival table(2);
  CHECK_THROWS_AS(table.ended(days(3), 0, days(4)), std::domain_error);
  CHECK_THROWS_AS(table.censored(days(3), days(4)), std::domain_error);
  CHECK_THROWS_AS(table.ended(days(3), 2), std::out_of_range);
  CHECK(table.stays() == 0);
  CHECK(table.causes() == 2);
}

}  // namespace trapphus::engine
