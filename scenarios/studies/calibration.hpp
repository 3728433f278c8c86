// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/experiments/calibration.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/scenario.hpp"
#include "models/studies/fitted_scenario.hpp"
#include "scenarios/reading/reader.hpp"

namespace trapphus::scenarios {

/// A scenario file whose free inputs are to be fitted to its observations.
struct FitRequest {
  Source file;
  std::vector<Override> free;   ///< Paths with their ranges; empty: the scenario's own list.
  models::RunOptions options;   ///< Seed, replications (absent: the scenario's, at most 200), jobs, progress, stop.
  std::size_t evaluations = 0;  ///< Simulations that the search may use; 0: by the number of inputs.
  /// What the fitted scenario extends, where that is not the file itself: it must know the fitted inputs too.
  std::optional<Source> base;
  bool force = false;  ///< Also values of inputs that the observations cannot tell apart.
};

struct Fitted {
  models::Scenario scenario;
  engine::Calibration fit;
  std::vector<double> after;  ///< Simulated values of the observations with the inputs as written.
  int replications = 0;
  std::uint64_t seed = 0;

  [[nodiscard]] models::FittedScenario view() const { return {scenario, fit, after, replications, seed}; }
};

/// Fits the scenario. Absent if stopped before the first simulation. Throws what reading throws, and StudyError without
/// free inputs or without observations, and unless forced where the observations cannot tell inputs apart or say
/// nothing of any.
[[nodiscard]] std::optional<Fitted> fit(const FitRequest& request);

}  // namespace trapphus::scenarios
