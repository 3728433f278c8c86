// SPDX-License-Identifier: MIT
#include "engine/statistics/survival.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "engine/random/distribution.hpp"
#include "engine/random/random.hpp"

namespace trapphus::engine {
namespace {

Duration days(double number) {
  return rounded(number * 86'400);
}

}  // namespace

TEST_CASE("Censored stays leave the risk set without ending") {
  // Ended after 3, 5 and 8 days, censored after 5 and 9. Kaplan-Meier by hand: 3: 4/5; 5 (4 at risk, the censored one
  // with them): 4/5 x 3/4 = 3/5; 8 (2 at risk): 3/5 x 1/2 = 3/10.
  Survival table;
  for (const double day : {3.0, 5.0, 8.0}) table.ended(days(day));
  for (const double day : {5.0, 9.0}) table.censored(days(day));
  const auto curves = table.curves();
  CHECK(curves.days() == std::vector<double>{3, 5, 8});
  CHECK(curves.longer(2.9) == 1);
  CHECK(curves.longer(3) == Approx(0.8));
  CHECK(curves.longer(4.9) == Approx(0.8));
  CHECK(curves.longer(5) == Approx(0.6));
  CHECK(curves.longer(8) == Approx(0.3));
  CHECK(curves.left() == Approx(0.3));
  CHECK(curves.known() == 9);
  CHECK_FALSE(curves.complete());
  CHECK(table.stays() == 5);
  CHECK(table.events() == 3);
  CHECK(table.censorings() == 2);
  // Areas: 3 days of 1, 2 of 0.8, 3 of 0.6, 1 of 0.3.
  CHECK(curves.restricted_mean() == Approx(3 + 1.6 + 1.8 + 0.3));
  CHECK(curves.restricted_mean(6) == Approx(3 + 1.6 + 0.6));
  CHECK(curves.restricted_mean(12) == Approx(6.7 + 3 * 0.3));
}

TEST_CASE("A quantile that is not reached gives the longest stay observed as a lower bound") {
  Survival table;
  for (const double day : {3.0, 5.0, 8.25}) table.ended(days(day));
  for (const double day : {5.0, 9.5}) table.censored(days(day));
  const auto curves = table.curves();
  CHECK(curves.quantile(0.2).days == 3);
  CHECK(curves.quantile(0.2).reached);
  CHECK(curves.quantile(0.4).days == 5);
  CHECK(curves.quantile(0.5).days == 8.25);
  CHECK(curves.quantile(0.9).days == 9.5);
  CHECK_FALSE(curves.quantile(0.9).reached);
  CHECK_THROWS_AS(curves.quantile(0), std::domain_error);
  const auto none = Survival().curves();
  CHECK(std::isnan(none.quantile(0.5).days));
  CHECK_FALSE(none.quantile(0.5).reached);
  CHECK(std::isnan(none.restricted_mean()));
  CHECK(std::isnan(none.mean_of_cause(0)));
}

TEST_CASE("Stays watched from a later age count from that age on") {
  // Watched from the beginning until 2 and 6, and from 4 until 6 (censored) and 7. 2: 1/2; 6 (3 at risk): x 2/3;
  // 7 (1 at risk): 0.
  Survival table;
  table.ended(days(2));
  table.ended(days(6));
  table.censored(days(6), days(4));
  table.ended(days(7), 0, days(4));
  const auto curves = table.curves();
  CHECK(curves.longer(1) == 1);
  CHECK(curves.longer(2) == Approx(0.5));
  CHECK(curves.longer(6) == Approx(1.0 / 3));
  CHECK(curves.longer(7) == Approx(0).margin(1e-12));
  CHECK(curves.complete());
  CHECK(curves.quantile(1).days == 7);
  CHECK(curves.quantile(1).reached);
}

TEST_CASE("Where the last at risk has left and others enter later, nothing longer is known") {
  // Kaplan-Meier would be 0 after 3 days: the one of 12 days, watched from 10, could never be longer than 3.
  Survival table;
  table.ended(days(2));
  table.ended(days(3));
  table.ended(days(12), 0, days(10));
  const auto curves = table.curves();
  CHECK(curves.known() == 3);
  CHECK(curves.left() == Approx(0.5));
  CHECK_FALSE(curves.complete());
  CHECK(curves.restricted_mean() == Approx(2 + 0.5));
  CHECK_FALSE(curves.quantile(0.9).reached);
  // Nor if the last one was censored.
  Survival gap;
  gap.ended(days(2));
  gap.censored(days(3));
  gap.ended(days(12), 0, days(10));
  CHECK(gap.curves().known() == 3);
  CHECK_FALSE(gap.curves().complete());
}

TEST_CASE("What is known of stays begins with the youngest that anybody was watched at") {
  // Watched from 100 and 300 days; ends after 200 and 400. The curves are of those who reach 100 days.
  Survival table;
  table.ended(days(200), 0, days(100));
  table.ended(days(400), 0, days(300));
  CHECK(table.curves().known_from() == 100);
  table.ended(days(150));
  CHECK(table.curves().known_from() == 0);
  CHECK(std::isnan(Survival().curves().known_from()));
}

TEST_CASE("A few who are watched from late on do not stand for everybody who was censored") {
  // 500 of 1000 end after 5 days, the others are censored after 10; five more are watched from 8 days on and end after
  // 100. Without censoring 500 would be at risk after 10 days, of the most that ever were: 5 are 1 % of them. With 15,
  // 3 %, the curve goes on to its end.
  const auto watched_late = [](int late) {
    Survival table;
    for (int i = 0; i < 500; ++i) table.ended(days(5));
    for (int i = 0; i < 500; ++i) table.censored(days(10));
    for (int i = 0; i < late; ++i) table.ended(days(100), 0, days(8));
    return table.curves();
  };
  CHECK(watched_late(5).known() == 10);
  CHECK(watched_late(5).left() == Approx(0.5));
  CHECK_FALSE(watched_late(5).complete());
  CHECK(watched_late(5).restricted_mean() == Approx(5 + 5 * 0.5));
  CHECK(watched_late(15).known() == 100);
  CHECK(watched_late(15).complete());
}

TEST_CASE("If every stay is over the restricted mean is the plain mean, to the second") {
  Survival table;
  std::vector<Duration> lengths;
  Stream stream({51, 0, 0, 0});
  double sum = 0;
  for (int i = 0; i < 500; ++i) {
    lengths.push_back(days(40 * stream.exponential()));
    table.ended(lengths.back());
    sum += static_cast<double>(lengths.back().count()) / 86'400;
  }
  std::sort(lengths.begin(), lengths.end());
  const auto curves = table.curves();
  CHECK(curves.restricted_mean() == Approx(sum / 500).epsilon(1e-12));
  CHECK(curves.quantile(0.5).days == static_cast<double>(lengths[249].count()) / 86'400);
  CHECK(curves.quantile(0.9).days == static_cast<double>(lengths[449].count()) / 86'400);
}

TEST_CASE("A constant stay of a day and a half has this mean and these percentiles, however many there are") {
  Survival table;
  for (int i = 0; i < 10'000; ++i) table.ended(days(1.5));
  for (int i = 0; i < 10'000; ++i) table.ended(days(100 + i * 0.01));
  const auto curves = table.curves();
  CHECK(curves.quantile(0.25).days == 1.5);
  CHECK(curves.quantile(0.5).days == 1.5);
}

TEST_CASE("Competing causes share what has ended") {
  // Ended after 1 day for cause 0, 2 days for cause 1, 4 days for cause 0; censored after 3. Aalen-Johansen by hand:
  // cause 0: 1/4 after 1; cause 1: 3/4 x 1/3 = 1/4 after 2; survival 1/2; cause 0: + 1/2 x 1/1 after 4.
  Survival table(2);
  table.ended(days(1), 0);
  table.ended(days(2), 1);
  table.censored(days(3));
  table.ended(days(4), 0);
  const auto curves = table.curves();
  CHECK(curves.incidence(0, 0.5) == 0);
  CHECK(curves.incidence(0, 1) == Approx(0.25));
  CHECK(curves.incidence(0, 3) == Approx(0.25));
  CHECK(curves.incidence(0, 4) == Approx(0.75));
  CHECK(curves.incidence(1, 1) == 0);
  CHECK(curves.incidence(1, 4) == Approx(0.25));
  // Of those of cause 0 a third after 1 day, the others after 4.
  CHECK(curves.mean_of_cause(0) == Approx(3));
  CHECK(curves.quantile_of_cause(0, 0.3) == 1);
  CHECK(curves.quantile_of_cause(0, 0.5) == 4);
}

TEST_CASE("Causes and survivors sum to one at every age") {
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
  const auto curves = table.curves();
  double worst = 0;
  for (std::size_t i = 0; i < curves.days().size(); ++i) {
    const double sum = curves.incidence(0)[i] + curves.incidence(1)[i] + curves.incidence(2)[i];
    worst = std::max(worst, std::abs(curves.longer()[i] + sum - 1));
  }
  CHECK(worst < 1e-9);
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
  const auto before = left.curves();
  left.merge(right);
  const auto merged = left.curves(), expected = whole.curves();
  CHECK(merged.days() == expected.days());
  CHECK(merged.longer() == expected.longer());
  CHECK(merged.incidence(1) == expected.incidence(1));
  left.remove(right);
  CHECK(left.curves().longer() == before.longer());
  CHECK(left.curves().days() == before.days());
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
  const auto curves = table.curves();
  for (const double day : {10.0, 50.0, 100.0, 250.0}) {
    double greenwood = 0;
    for (double d = 0; d < day; ++d) {
      const auto at_risk = static_cast<double>(std::count_if(
          watched.begin(), watched.end(), [d](const auto& w) { return w.first < d + 1 && w.second >= d; }));
      double ended = 0;
      for (std::size_t i = 0; i < watched.size(); ++i) {
        if (over[i] && watched[i].second >= d && watched[i].second < d + 1) ++ended;
      }
      greenwood += ended / (at_risk * (at_risk - ended));
    }
    CHECK(std::abs(curves.longer(day) / std::exp(-day / mean) - 1) < 3.5 * std::sqrt(greenwood));
  }
  CHECK(curves.quantile(0.5).days == Approx(mean * std::log(2)).margin(4));
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
  const auto curves = table.curves();
  const double share = curves.incidence(0).back();
  CHECK(std::abs(share - 0.8) < 3.5 * std::sqrt(0.8 * 0.2 / n));
  CHECK(std::abs(curves.restricted_mean() - 40) < 3.5 * 40 / std::sqrt(n));
  CHECK(std::abs(curves.mean_of_cause(1) - 40) < 3.5 * 40 / std::sqrt(n * 0.2));
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
