// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/experiments/calibration.hpp"

/// What a calibration gave.
namespace trapphus::models {

struct Observation;
struct Scenario;

/// Significant digits of a fitted value in the scenario that is written.
inline constexpr int kFittedDigits = 4;

/// A scenario's free inputs, fitted to its measured observations.
struct FittedScenario {
  const Scenario& scenario;
  const engine::Calibration& fit;
  std::vector<double> after;  ///< What the simulation says to the observations with the values as they are written.
  int replications = 0;
  std::uint64_t seed = 0;
};

/// The name of the group that the observation is of; empty: of all.
[[nodiscard]] std::string group_name(const Scenario& scenario, const Observation& observation);

/// Whether the observations at these places are not all of the same alternative.
[[nodiscard]] bool several_alternatives(const Scenario& scenario, const std::vector<std::size_t>& places);

/// The observations that say most of an input, at most three, the most telling first; places among the measured.
[[nodiscard]] std::vector<std::size_t> most_telling(const engine::Calibration& fit, std::size_t input);

}  // namespace trapphus::models
