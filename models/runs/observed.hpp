// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/experiments/experiment.hpp"
#include "models/runs/run.hpp"

namespace trapphus::models {

struct Scenario;

/// Indices of the observations that have a value, to which the scenario can be fitted. Forecasts are excluded.
[[nodiscard]] std::vector<std::size_t> measured(const Scenario& scenario);

/// Simulated values of the measured observations. Each is what a realisation by itself gives, also of a ratio or a
/// percentile: an observation is one realisation's own ratio, whose expectation is the mean of the realisations' ratios
/// and not the ratio of all of them together.
struct ObservedRun {
  std::vector<engine::Sample> replications;  ///< By replication: one value per observation, in the order of measured().
  bool interrupted = false;
};

/// Simulates only the alternatives that observations refer to, up to their last date, without cases and check. The
/// values equal those of the replications of run(). Uses the options seed, replications, jobs and stop.
[[nodiscard]] ObservedRun simulate_observed(const Scenario& scenario, const RunOptions& options);

}  // namespace trapphus::models
