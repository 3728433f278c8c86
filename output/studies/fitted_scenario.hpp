// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/experiments/calibration.hpp"
#include "output/language/language.hpp"

namespace trapphus::models {
struct Observation;
struct Scenario;
}  // namespace trapphus::models

/// What a calibration gave, and what is to be said of it.
namespace trapphus::output {

/// Significant digits of a fitted value in the scenario that is written.
inline constexpr int kFittedDigits = 4;

/// A scenario's free inputs, fitted to its measured observations.
struct FittedScenario {
  const models::Scenario& scenario;
  const engine::Calibration& fit;
  std::vector<double> after;  ///< What the simulation says to the observations with the values as they are written.
  int replications = 0;
  std::uint64_t seed = 0;
};

/// The name of the group that the observation is of; empty: of all.
[[nodiscard]] std::string group_name(const models::Scenario& scenario, const models::Observation& observation);

/// "households.acute of families, 2011-09 to 2011-12"; "turnover.emergency in navigator, 2016-01 to 2016-12" if several
/// alternatives have observations.
[[nodiscard]] std::string observation_text(const models::Scenario& scenario, const models::Observation& observation);

/// What is to be said of an input beside its interval: that the end of its range holds it back, that nothing is known
/// of it. Empty: nothing.
[[nodiscard]] std::string remark(const FittedScenario& fitted, std::size_t input, const Words& words);

/// The observations that say most of an input, at most three, the most telling first; places among the measured.
[[nodiscard]] std::vector<std::size_t> most_telling(const engine::Calibration& fit, std::size_t input);

}  // namespace trapphus::output
