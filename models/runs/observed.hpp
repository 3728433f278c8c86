// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/experiments/experiment.hpp"
#include "models/runs/run.hpp"

namespace trapphus::models {

struct Scenario;

/// The scenario's observations that have a value, by their place in it: what it can be fitted to. Forecasts are not.
[[nodiscard]] std::vector<std::size_t> measured(const Scenario& scenario);

/// What the simulation says to the measured observations.
struct ObservedRun {
  std::vector<engine::Sample> replications;  ///< One a replication: a value an observation, in the order of measured().
  bool interrupted = false;
};

/// Simulates no more than this needs: the alternatives that the observations name, as far as these reach, without cases
/// and without the check. The values are those that `run` finds. Of the options: seed, replications, jobs and stop.
[[nodiscard]] ObservedRun simulate_observed(const Scenario& scenario, const RunOptions& options);

}  // namespace trapphus::models
