// SPDX-License-Identifier: MIT
#include "engine/experiments/calibration.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "engine/statistics/no_value.hpp"

namespace trapphus::engine {
namespace {

using Vector = std::vector<double>;
using Model = std::function<Vector(std::span<const double>)>;

/// Four replications around what the model says: deviations 1, -1, 1, -1 in the first observation and 1, 1, -1, -1 in
/// the second, and so on in turn, times `size`. Their standard deviation is 2 / sqrt(3) of it.
ResponseFunction around(const Model& model, double size = 0.1) {
  return [model, size](std::span<const double> inputs) {
    const Vector means = model(inputs);
    std::vector<Sample> replications(4, means);
    for (std::size_t i = 0; i < means.size(); ++i) {
      for (std::size_t r = 0; r < 4; ++r) {
        const bool up = i % 2 == 0 ? r % 2 == 0 : r < 2;
        replications[r][i] += up ? size : -size;
      }
    }
    return replications;
  };
}
const double kDeviation = 2 / std::sqrt(3.0);
/// The simulation's mean of four replications has an error of its own.
const double kWithMean = std::sqrt(1.25);

std::vector<Observed> exactly(const Vector& values) {
  std::vector<Observed> observations;
  for (const double value : values) observations.push_back({value, {}});
  return observations;
}

/// Arrivals, stay and share: what is there, what leaves, and what leaves well.
Vector staircase(std::span<const double> x) {
  return {x[0] * x[1], x[0] * (1 - std::exp(-3 / x[1])), x[0] * x[2] * x[2], x[1] * std::sqrt(x[2])};
}
const std::vector<Unknown> kStaircase{{1, 50, 5}, {0.5, 20, 2}, {0, 1, 0.9}};
const Vector kTruth{20, 6, 0.3};

TEST_CASE("inputs are recovered from what they bring about") {
  const auto fit = calibrate(kStaircase, exactly(staircase(kTruth)), around(staircase));
  CHECK(fit.converged);
  CHECK_FALSE(fit.interrupted);
  for (std::size_t j = 0; j < 3; ++j) {
    INFO(j);
    CHECK(fit.inputs[j].value == Approx(kTruth[j]).epsilon(0.01));
    CHECK(fit.inputs[j].low < kTruth[j]);
    CHECK(fit.inputs[j].high > kTruth[j]);
  }
  CHECK(fit.misfit_after < 0.01);
  CHECK(fit.misfit_before > 1000);
  CHECK(fit.confounded.empty());
  CHECK(fit.evaluations <= 65 + 6);
  CHECK(fit.before[0] == Approx(10));
}

TEST_CASE("an interval is the observation's deviation, divided by the effect of the input") {
  // y = 10 x, deviation 0.2 / sqrt(3): the standard error of x is a tenth of it.
  const auto model = [](std::span<const double> x) { return Vector{10 * x[0]}; };
  const std::vector<Unknown> unknown{{0, 1, 0.9}};
  const auto fit = calibrate(unknown, exactly({4}), around(model));
  CHECK(fit.inputs[0].value == Approx(0.4).epsilon(1e-3));
  CHECK(fit.uncertainty[0] == Approx(0.1 * kDeviation));
  const double half = 1.96 * 0.1 * kDeviation / 10 * kWithMean;
  CHECK(fit.inputs[0].high - fit.inputs[0].value == Approx(half).epsilon(0.01));
  CHECK(fit.inputs[0].value - fit.inputs[0].low == Approx(half).epsilon(0.01));
  CHECK(fit.effects[0][0] == Approx(10 / (0.1 * kDeviation)));
}

TEST_CASE("the same thing observed twice is not known better") {
  // Observations 0 and 2 vary together, 0 and 1 do not: variances 1 and 1/2.
  const auto twice = [](std::span<const double> x) { return Vector{10 * x[0], 0, 10 * x[0]}; };
  const auto apart = [](std::span<const double> x) { return Vector{10 * x[0], 10 * x[0]}; };
  const std::vector<Unknown> unknown{{0, 1, 0.9}};
  const auto dependent = calibrate(unknown, exactly({4, 0, 4}), around(twice));
  const auto independent = calibrate(unknown, exactly({4, 4}), around(apart));
  const auto width = [](const Calibration& fit) { return fit.inputs[0].high - fit.inputs[0].low; };
  CHECK(width(dependent) == Approx(2 * 1.96 * 0.01 * kDeviation * kWithMean).epsilon(0.01));
  CHECK(width(independent) == Approx(width(dependent) / std::sqrt(2)).epsilon(0.01));
}

TEST_CASE("a stated uncertainty replaces the simulation's, and weighs") {
  const auto model = [](std::span<const double> x) { return Vector{10 * x[0], 10 * x[0]}; };
  const std::vector<Unknown> unknown{{0, 1, 0.9}};
  const std::vector<Observed> observations{{4, 0.1}, {7, 0.2}};
  const auto fit = calibrate(unknown, observations, around(model));
  CHECK(fit.uncertainty == Vector{0.1, 0.2});
  // Weights 1 / 0.01 and 1 / 0.04: 4 : 1.
  CHECK(fit.inputs[0].value == Approx((4 * 0.4 + 0.7) / 5).epsilon(1e-3));
}

TEST_CASE("the weights are those of the fit, not those of a start far away") {
  // Each observation's deviation grows with its value.
  const ResponseFunction simulate = [](std::span<const double> x) {
    return std::vector<Sample>{{x[0] * 1.1, 20.0}, {x[0] * 0.9, 20.0}};
  };
  const std::vector<Unknown> unknown{{1, 100, 90}};
  const auto fit = calibrate(unknown, exactly({10, 20}), simulate);
  CHECK(fit.inputs[0].value == Approx(10).epsilon(1e-3));
  CHECK(fit.uncertainty[0] == Approx(std::sqrt(2.0)).epsilon(0.06));
}

TEST_CASE("what never varies in the simulation is not certain") {
  const auto fit = calibrate(std::vector<Unknown>{{0, 1, 0.9}}, exactly({0, 5, 2}), [](std::span<const double> x) {
    return std::vector<Sample>(3, {0.0, 10 * x[0], 10 * x[0]});
  });
  CHECK(fit.uncertainty[0] == 1);
  CHECK(std::isfinite(fit.misfit_after));
  CHECK(fit.inputs[0].value > 0.2);
  CHECK(fit.inputs[0].value < 0.5);
}

TEST_CASE("an input that the end of its range holds back is told") {
  const auto model = [](std::span<const double> x) { return Vector{10 * x[0], 10 * x[1]}; };
  const std::vector<Unknown> unknown{{0.1, 1, 0.5}, {0.1, 1, 0.5}};
  const auto fit = calibrate(unknown, exactly({15, 0.5}), around(model));
  CHECK(fit.inputs[0].at_high);
  CHECK(fit.inputs[0].value == 1);
  CHECK(fit.inputs[0].high == 1);
  CHECK(fit.inputs[1].at_low);
  CHECK(fit.inputs[1].value == 0.1);
  CHECK(fit.inputs[1].low == 0.1);
  CHECK_FALSE(fit.inputs[1].at_high);
}

TEST_CASE("inputs that the observations cannot tell apart are told, and those of which they say nothing") {
  const auto product = [](std::span<const double> x) { return Vector{x[0] * x[1], 10 * x[3]}; };
  const std::vector<Unknown> unknown{{1, 10, 2}, {1, 10, 3}, {0, 1, 0}, {0, 1, 0.5}};
  const auto fit = calibrate(unknown, exactly({20, 4}), around(product));
  REQUIRE(fit.confounded.size() == 1);
  CHECK(fit.confounded[0].inputs == std::vector<std::size_t>{0, 1});
  CHECK(fit.inputs[0].value * fit.inputs[1].value == Approx(20).epsilon(0.01));
  CHECK(fit.inputs[0].low == 1);
  CHECK(fit.inputs[0].high == 10);
  CHECK(fit.inputs[2].unknown);
  CHECK_FALSE(fit.inputs[2].at_low);
  CHECK(fit.inputs[2].value == Approx(0).margin(1e-6));
  CHECK(fit.inputs[2].high == 1);
  CHECK(fit.inputs[3].value == Approx(0.4).epsilon(0.01));
  CHECK_FALSE(fit.inputs[3].unknown);
}

TEST_CASE("interrupted, the best so far is kept") {
  std::atomic<bool> stop = false;
  CalibrationOptions options;
  options.stop = &stop;
  std::size_t most = 0;
  options.progress = [&](std::size_t done, std::size_t maximum) {
    CHECK(done <= maximum);
    most = done;
    if (done == 9) stop = true;  // the start, six for the differences, two steps
  };
  const auto fit = calibrate(kStaircase, exactly(staircase(kTruth)), around(staircase), options);
  CHECK(most == 9);
  CHECK(fit.interrupted);
  CHECK_FALSE(fit.converged);
  CHECK(fit.evaluations == 9);
  CHECK(fit.misfit_after < fit.misfit_before);
  CHECK(fit.inputs[0].value != 5);
}

TEST_CASE("interrupted before anything is known, the start stays") {
  const auto fit =
      calibrate(kStaircase, exactly(staircase(kTruth)), [](std::span<const double>) { return std::vector<Sample>(); });
  CHECK(fit.interrupted);
  CHECK(fit.evaluations == 0);
  CHECK(fit.inputs[0].value == Approx(5));
  CHECK(std::isnan(fit.inputs[0].low));
  CHECK(fit.effects.empty());
}

TEST_CASE("the evaluations are limited, and the intervals need two more an input") {
  CalibrationOptions options;
  options.evaluations = 8;
  const auto fit = calibrate(kStaircase, exactly(staircase(kTruth)), around(staircase), options);
  CHECK_FALSE(fit.converged);
  CHECK_FALSE(fit.interrupted);
  CHECK(fit.evaluations <= 8 + 6);
  CHECK(fit.misfit_after < fit.misfit_before);
  CHECK(std::isfinite(fit.inputs[0].low));
}

TEST_CASE("the same simulation gives the same fit to the last bit") {
  const auto once = calibrate(kStaircase, exactly(staircase(kTruth)), around(staircase));
  const auto again = calibrate(kStaircase, exactly(staircase(kTruth)), around(staircase));
  for (std::size_t j = 0; j < 3; ++j) {
    CHECK(once.inputs[j].value == again.inputs[j].value);
    CHECK(once.inputs[j].low == again.inputs[j].low);
  }
  CHECK(once.evaluations == again.evaluations);
}

TEST_CASE("steps to where an observation is not defined are not taken") {
  // Above 0.6 nothing is defined; the best is at 0.5.
  const auto model = [](std::span<const double> x) { return Vector{x[0] > 0.6 ? kNoValue : 10 * x[0]}; };
  const std::vector<Unknown> unknown{{0, 1, 0.1}};
  const auto fit = calibrate(unknown, exactly({5}), around(model));
  CHECK(fit.inputs[0].value == Approx(0.5).epsilon(0.01));
}

TEST_CASE("what cannot be fitted is refused") {
  const auto nothing = around([](std::span<const double>) { return Vector{kNoValue}; });
  const std::vector<Unknown> single{{0, 1, 0.5}};
  CHECK_THROWS_AS(calibrate(single, exactly({1}), nothing), std::runtime_error);
  CHECK_THROWS_AS(calibrate({}, exactly({1}), nothing), std::invalid_argument);
  CHECK_THROWS_AS(calibrate(single, {}, nothing), std::invalid_argument);
  CHECK_THROWS_AS(calibrate(std::vector<Unknown>{{1, 1, 1}}, exactly({1}), nothing), std::invalid_argument);
  CHECK_THROWS_AS(calibrate(std::vector<Unknown>{{0, 1, 2}}, exactly({1}), nothing), std::invalid_argument);
}

}  // namespace
}  // namespace trapphus::engine
