// SPDX-License-Identifier: MIT
#include "engine/random/distribution.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "engine/random/random.hpp"
#include "engine/statistics/no_value.hpp"

namespace trapphus::engine {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
struct Law {
  const char* name;
  Distribution distribution;
};

std::vector<Law> continuous_laws() {
  return {{"uniform", Distribution::uniform(2, 9)},
          {"uniform from 0", Distribution::uniform(0, 4)},
          {"triangular", Distribution::triangular(1, 3, 10)},
          {"triangular, falling", Distribution::triangular(2, 2, 5)},
          {"triangular, rising", Distribution::triangular(2, 5, 5)},
          {"exponential", Distribution::exponential(7)},
          {"gamma, narrow", Distribution::gamma(10, 2)},
          {"gamma, wide", Distribution::gamma(10, 25)},
          {"erlang", Distribution::erlang(6, 3)},
          {"lognormal", Distribution::lognormal(20, 15)},
          {"weibull, ageing", Distribution::weibull(20, 5)},
          {"weibull, settling in", Distribution::weibull(20, 40)}};
}

std::vector<Law> discrete_laws() {
  return {{"constant", Distribution::constant(5)},
          {"discrete", Distribution::discrete({{4, 0.25}, {0, 0.25}, {10, 0.5}})},
          {"empirical", Distribution::empirical({3, 1, 1, 7, 2})}};
}

std::vector<Law> all_laws() {
  auto laws = continuous_laws();
  for (auto& law : discrete_laws()) laws.push_back(law);
  return laws;
}

/// The integral of f over (0, infinity) by the trapezium rule in s, x = exp(s): doubly fast for smooth f.
template <class Function>
double integral(const Function& f) {
  const double step = 0.0005;
  double sum = 0;
  for (double s = -25; s < 16; s += step) sum += f(std::exp(s)) * std::exp(s) * step;
  return sum;
}

struct Moments {
  double mean = 0, variance = 0, fourth = 0;
};

template <class Draw>
Moments sampled(int n, const Draw& draw) {
  std::vector<double> sample(static_cast<std::size_t>(n));
  Moments moments;
  for (double& x : sample) {
    x = draw();
    moments.mean += x / n;
  }
  for (const double x : sample) {
    const double square = (x - moments.mean) * (x - moments.mean);
    moments.variance += square / n;
    moments.fourth += square * square / n;
  }
  return moments;
}

/// That samples have this mean, within 3.5 of its estimated standard errors.
template <class Draw>
void check_mean(double expected, int n, const Draw& draw) {
  const Moments moments = sampled(n, draw);
  CAPTURE(expected, moments.mean);
  CHECK(std::abs(moments.mean - expected) <= 3.5 * std::sqrt(moments.variance / n) + 1e-9);
}

}  // namespace

TEST_CASE("Mean and variance agree with the integral of the survival function") {
  // E X = integral of S, E X^2 = integral of 2 x S.
  for (const auto& [name, law] : all_laws()) {
    CAPTURE(name);
    const double mean = integral([&law = law](double x) { return 1 - law.cdf(x); });
    const double square = integral([&law = law](double x) { return 2 * x * (1 - law.cdf(x)); });
    CHECK(law.mean() == Approx(mean).epsilon(1e-3));
    CHECK(law.variance() == Approx(square - mean * mean).epsilon(5e-3).margin(0.01));
  }
}

TEST_CASE("Draws have the mean and the variance that the law states") {
  // Standard errors: sqrt(variance / n), and sqrt((fourth central moment - variance^2) / n).
  const int n = 100'000;
  Stream stream({11, 0, 0, 0});
  for (const auto& [name, law] : all_laws()) {
    CAPTURE(name);
    const Moments moments = sampled(n, [&, &law = law] { return law.sample(stream); });
    const double variance_error = std::sqrt((moments.fourth - moments.variance * moments.variance) / n);
    CHECK(std::abs(moments.mean - law.mean()) <= 3.5 * std::sqrt(law.variance() / n) + 1e-9);
    CHECK(std::abs(moments.variance - law.variance()) <= 3.5 * variance_error + 1e-9);
  }
}

TEST_CASE("Moments are those asked for") {
  CHECK(Distribution::gamma(10, 25).mean() == Approx(10));
  CHECK(Distribution::gamma(10, 25).variance() == Approx(625));
  CHECK(Distribution::erlang(6, 3).variance() == Approx(12));
  for (const double variation : {0.001, 0.02, 0.5, 1.0, 3.0, 30.0, 100.0}) {
    CAPTURE(variation);
    for (const auto& law :
         {Distribution::weibull(300, 300 * variation), Distribution::lognormal(300, 300 * variation)}) {
      CHECK(law.mean() == Approx(300).epsilon(1e-9));
      CHECK(std::sqrt(law.variance()) == Approx(300 * variation).epsilon(1e-7));
    }
  }
}

TEST_CASE("A Weibull law whose deviation equals its mean is the exponential") {
  for (const double x : {0.1, 5.0, 40.0}) {
    CHECK(Distribution::weibull(7, 7).cdf(x) == Approx(Distribution::exponential(7).cdf(x)));
  }
}

TEST_CASE("The distribution function undoes the quantile") {
  for (const auto& [name, law] : continuous_laws()) {
    for (const double u : {1e-9, 0.001, 0.1, 0.3, 0.5, 0.77, 0.999, 1 - 1e-9}) {
      CAPTURE(name, u);
      CHECK(law.cdf(law.quantile(u)) == Approx(u).epsilon(1e-6));
    }
    CHECK(law.cdf(0) == 0);
    CHECK(law.cdf(-1) == 0);
  }
}

TEST_CASE("A discrete quantile is the smallest value whose probability is reached") {
  const auto law = Distribution::discrete({{4, 0.25}, {0, 0.25}, {10, 0.5}});
  CHECK(law.quantile(0.2) == 0);
  CHECK(law.quantile(0.25) == 0);
  CHECK(law.quantile(0.26) == 4);
  CHECK(law.quantile(0.5) == 4);
  CHECK(law.quantile(0.51) == 10);
  CHECK(law.cdf(-1) == 0);
  CHECK(law.cdf(4) == 0.5);
  CHECK(law.cdf(9.9) == 0.5);
  CHECK(law.cdf(10) == 1);
}

TEST_CASE("Values without probability never come, equal values are one") {
  const auto law = Distribution::discrete({{1, 0.5}, {5, 0.0}, {1, 0.25}, {2, 0.25}});
  CHECK(law == Distribution::discrete({{1, 0.75}, {2, 0.25}}));
  CHECK(Distribution::empirical({2, 1, 1, 1}) == law);
}

TEST_CASE("Extreme shapes have finite quantiles") {
  for (const double variation : {0.001, 0.1, 1.0, 10.0, 100.0}) {
    for (const auto& law : {Distribution::gamma(100, 100 * variation), Distribution::lognormal(100, 100 * variation),
                            Distribution::weibull(100, 100 * variation)}) {
      double last = 0;
      for (const double u : {0x1.0p-54, 1e-6, 0.01, 0.5, 0.99, 1 - 1e-6, 1 - 0x1.0p-53}) {
        const double x = law.quantile(u);
        CAPTURE(law.kind(), variation, u, x);
        CHECK(std::isfinite(x));
        CHECK(x >= last);
        last = x;
      }
    }
  }
}

TEST_CASE("A longer mean makes every draw from the same stream longer") {
  const auto pairs = {std::pair{Distribution::exponential(5), Distribution::exponential(6)},
                      std::pair{Distribution::gamma(5, 2), Distribution::gamma(6, 2.4)},
                      std::pair{Distribution::lognormal(5, 2), Distribution::lognormal(6, 2.4)},
                      std::pair{Distribution::weibull(5, 2), Distribution::weibull(6, 2.4)},
                      std::pair{Distribution::uniform(1, 4), Distribution::uniform(2, 5)},
                      std::pair{Distribution::triangular(1, 2, 4), Distribution::triangular(1, 3, 5)}};
  for (const auto& [shorter, longer] : pairs) {
    for (std::uint64_t client = 0; client < 500; ++client) {
      Stream first({3, 0, client, 0});
      Stream two({3, 0, client, 0});
      CHECK(shorter.sample(first) < longer.sample(two));
    }
  }
}

TEST_CASE("What remains of an exponential does not depend on the time passed") {
  Stream stream({12, 0, 0, 0});
  check_mean(7, 50'000, [&] { return Distribution::exponential(7).sample_remaining(stream, 1000); });
}

TEST_CASE("What remains has the conditional law's mean", "[long]") {
  // E[X - e | X > e] = integral of S over (e, infinity) / S(e).
  Stream stream({13, 0, 0, 0});
  for (const auto& [name, law] : all_laws()) {
    for (const double elapsed : {0.0, 0.3, 0.6, 2.5}) {
      if (law.cdf(elapsed) == 1) continue;
      CAPTURE(name, elapsed);
      const double rest = integral([&, &law = law](double x) { return 1 - law.cdf(elapsed + x); });
      const double expected = rest / (1 - law.cdf(elapsed));
      const Moments moments = sampled(20'000, [&, &law = law] { return law.sample_remaining(stream, elapsed); });
      CHECK(std::abs(moments.mean - expected) <= 3.5 * std::sqrt(moments.variance / 20'000) + 1e-3 * expected);
    }
  }
}

TEST_CASE("Nothing remains of a bounded stay once its longest length is over") {
  Stream stream({14, 0, 0, 0});
  for (const auto& law : {Distribution::constant(5), Distribution::uniform(1, 5), Distribution::triangular(1, 2, 5),
                          Distribution::discrete({{1, 0.5}, {5, 0.5}})}) {
    for (const double elapsed : {5.0, 5.5, 1e9}) CHECK(law.sample_remaining(stream, elapsed) == 0);
  }
  CHECK(Distribution::constant(5).sample_remaining(stream, 2) == 3);
}

TEST_CASE("A remaining time exists however improbable the time passed was") {
  // Far out a gamma's and an exponential's hazards are alike: 1/scale. Mean 10, deviation 5: scale 2.5.
  Stream stream({15, 0, 0, 0});
  const auto gamma = Distribution::gamma(10, 5);
  check_mean(1 / (1 / 2.5 - 3 / 1e5), 50'000, [&] { return gamma.sample_remaining(stream, 1e5); });
  // A lognormal's: (z + 1/z) / (x spread), to the first order in 1/z; growth over one such length is negligible here.
  const auto lognormal = Distribution::lognormal(10, 1);
  const double spread = std::sqrt(std::log1p(0.01));
  const double z = (std::log(1e4) - std::log(10) + spread * spread / 2) / spread;
  const double ratio = spread / (z + 1 / z);  // E[exp(ratio E) - 1] = ratio / (1 - ratio)
  check_mean(1e4 * ratio / (1 - ratio), 50'000, [&] { return lognormal.sample_remaining(stream, 1e4); });
  // A Weibull ages with the power of time and stays exact: E = (x/scale)^shape is exponential beyond any point.
  const auto weibull = Distribution::weibull(10, 5);
  const Moments moments = sampled(1000, [&] { return weibull.sample_remaining(stream, 1e6); });
  CHECK(moments.mean > 0);
  CHECK(moments.mean < 1e-2);
}

TEST_CASE("Just before and just after the survival underflows, what remains is the same") {
  // Survival of 1e-290 lies between these times; on both sides the same uniform number must give nearly the same rest.
  // gamma(10, 1) is 100 phases of 0.1; log S(0.1 y) is about 99 log y - y - log 99!, so y is about 991.6. The hazard
  // there is 10 % less than far out.
  const auto gamma = Distribution::gamma(10, 1);
  const auto lognormal = Distribution::lognormal(10, 5);
  for (std::uint64_t client = 0; client < 50; ++client) {
    const auto rest = [client](const Distribution& law, double elapsed) {
      Stream stream({16, 0, client, 0});
      return law.sample_remaining(stream, elapsed);
    };
    CHECK(rest(gamma, 98.5) == Approx(rest(gamma, 99.8)).epsilon(0.01));
    const double edge = std::exp(std::log(10 / std::sqrt(1.25)) + std::sqrt(std::log(1.25)) * 36.3);
    CHECK(rest(lognormal, edge * 0.98) / 0.98 == Approx(rest(lognormal, edge * 1.02) / 1.02).epsilon(0.02));
  }
}

TEST_CASE("The time passed in equilibrium has density survival over mean") {
  // Its mean is E X^2 / (2 E X); and P(elapsed <= x) = integral of S over (0, x) / E X.
  const int n = 20'000;
  Stream stream({17, 0, 0, 0});
  for (const auto& [name, law] : all_laws()) {
    CAPTURE(name);
    std::vector<double> draws;
    check_mean((law.variance() + law.mean() * law.mean()) / (2 * law.mean()), n, [&, &law = law] {
      draws.push_back(law.sample_equilibrium_elapsed(stream));
      return draws.back();
    });
    const double x = law.mean();
    const double share = integral([&, &law = law](double y) { return y < x ? 1 - law.cdf(y) : 0.0; }) / law.mean();
    const auto below = std::count_if(draws.begin(), draws.end(), [x](double draw) { return draw <= x; });
    CHECK(std::abs(static_cast<double>(below) / n - share) <= 3.5 * std::sqrt(share * (1 - share) / n) + 1e-3);
  }
  CHECK(Distribution::constant(0).sample_equilibrium_elapsed(stream) == 0);
}

TEST_CASE("A uniform stay from 0 has spent a triangular time in equilibrium") {
  // uniform(0, b): density 2 (b - x) / b^2, so P(elapsed <= b/2) = 3/4.
  const int n = 40'000;
  Stream stream({18, 0, 0, 0});
  const auto law = Distribution::uniform(0, 4);
  int below = 0;
  for (int i = 0; i < n; ++i) below += law.sample_equilibrium_elapsed(stream) <= 2 ? 1 : 0;
  CHECK(std::abs(static_cast<double>(below) / n - 0.75) < 3.5 * std::sqrt(0.75 * 0.25 / n));
}

TEST_CASE("The Laplace transform is the probability to end before an exponential clock", "[long]") {
  // E[exp(-r X)] = integral of r exp(-r x) F(x).
  for (const auto& [name, law] : all_laws()) {
    for (const double rate : {1e-3, 0.1, 1.0, 20.0}) {
      CAPTURE(name, rate);
      const double expected = integral([&, &law = law](double x) { return rate * std::exp(-rate * x) * law.cdf(x); });
      CHECK(law.laplace(rate) == Approx(expected).epsilon(2e-3).margin(1e-9));
    }
    CHECK(law.laplace(0) == Approx(1).epsilon(1e-9));
  }
  // At a very small rate only the mean counts: 1 - r E X.
  for (const auto& [name, law] : all_laws()) CHECK((1 - law.laplace(1e-6)) / 1e-6 == Approx(law.mean()).epsilon(1e-3));
}

TEST_CASE("A change of unit scales quantiles, mean and deviation") {
  for (const auto& [name, law] : all_laws()) {
    CAPTURE(name);
    const auto days = law.scaled(7);
    CHECK(days.kind() == law.kind());
    CHECK(days.mean() == Approx(7 * law.mean()));
    CHECK(days.variance() == Approx(49 * law.variance()));
    for (const double u : {0.1, 0.5, 0.9}) CHECK(days.quantile(u) == Approx(7 * law.quantile(u)));
  }
}

TEST_CASE("A distribution knows its kind, and the default is a constant 0") {
  CHECK(Distribution().kind() == "constant");
  CHECK(Distribution().mean() == 0);
  CHECK(Distribution::triangular(1, 2, 3).kind() == "triangular");
  CHECK(Distribution::uniform(3, 3) == Distribution::constant(3));
  CHECK(Distribution::triangular(3, 3, 3) == Distribution::constant(3));
  CHECK(Distribution::erlang(6, 1).mean() == 6);
}

TEST_CASE("Impossible parameters are refused in words") {
  using D = Distribution;
  CHECK_THROWS_WITH(D::constant(-1), "constant: the value must be a number of at least 0, not -1");
  CHECK_THROWS_WITH(D::uniform(5, 2), "uniform: the lowest value 5 is above the highest 2");
  CHECK_THROWS_WITH(D::triangular(1, 9, 4), Catch::Contains("lowest, most likely, highest"));
  CHECK_THROWS_WITH(D::exponential(0), "exponential: the mean must be a number above 0, not 0");
  CHECK_THROWS_WITH(D::gamma(1, 1e-6), Catch::Contains("between 0.001 and 100 times the mean"));
  CHECK_THROWS_WITH(D::discrete({{1, 0.5}, {2, 0.6}}), "discrete: the probabilities must sum to 1, not 1.1");
  CHECK_THROWS_AS(D::constant(kNoValue), std::domain_error);
  CHECK_THROWS_AS(D::uniform(0, kInfinity), std::domain_error);
  CHECK_THROWS_AS(D::uniform(-1, 2), std::domain_error);
  CHECK_THROWS_AS(D::triangular(-1, 2, 3), std::domain_error);
  CHECK_THROWS_AS(D::gamma(-1, 1), std::domain_error);
  CHECK_THROWS_AS(D::erlang(1, 0), std::domain_error);
  CHECK_THROWS_AS(D::lognormal(1, 0), std::domain_error);
  CHECK_THROWS_AS(D::weibull(1, kNoValue), std::domain_error);
  CHECK_THROWS_AS(D::discrete({}), std::domain_error);
  CHECK_THROWS_AS(D::discrete({{1, -0.5}, {2, 1.5}}), std::domain_error);
  CHECK_THROWS_AS(D::empirical({}), std::domain_error);
  CHECK_THROWS_AS(D::empirical({1, -2}), std::domain_error);
  Stream stream({1, 0, 0, 0});
  CHECK_THROWS_AS(D::exponential(1).sample_remaining(stream, -1), std::domain_error);
  CHECK_THROWS_AS(D::exponential(1).quantile(1), std::domain_error);
  CHECK_THROWS_AS(D::exponential(1).laplace(-1), std::domain_error);
  CHECK_THROWS_AS(D::exponential(1).scaled(0), std::domain_error);
}

}  // namespace trapphus::engine
