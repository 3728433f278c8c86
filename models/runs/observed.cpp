// SPDX-License-Identifier: MIT
#include "models/runs/observed.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/process/kernel.hpp"
#include "models/life/world.hpp"
#include "models/measures/measure_recorder.hpp"
#include "models/runs/windows.hpp"
#include "models/staircase/scenario.hpp"
#include "models/staircase/selection.hpp"

namespace trapphus::models {

namespace {

/// The observations of one alternative, and the time that they need.
struct Watched {
  const Alternative* alternative = nullptr;
  std::vector<Observation> observations;
  std::vector<std::size_t> columns;  ///< Places among the measured.
  Time to;
};

const Alternative& alternative_of(const Scenario& scenario, const Observation& observation) {
  if (const Alternative* found = alternative_called(scenario, observation.alternative)) return *found;
  throw std::invalid_argument("an observation names an alternative that is not there: " + observation.alternative);
}

std::vector<Watched> watched(const Scenario& scenario) {
  std::vector<Watched> all;
  const auto places = measured(scenario);
  for (std::size_t column = 0; column < places.size(); ++column) {
    const Observation& observation = scenario.observations[places[column]];
    const Alternative& alternative = alternative_of(scenario, observation);
    auto found = std::find_if(all.begin(), all.end(), [&](const Watched& w) { return w.alternative == &alternative; });
    if (found == all.end()) found = all.insert(all.end(), {&alternative, {}, {}, scenario.from + engine::kDay});
    found->observations.push_back(observation);
    found->columns.push_back(column);
    found->to = std::max(found->to, std::min(scenario.to, observation.to));
  }
  return all;
}

}  // namespace

std::vector<std::size_t> measured(const Scenario& scenario) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < scenario.observations.size(); ++i) {
    if (!std::isnan(scenario.observations[i].value)) places.push_back(i);
  }
  return places;
}

ObservedRun simulate_observed(const Scenario& scenario, const RunOptions& options) {
  const MeasureTable table(scenario);
  const std::vector<Watched> all = watched(scenario);
  const std::size_t columns = measured(scenario).size();
  engine::ExperimentOptions experiment;
  experiment.maximum = static_cast<std::size_t>(options.replications.value_or(scenario.replications));
  experiment.jobs = static_cast<std::size_t>(options.jobs);
  experiment.stop = options.stop;
  const std::uint64_t seed = options.seed.value_or(scenario.seed);
  const auto run_one = [&](std::size_t replication) {
    engine::Sample values(columns);
    for (const Watched& run : all) {
      const Period period(scenario.from, run.to);
      MeasureRecorder recorder(table, run.alternative->epochs.front().settings, scenario.from, run.to,
                               windows_of(run.observations, table, period));
      World world(*run.alternative, {scenario.from, run.to, seed, replication}, engine::calendar_kernel(), recorder);
      world.run();
      const ReplicationResult result = recorder.result();
      for (std::size_t i = 0; i < run.columns.size(); ++i)
        values[run.columns[i]] = simulated(run.observations[i], table, period, result);
    }
    return values;
  };
  auto finished = engine::replicate(experiment, run_one);
  return {std::move(finished.results), finished.interrupted};
}

}  // namespace trapphus::models
