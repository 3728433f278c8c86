// SPDX-License-Identifier: MIT
#include "models/runs/run.hpp"

#include <algorithm>
#include <utility>

#include "engine/experiments/experiment.hpp"
#include "engine/kernels/simgrid_kernel.hpp"
#include "models/life/world.hpp"
#include "models/measures/measure_recorder.hpp"
#include "models/runs/aggregate.hpp"
#include "models/runs/pooled.hpp"
#include "models/runs/trajectory.hpp"
#include "models/runs/windows.hpp"
#include "models/staircase/scenario.hpp"
#include "models/staircase/selection.hpp"

namespace trapphus::models {

namespace {

/// The precision is evaluated at these numbers of replications only, so that the result does not depend on the threads.
constexpr std::size_t kFirstBatch = 40;
constexpr std::size_t kBatch = 20;
constexpr std::size_t kMostForPrecision = 10'000;

std::unique_ptr<engine::Kernel> make_kernel(KernelChoice choice, Time start) {
  return choice == KernelChoice::SimGrid ? engine::simgrid_kernel(start) : engine::calendar_kernel();
}

/// One replication of all alternatives, with the same households in each.
struct Paired {
  std::vector<ReplicationResult> alternatives;
  std::uint64_t events = 0;
};

/// Runs replications of a set of alternatives.
class Runner {
 public:
  Runner(const Scenario& scenario, const MeasureTable& table, const RunOptions& options)
      : scenario_(scenario), table_(table), options_(options), seed_(options.seed.value_or(scenario.seed)) {
    for (const Alternative& alternative : scenario.alternatives) {
      std::vector<Observation> its;
      for (const Observation& observation : scenario.observations) {
        if (alternative_called(scenario, observation.alternative) == &alternative) its.push_back(observation);
      }
      windows_.push_back(windows_of(its, table, Period(scenario.from, scenario.to)));
    }
  }

  /// Runs at most `most` replications; fewer if interrupted or if `until` is reached.
  engine::Replications<Paired> run(const std::vector<Alternative>& alternatives, std::size_t most, const char* phase,
                                   bool until_precise) const {
    engine::ExperimentOptions experiment;
    experiment.maximum = most;
    experiment.first_batch = std::min(kFirstBatch, most);
    experiment.batch = kBatch;
    // SimGrid's state is global: one thread.
    experiment.jobs = options_.kernel == KernelChoice::SimGrid ? 1 : static_cast<std::size_t>(options_.jobs);
    experiment.stop = options_.stop;
    if (options_.progress) {
      experiment.progress = [this, phase](std::size_t done, std::size_t maximum) {
        options_.progress({phase, static_cast<std::int64_t>(done), static_cast<std::int64_t>(maximum)});
      };
    }
    const auto run_one = [&](std::size_t replication) { return replicate(alternatives, replication); };
    if (!until_precise) return engine::replicate(experiment, run_one);
    return engine::replicate(experiment, run_one, std::function<bool(std::span<const Paired>)>([this](auto finished) {
                               return precise(finished);
                             }));
  }

 private:
  [[nodiscard]] Paired replicate(const std::vector<Alternative>& alternatives, std::size_t replication) const {
    Paired paired;
    for (std::size_t a = 0; a < alternatives.size(); ++a) {
      const Alternative& alternative = alternatives[a];
      MeasureRecorder recorder(table_, alternative.epochs.front().settings, scenario_.from, scenario_.to,
                               &alternatives == &scenario_.alternatives ? windows_[a] : std::vector<Window>());
      World world(alternative, {scenario_.from, scenario_.to, seed_, replication},
                  make_kernel(options_.kernel, scenario_.from), recorder);
      world.run();
      paired.alternatives.push_back(recorder.result());
      paired.events += world.events();
    }
    return paired;
  }

  /// Whether the precision measure is within `until` in every alternative.
  [[nodiscard]] bool precise(std::span<const Paired> finished) const {
    const std::size_t measure = table_.find(scenario_.precision_measure).value();
    for (std::size_t a = 0; a < finished.front().alternatives.size(); ++a) {
      ReplicationRefs replications;
      for (const Paired& paired : finished) replications.push_back(&paired.alternatives[a]);
      if (relative_half_width(replications, measure) > *options_.until) return false;
    }
    return true;
  }

  const Scenario& scenario_;
  const MeasureTable& table_;
  const RunOptions& options_;
  std::uint64_t seed_;
  std::vector<std::vector<Window>> windows_;  ///< By alternative of the scenario: of its observations.
};

/// Transposes replications of all alternatives to replications by alternative.
std::vector<Replicated> by_alternative(std::vector<Paired>& finished, std::size_t alternatives) {
  std::vector<Replicated> runs(alternatives);
  for (Paired& paired : finished) {
    for (std::size_t a = 0; a < alternatives; ++a) runs[a].push_back(std::move(paired.alternatives[a]));
  }
  return runs;
}

}  // namespace

Results run(const Scenario& scenario, const RunOptions& options) {
  const MeasureTable table(scenario);
  Results results;
  results.seed = options.seed.value_or(scenario.seed);
  if (options.check != CheckChoice::Off) results.check = check_kernels(scenario, options);

  const Runner runner(scenario, table, options);
  const auto asked = static_cast<std::size_t>(options.replications.value_or(
      options.until ? std::max(scenario.replications, static_cast<int>(kMostForPrecision)) : scenario.replications));
  auto base = runner.run(scenario.alternatives, asked, "simulating", options.until.has_value());
  results.complete = base.complete();
  results.replications = static_cast<int>(base.results.size());
  if (base.results.empty()) return results;
  for (const Paired& paired : base.results) results.events += paired.events;
  const auto runs = by_alternative(base.results, scenario.alternatives.size());
  if (options.inspect) options.inspect(runs);
  aggregate(scenario, table, runs, results);

  for (const Case& assumptions : scenario.cases) {
    auto run = runner.run(assumptions.alternatives, static_cast<std::size_t>(std::max(results.replications, 2)),
                          assumptions.name.c_str(), false);
    results.complete = results.complete && run.complete();
    if (run.results.size() < 2) break;
    for (const Paired& paired : run.results) results.events += paired.events;
    results.cases.push_back(
        aggregate_case(assumptions, table, by_alternative(run.results, assumptions.alternatives.size())));
  }
  return results;
}

void replay(const Scenario& scenario, const Alternative& alternative, std::uint64_t seed, std::uint64_t replication,
            Recorder& recorder, KernelChoice kernel) {
  World world(alternative, {scenario.from, scenario.to, seed, replication}, make_kernel(kernel, scenario.from),
              recorder);
  world.run();
}

}  // namespace trapphus::models
