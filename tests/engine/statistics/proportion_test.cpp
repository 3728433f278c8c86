// SPDX-License-Identifier: MIT
#include "engine/statistics/proportion.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "engine/random/random.hpp"
#include "tests/engine/statistics/trials.hpp"

namespace trapphus::engine {
namespace {

using Proportions = std::vector<Proportion>;

/// Below what 3.5 standard errors of a share of 0.95 over 2000 trials allow for.
const double kLeast = 0.95 - 3.5 * std::sqrt(0.95 * 0.05 / 2000);

Proportion proportion(Stream& stream, double chance, std::int64_t whole) {
  Proportion result{0, whole};
  for (std::int64_t i = 0; i < whole; ++i) result.part += stream.uniform() < chance ? 1 : 0;
  return result;
}

Proportions proportions(Stream& stream, int count, double chance, std::int64_t whole) {
  Proportions all;
  for (int i = 0; i < count; ++i) all.push_back(proportion(stream, chance, whole));
  return all;
}

}  // namespace

TEST_CASE("Four of four do not make certain: Jeffreys' interval") {
  // Brown, Cai and DasGupta (2001): quantiles of Beta(k + 1/2, n - k + 1/2), to the end where all or none were seen.
  const Interval four = share_interval(4, 4);
  CHECK(four.mean == 1);
  CHECK(four.high == 1);
  CHECK(four.low == Approx(0.55524));  // 2.5 % quantile of Beta(4.5, 0.5), by numerical integration
  const Interval none = share_interval(0, 4);
  CHECK(none.low == 0);
  CHECK(none.high == Approx(1 - four.low));
  const Interval eight = share_interval(8, 12);
  CHECK(eight.mean == Approx(2.0 / 3));
  CHECK(eight.low == Approx(0.387).margin(2e-3));
  CHECK(eight.high == Approx(0.877).margin(2e-3));
}

TEST_CASE("A share of nothing is not known, and more than all is an error") {
  CHECK(std::isnan(share_interval(0, 0).mean));
  CHECK(std::isnan(Proportion{}.value()));
  CHECK_THROWS_AS(share_interval(5, 4), std::domain_error);
  CHECK_THROWS_AS(share_interval(-1, 4), std::domain_error);
  for (const Interval& none : {share_confidence({}), share_prediction({}, 4)}) {
    CHECK(none.count == 0);
    CHECK(std::isnan(none.mean));
  }
  const Proportions single{{3, 4}, {0, 0}};
  CHECK(share_confidence(single).mean == 0.75);
  CHECK(std::isnan(share_confidence(single).low));
  CHECK(std::isnan(share_prediction(single, 4).high));
  CHECK(std::isnan(share_prediction({{{3, 4}, {4, 4}}}, 0).low));
}

TEST_CASE("The mean of replications that all show 4 of 4 is known no better than one trial a replication allows") {
  const Proportions all(100, {4, 4});
  const Interval mean = share_confidence(all);
  CHECK(mean.mean == 1);
  CHECK(mean.high == 1);
  CHECK(mean.low == Approx(share_interval(100, 100).low));
  CHECK(mean.count == 100);
  const Interval none = share_confidence(Proportions(100, {0, 4}));
  CHECK(none.low == 0);
  CHECK(none.high == Approx(1 - mean.low));
}

TEST_CASE("Replications that are equal, but neither 0 nor 1, count with all their trials") {
  const Interval half = share_confidence(Proportions(10, {2, 4}));
  CHECK(half.low == Approx(share_interval(20, 40).low));
}

TEST_CASE("With many trials the interval of the mean is Student's") {
  Stream stream({23, 0, 0, 0});
  const Proportions all = proportions(stream, 200, 0.7, 50);
  std::vector<double> values;
  for (const Proportion& share : all) values.push_back(share.value());
  const Interval student = confidence_interval(values), mean = share_confidence(all);
  CHECK(mean.mean == Approx(student.mean));
  CHECK(mean.low == Approx(student.low).margin(1e-3));
  CHECK(mean.high == Approx(student.high).margin(1e-3));
}

TEST_CASE("The interval of the mean holds it 95 times of 100, also where nearly all of four are seen") {
  for (const double chance : {0.8, 0.97}) {
    INFO(chance);
    CHECK(share_of_trials(22, 2000, [&](Stream& stream) {
            const Interval mean = share_confidence(proportions(stream, 30, chance, 4));
            return mean.low <= chance && chance <= mean.high;
          }) >= kLeast);
  }
}

TEST_CASE("The interval of the mean holds it also where all of a replication share their fate") {
  // All 20 stay, or all leave: replications of one trial each. Jeffreys' own coverage, a saw-tooth over p, is 95.6 %
  // for 100 trials of 0.9.
  CHECK(share_of_trials(22, 2000, [](Stream& stream) {
          Proportions all = proportions(stream, 100, 0.9, 1);
          for (Proportion& share : all) share = {share.part * 20, 20};
          const Interval mean = share_confidence(all);
          return mean.low <= 0.9 && 0.9 <= mean.high;
        }) >= kLeast);
}

TEST_CASE("One realisation of four can only be 0, 25, 50, 75 or 100 per cent") {
  // Binomial(4, 0.9): P(X <= 1) = 0.0037, P(X <= 2) = 0.0523: from 2 of 4.
  Stream stream({24, 0, 0, 0});
  const Interval next = share_prediction(proportions(stream, 400, 0.9, 4), 4);
  CHECK(next.low == 0.5);
  CHECK(next.high == 1);
  CHECK(next.mean == Approx(0.9).margin(3.5 * std::sqrt(0.09 / 1600)));
  // Of 400 instead: the mean +- 1.96 sqrt(0.09 / 400 + 0.09 / 1600) = 0.033.
  const Interval many = share_prediction(proportions(stream, 400, 0.9, 4), 400);
  CHECK(many.low == Approx(many.mean - 0.033).margin(0.006));
  CHECK(many.high == Approx(many.mean + 0.033).margin(0.006));
}

TEST_CASE("No number of replications makes one realisation certain") {
  const Interval next = share_prediction(Proportions(10'000, {4, 4}), 4);
  CHECK(next.low == 0.75);
  CHECK(next.high == 1);
  const Interval none = share_prediction(Proportions(10'000, {0, 4}), 4);
  CHECK(none.low == 0);
  CHECK(none.high == 0.25);
}

TEST_CASE("A realisation's interval is as wide as replications differ, not only as chance would have it") {
  // Half of the replications keep 9 of 10, half 5 of 10, of 10 each: far more than the binomial spread of 100.
  Proportions all;
  for (int i = 0; i < 100; ++i) all.push_back({i % 2 == 0 ? 90 : 50, 100});
  const Interval next = share_prediction(all, 100);
  CHECK(next.low < 0.45);
  CHECK(next.high > 0.9);
}

TEST_CASE("A realisation lies in its interval at least 95 times of 100") {
  CHECK(share_of_trials(22, 2000, [](Stream& stream) {
          const Interval next = share_prediction(proportions(stream, 50, 0.85, 4), 4);
          const double real = proportion(stream, 0.85, 4).value();
          return next.low <= real && real <= next.high;
        }) >= kLeast);
}

TEST_CASE("A thousand members are no harder than four") {
  const Interval next = share_prediction(Proportions{{900, 1000}, {910, 1000}, {890, 1000}, {905, 1000}}, 100'000);
  CHECK(next.low > 0.85);
  CHECK(next.high < 0.95);
}

}  // namespace trapphus::engine
