// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/experiments/calibration.hpp"

/// What a calibration gave.
namespace trapphus::models {

struct Observation;
struct Scenario;

/// Significant digits of a fitted value in the written scenario.
inline constexpr int kFittedDigits = 4;

/// Beginning of the assumption of an input that was fitted to observations, in the written scenario.
inline constexpr std::string_view kFittedTo = "fitted to ";

/// Result of fitting a scenario's free inputs to its observations.
struct FittedScenario {
  const Scenario& scenario;
  const engine::Calibration& fit;
  std::vector<double> after;  ///< Simulated values of the observations with the inputs as written.
  int replications = 0;
  std::uint64_t seed = 0;
};

/// The name of the observation's group; empty: all groups.
[[nodiscard]] std::string group_name(const Scenario& scenario, const Observation& observation);

/// Whether the observations at these indices are of different alternatives.
[[nodiscard]] bool several_alternatives(const Scenario& scenario, const std::vector<std::size_t>& places);

/// Indices of the observations with the most information about an input, at most three, in descending order.
[[nodiscard]] std::vector<std::size_t> most_telling(const engine::Calibration& fit, std::size_t input);

}  // namespace trapphus::models
