// SPDX-License-Identifier: MIT
#include "engine/experiments/determined_fit.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace trapphus::engine {
namespace {

/// Four realisations with a standard deviation of 0.1 around each mean, independent of each other.
template <class Model>
ResponseFunction scattered(const Model& model) {
  return [model](std::span<const double> inputs) {
    const std::vector<double> means = model(inputs);
    std::vector<Sample> realisations(4, means);
    const double size = 0.1 * std::sqrt(3.0) / 2;
    for (std::size_t i = 0; i < means.size(); ++i) {
      for (std::size_t r = 0; r < 4; ++r) realisations[r][i] += (i % 2 == 0 ? r % 2 == 0 : r < 2) ? size : -size;
    }
    return realisations;
  };
}

TEST_CASE("an input that the observations say nothing of keeps its start, and the others are fitted without it") {
  // The second has an effect of 0.05 over its range, half an uncertainty: its interval spans the range. With it at 0.5
  // the first is (3.025 - 0.025) / 10; had it been fitted, 3.025 / 10 - 0.005 x2.
  const auto model = [](std::span<const double> x) { return std::vector<double>{10 * x[0] + 0.05 * x[1]}; };
  const std::vector<Unknown> unknown{{0, 1, 0.7}, {0, 1, 0.5}};
  const std::vector<Observed> observed{{3.025, {}}};
  const Calibration fit = calibrate_determined(unknown, observed, scattered(model));
  CHECK(fit.inputs[1].held);
  CHECK(fit.inputs[1].value == 0.5);
  CHECK(fit.inputs[1].low == 0);
  CHECK(fit.inputs[1].high == 1);
  CHECK_FALSE(fit.inputs[0].held);
  CHECK(fit.inputs[0].value == Approx(0.3).epsilon(1e-4));
  CHECK(fit.inputs[0].low > 0.27);
  CHECK(fit.inputs[0].high < 0.33);
  CHECK(fit.after[0] == Approx(3.025).epsilon(1e-4));
  CHECK(fit.before[0] == Approx(7.025));
  CHECK(fit.confounded.empty());
  REQUIRE(fit.effects.size() == 1);
  CHECK(fit.effects[0][1] == Approx(0.5));
}

TEST_CASE("of inputs whose intervals span their ranges the one with the least effect is held first") {
  // In uncertainties the effects are (3, 5) and (0.6, -1): information 9.36 and 26, in common 15 - 0.6. Each by itself
  // is known, but of both together the standard errors are 0.85 and 0.51 of the range (variance inflation 6.8, below
  // that of confounded inputs), so that both intervals span it.
  const auto model = [](std::span<const double> x) {
    return std::vector<double>{0.3 * x[0] + 0.5 * x[1], 0.3 * x[0] - 0.5 * x[1]};
  };
  const std::vector<Unknown> unknown{{0, 1, 0.5}, {0, 1, 0.5}};
  const std::vector<Observed> observed{{0.4, 0.1}, {-0.1, 0.5}};
  const Calibration free = calibrate(unknown, observed, scattered(model));
  REQUIRE(free.confounded.empty());
  const Calibration fit = calibrate_determined(unknown, observed, scattered(model));
  CHECK(fit.inputs[0].held);
  CHECK(fit.inputs[0].value == 0.5);
  CHECK_FALSE(fit.inputs[1].held);
  // The weighted least squares of the second alone, around 0.5: both are met exactly there.
  CHECK(fit.inputs[1].value == Approx(0.5).margin(0.01));
}

TEST_CASE("inputs of which only the product is observed are not held, but named together") {
  // What is observed fixes the product at 4, anywhere within the ranges.
  const auto model = [](std::span<const double> x) { return std::vector<double>{x[0] * x[1]}; };
  const std::vector<Unknown> unknown{{1, 10, 2}, {1, 10, 3}};
  const std::vector<Observed> observed{{4, {}}};
  const Calibration fit = calibrate_determined(unknown, observed, scattered(model));
  REQUIRE(fit.confounded.size() == 1);
  CHECK(fit.confounded[0].inputs == std::vector<std::size_t>{0, 1});
  for (const FittedInput& input : fit.inputs) {
    CHECK_FALSE(input.held);
    CHECK(input.low == 1);
    CHECK(input.high == 10);
  }
}

TEST_CASE("where the observations say nothing of any input, all stays as it was") {
  const auto model = [](std::span<const double>) { return std::vector<double>{1}; };
  const std::vector<Unknown> unknown{{0, 1, 0.5}, {1, 3, 2}};
  const std::vector<Observed> observed{{2, {}}};
  const Calibration fit = calibrate_determined(unknown, observed, scattered(model));
  CHECK((fit.inputs[0].held && fit.inputs[1].held));
  CHECK(fit.after == fit.before);
  CHECK(fit.misfit_after == fit.misfit_before);
}

TEST_CASE("without an input that is held, names of inputs that are told apart still fit the inputs") {
  const auto model = [](std::span<const double> x) { return std::vector<double>{x[1] * x[2]}; };
  const std::vector<Unknown> unknown{{1, 10, 2}, {1, 10, 2}, {1, 10, 3}};
  const std::vector<Observed> observed{{4, {}}};
  const Calibration fit = calibrate_determined(unknown, observed, scattered(model));
  CHECK(fit.inputs[0].held);
  REQUIRE(fit.confounded.size() == 1);
  CHECK(fit.confounded[0].inputs == std::vector<std::size_t>{1, 2});
}

}  // namespace
}  // namespace trapphus::engine
