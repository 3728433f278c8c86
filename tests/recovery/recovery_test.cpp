// SPDX-License-Identifier: MIT
// Does a calibration find the truth again? Histories are simulated from known inputs, one realisation each, as reality
// is one; then the inputs are fitted to what was counted in them. Their 95 % intervals should hold the truth in 95 of
// 100 cases.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>

#include "engine/experiments/calibration.hpp"
#include "models/runs/observed.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/recorder_driver.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::on;

constexpr std::size_t kDataSets = 100;
constexpr int kReplications = 100;
constexpr std::uint64_t kFirstFitSeed = 1, kFirstHistory = 1000;

/// What is to be found: arrivals a week, offers a year in the hotel, months in training, the share that is meant for
/// training.
constexpr std::size_t kInputs = 4;
const std::array<const char*, kInputs> kNames{"arrivals a week", "offers a year", "months in training",
                                              "share to training"};
const std::array<double, kInputs> kTruth{2.5, 1.8, 9, 0.35};
const std::array<engine::Unknown, kInputs> kUnknown{{{1, 6, 1.3}, {0.4, 8, 4}, {3, 30, 15}, {0.05, 0.9, 0.6}}};

Scenario scenario(std::span<const double> x) {
  Build b;
  b.group("households", x[0], "hotel");
  b.placement("hotel", 600);
  b.apartment("training", 60, 6000);
  b.exit("own_home");
  b.offers("hotel", "own_home", x[1]);
  b.planned("hotel", "training", build::fixed_days(60), x[3]);
  b.planned("training", "own_home", engine::Distribution::gamma(x[2] * 30.4375 * 86400, x[2] * 15 * 86400));
  b.initial("hotel", "households", 30);
  b.initial("training", "households", 25);
  Scenario scenario;
  scenario.from = on(2012, 1, 1);
  scenario.to = on(2015, 1, 1);
  scenario.replications = kReplications;
  scenario.alternatives.push_back({"scenario", {}, {{scenario.from, b.settings()}}});
  for (const char* measure : {"households.hotel", "households.training", "moves.hotel.own_home", "moves.hotel.training",
                              "moves.training.own_home"}) {
    for (int year = 2012; year < 2015; ++year) {
      Observation observation;
      observation.measure = measure;
      observation.from = on(year, 1, 1);
      observation.to = on(year + 1, 1, 1);
      observation.value = 0;
      scenario.observations.push_back(observation);
    }
  }
  return scenario;
}

/// What is counted in the history of this number.
std::vector<engine::Observed> history(std::uint64_t number) {
  RunOptions options;
  options.seed = kFirstHistory + number;
  options.replications = 1;
  const ObservedRun run = simulate_observed(scenario(kTruth), options);
  std::vector<engine::Observed> counted;
  for (const double value : run.replications.at(0)) counted.push_back({value, {}});
  return counted;
}

TEST_CASE("known inputs are found again from single histories, within their intervals", "[slow]") {
  std::array<int, kInputs> covered{};
  std::array<double, kInputs> widths{}, errors{};
  std::size_t evaluations = 0;
  for (std::size_t d = 0; d < kDataSets; ++d) {
    // With random numbers of its own, so that the fits' errors are independent of one another.
    RunOptions options;
    options.seed = kFirstFitSeed + d;
    const engine::ResponseFunction simulate = [&](std::span<const double> x) {
      return simulate_observed(scenario(x), options).replications;
    };
    const auto fit = engine::calibrate(kUnknown, history(d), simulate);
    CHECK(fit.converged);
    evaluations += fit.evaluations;
    for (std::size_t j = 0; j < kInputs; ++j) {
      const auto& input = fit.inputs[j];
      covered[j] += input.low <= kTruth[j] && kTruth[j] <= input.high ? 1 : 0;
      widths[j] += std::log(input.high / input.low) / kDataSets;
      errors[j] += std::log(input.value / kTruth[j]) / kDataSets;
    }
  }
  int all = 0;
  std::printf("recovery: %zu histories, %zu simulations a fit\n", kDataSets, evaluations / kDataSets);
  for (std::size_t j = 0; j < kInputs; ++j) {
    std::printf("%-20s truth %6.3f  covered %d of %zu  width of the interval %.0f %%  mean error %+.1f %%\n", kNames[j],
                kTruth[j], covered[j], kDataSets, 100 * widths[j], 100 * errors[j]);
    // An interval of the whole range would cover always: it must say something (a factor of 1.5 from end to end)...
    CHECK(widths[j] < std::log(kUnknown[j].high / kUnknown[j].low) / 2);
    // ...and lie around the truth: its mean error has a standard error of width / (2 * 1.96 * sqrt(100)).
    CHECK(std::abs(errors[j]) < 3.5 * widths[j] / (2 * 1.96 * std::sqrt(static_cast<double>(kDataSets))));
    // Binomial(100, 0.95): fewer than 87 has probability 0.0005.
    CHECK(covered[j] >= 87);
    all += covered[j];
  }
  std::printf("coverage of 95 %% intervals: %.1f %% of %zu\n", 100.0 * all / (kInputs * kDataSets),
              kInputs * kDataSets);
  // Mean 380, deviation 4.4 if they were independent: fewer than 365 (3.5 deviations) is too few.
  CHECK(all >= 365);
}

}  // namespace
}  // namespace trapphus::models
