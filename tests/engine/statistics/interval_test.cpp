// SPDX-License-Identifier: MIT
#include "engine/statistics/interval.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "engine/random/distribution.hpp"
#include "engine/random/random.hpp"
#include "engine/statistics/no_value.hpp"
#include "tests/engine/statistics/trials.hpp"

namespace trapphus::engine {
namespace {

constexpr int kTrials = 4000;
/// 3.5 standard errors of a share of 0.95 over these trials.
const double kBound = 3.5 * std::sqrt(0.95 * 0.05 / kTrials);

std::vector<double> draws(Stream& stream, const Distribution& law, int count) {
  std::vector<double> values;
  for (int i = 0; i < count; ++i) values.push_back(law.sample(stream));
  return values;
}

}  // namespace

TEST_CASE("A confidence interval is Student's") {
  // Mean 3, deviation sqrt(2.5), t(4, 97.5 %) = 2.776445: half-width 2.776445 sqrt(2.5 / 5) = 1.963243.
  const Interval interval = confidence_interval(std::vector<double>{1, 2, 3, 4, 5});
  CHECK(interval.mean == Approx(3));
  CHECK(interval.low == Approx(3 - 1.963243));
  CHECK(interval.high == Approx(3 + 1.963243));
  CHECK(interval.half_width() == Approx(1.963243));
  CHECK(interval.count == 5);
}

TEST_CASE("Replications that do not define a value are left out of its interval") {
  const Interval interval = confidence_interval(std::vector<double>{kNoValue, 1, 2, kNoValue, 3, 4, 5});
  CHECK(interval.count == 5);
  CHECK(interval.half_width() == Approx(1.963243));
  CHECK(quantile(std::vector<double>{kNoValue, 1, 2, 3}, 0.5) == 2);
}

TEST_CASE("One value has a mean and no interval, none has neither") {
  for (const auto make : {confidence_interval, prediction_interval}) {
    const Interval single = make(std::vector<double>{7, kNoValue});
    CHECK(single.mean == 7);
    CHECK(single.count == 1);
    CHECK(std::isnan(single.low));
    CHECK(std::isnan(single.high));
    const Interval none = make(std::vector<double>{kNoValue});
    CHECK(none.count == 0);
    CHECK(std::isnan(none.mean));
  }
  CHECK(std::isnan(quantile({}, 0.5)));
}

TEST_CASE("A confidence interval covers the mean in 95 of 100 experiments") {
  // Sums of 12 uniforms are normal enough for Student's law to hold.
  const auto law = Distribution::uniform(0, 1);
  const double covered = share_of_trials(21, kTrials, [&](Stream& stream) {
    std::vector<double> sums(8);
    for (double& sum : sums) {
      for (int i = 0; i < 12; ++i) sum += law.sample(stream);
    }
    const Interval interval = confidence_interval(sums);
    return interval.low <= 6 && 6 <= interval.high;
  });
  CHECK(std::abs(covered - 0.95) < kBound);
}

TEST_CASE("A prediction interval from many replications covers one more of whatever law") {
  // Between order statistics k/(n+1): exactly 95 % where these are met (n = 39 + 40 m), interpolated otherwise.
  for (const auto& law : {Distribution::exponential(3), Distribution::lognormal(5, 10)}) {
    const double covered = share_of_trials(21, kTrials, [&](Stream& stream) {
      const Interval interval = prediction_interval(draws(stream, law, 119));
      const double reality = law.sample(stream);
      return interval.low <= reality && reality <= interval.high;
    });
    CHECK(std::abs(covered - 0.95) < kBound);
  }
}

TEST_CASE("A prediction interval from few replications is Student's") {
  // Half-width 2.776445 sqrt(2.5) sqrt(1 + 1/5) = 4.808944.
  const Interval interval = prediction_interval(std::vector<double>{1, 2, 3, 4, 5});
  CHECK(interval.low == Approx(3 - 4.808944));
  CHECK(interval.high == Approx(3 + 4.808944));
}

TEST_CASE("From forty replications on a prediction interval lies between their quantiles") {
  std::vector<double> values;
  for (int i = 1; i <= 79; ++i) values.push_back(i);
  const Interval interval = prediction_interval(values);
  CHECK(interval.low == Approx(2));  // 80 x 2.5 %
  CHECK(interval.high == Approx(78));
  CHECK(interval.mean == Approx(40));
  CHECK(interval.count == 79);
}

TEST_CASE("Quantiles lie between the order statistics and never beyond them") {
  const std::vector<double> values{40, 10, 30, 20};
  CHECK(quantile(values, 0) == 10);
  CHECK(quantile(values, 0.2) == Approx(10));
  CHECK(quantile(values, 0.5) == Approx(25));
  CHECK(quantile(values, 0.7) == Approx(35));
  CHECK(quantile(values, 1) == 40);
  CHECK_THROWS_AS(quantile(values, 1.1), std::domain_error);
  CHECK_THROWS_AS(quantile(values, kNoValue), std::domain_error);
}

TEST_CASE("The relative half-width is the interval's by the mean's size") {
  CHECK(relative_half_width(std::vector<double>{1, 2, 3, 4, 5}) == Approx(1.963243 / 3));
  CHECK(relative_half_width(std::vector<double>{-1, -2, -3, -4, -5}) == Approx(1.963243 / 3));
  CHECK(relative_half_width(std::vector<double>{4, 4, 4}) == 0);
  CHECK(relative_half_width(std::vector<double>{0, 0}) == 0);
  CHECK(std::isinf(relative_half_width(std::vector<double>{4})));
  CHECK(std::isinf(relative_half_width(std::vector<double>{-1, 1})));
}

TEST_CASE("The interval of a ratio is Fieller's") {
  // x = 1, 2, 3 (mean 2, variance 1), y = 3, 5, 10 (mean 6, variance 13), covariance 3.5; t(2, 97.5 %)^2 / 3 = k. The
  // ends are the roots of (4 - k) r^2 - 2 (12 - 3.5 k) r + (36 - 13 k) = 0, in which k = 6.170942 would leave a < 0; so
  // each value is there four times: n = 12, variances 8/11 and 104/11, covariance 28/11, k = t(11)^2 / 12 = 0.403691.
  std::vector<double> x, y;
  for (int i = 0; i < 4; ++i) {
    x.insert(x.end(), {1, 2, 3});
    y.insert(y.end(), {3, 5, 10});
  }
  const double k = 2.200985 * 2.200985 / 12;
  const double a = 4 - k * 8 / 11, b = 12 - k * 28 / 11, c = 36 - k * 104 / 11;
  const Interval interval = ratio_interval(y, x);
  CHECK(interval.mean == Approx(3));
  CHECK(interval.low == Approx((b - std::sqrt(b * b - a * c)) / a).epsilon(1e-5));
  CHECK(interval.high == Approx((b + std::sqrt(b * b - a * c)) / a).epsilon(1e-5));
  CHECK(interval.count == 12);
}

TEST_CASE("A ratio whose denominator may be 0 has no interval") {
  const Interval interval = ratio_interval(std::vector<double>{3, 5, 10}, std::vector<double>{1, 2, 3});
  CHECK(interval.mean == Approx(3));
  CHECK(std::isnan(interval.low));
  CHECK(std::isnan(interval.high));
  const Interval single = ratio_interval(std::vector<double>{3, kNoValue}, std::vector<double>{1, 2});
  CHECK(single.mean == Approx(3));
  CHECK(single.count == 1);
  CHECK(std::isnan(single.low));
  CHECK_THROWS_AS(ratio_interval(std::vector<double>{1}, std::vector<double>{1, 2}), std::invalid_argument);
}

TEST_CASE("A ratio's interval covers it in 95 of 100 experiments, also where the two depend on each other") {
  // Normal enough sums; y = 2 x + noise, so the ratio of the means is 2 + 1 / 6.
  const auto law = Distribution::uniform(0, 1);
  const auto sum = [&](Stream& stream) {
    double all = 0;
    for (int i = 0; i < 12; ++i) all += law.sample(stream);
    return all;
  };
  const double covered = share_of_trials(21, kTrials, [&](Stream& stream) {
    std::vector<double> xs, ys;
    for (int i = 0; i < 8; ++i) {
      xs.push_back(sum(stream));
      ys.push_back(2 * xs.back() + sum(stream) - 5);
    }
    const Interval interval = ratio_interval(ys, xs);
    return interval.low <= 2 + 1.0 / 6 && 2 + 1.0 / 6 <= interval.high;
  });
  CHECK(std::abs(covered - 0.95) < kBound);
}

}  // namespace trapphus::engine
