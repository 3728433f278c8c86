// SPDX-License-Identifier: MIT
#include "scenarios/studies/calibration.hpp"

#include <algorithm>

#include "engine/experiments/determined_fit.hpp"
#include "engine/statistics/interval.hpp"
#include "models/runs/observed.hpp"
#include "models/studies/study_error.hpp"
#include "scenarios/reading/free.hpp"

namespace trapphus::scenarios {
namespace {

constexpr int kUsualReplications = 200;
/// Of the values tried on the way: more than differences need, fewer than change the text of a bound.
constexpr int kTriedDigits = 10;

/// The scenario of a file, simulated with other values of its free inputs.
class Trial {
 public:
  explicit Trial(const FitRequest& request)
      : file_(request.file, request.free), scenario_(file_.scenario()), options_(request.options) {
    if (scenario_.free.empty()) throw models::StudyError({"usage.no_free_inputs", {}});
    if (models::measured(scenario_).empty()) throw models::StudyError({"usage.nothing_measured", {}});
    if (!options_.replications) options_.replications = std::min(scenario_.replications, kUsualReplications);
    options_.seed = options_.seed.value_or(scenario_.seed);
  }
  [[nodiscard]] const models::Scenario& scenario() const { return scenario_; }
  [[nodiscard]] const models::RunOptions& options() const { return options_; }

  /// Reads the scenario at the ends of the ranges, so that errors appear before the first simulation.
  void check_ends() const {
    for (const auto& input : scenario_.free) {
      for (const auto& end : {input.low, input.high})
        static_cast<void>(file_.scenario({{input.path, end}}, ScenarioFile::Cases::Without));
    }
  }

  [[nodiscard]] models::ObservedRun simulate(std::span<const double> values, int digits,
                                             const std::atomic<bool>* stop) const {
    std::vector<Override> overrides;
    for (std::size_t j = 0; j < values.size(); ++j) {
      if (values[j] == scenario_.free[j].start) continue;  // as it is written
      overrides.push_back({scenario_.free[j].path, written(scenario_.free[j], values[j], digits)});
    }
    models::RunOptions options = options_;
    options.progress = nullptr;  // of the search, not of its simulations
    options.stop = stop;
    return models::simulate_observed(file_.scenario(overrides, ScenarioFile::Cases::Without), options);
  }

 private:
  ScenarioFile file_;
  models::Scenario scenario_;
  models::RunOptions options_;
};

std::vector<engine::Unknown> unknowns(const models::Scenario& scenario) {
  std::vector<engine::Unknown> result;
  for (const auto& input : scenario.free) result.push_back({input.lowest, input.highest, input.start});
  return result;
}

std::vector<engine::Observed> observed(const models::Scenario& scenario) {
  std::vector<engine::Observed> result;
  for (const std::size_t place : models::measured(scenario))
    result.push_back({scenario.observations[place].value, scenario.observations[place].uncertainty});
  return result;
}

engine::Calibration search(const Trial& trial, const FitRequest& request) {
  engine::CalibrationOptions options;
  options.evaluations = request.evaluations;
  options.stop = request.options.stop;
  if (request.options.progress)
    options.progress = [&request](std::size_t done, std::size_t most) {
      request.options.progress({"fitting", static_cast<std::int64_t>(done), static_cast<std::int64_t>(most)});
    };
  const engine::ResponseFunction simulate = [&](std::span<const double> values) {
    auto run = trial.simulate(values, kTriedDigits, request.options.stop);
    return run.interrupted ? std::vector<engine::Sample>() : std::move(run.replications);
  };
  return engine::calibrate_determined(unknowns(trial.scenario()), observed(trial.scenario()), simulate, options);
}

/// A base knows the fitted inputs too, or what is written would be no scenario. Throws Invalid.
void check_base(const FitRequest& request, const models::Scenario& scenario, const std::vector<double>& values) {
  if (!request.base) return;  // the trial has read it
  std::vector<Override> overrides;
  for (std::size_t j = 0; j < values.size(); ++j)
    overrides.push_back({scenario.free[j].path, written(scenario.free[j], values[j], models::kFittedDigits)});
  static_cast<void>(ScenarioFile(*request.base).scenario(overrides));
}

std::vector<double> starts(const models::Scenario& scenario) {
  std::vector<double> values;
  for (const auto& input : scenario.free) values.push_back(input.start);
  return values;
}
std::vector<double> fitted_values(const engine::Calibration& fit) {
  std::vector<double> values;
  for (const auto& input : fit.inputs) values.push_back(input.value);
  return values;
}

/// Refuses values that no observation supports.
void check_determined(const models::Scenario& scenario, const engine::Calibration& fit) {
  const auto held = [](const engine::FittedInput& input) { return input.held; };
  if (std::all_of(fit.inputs.begin(), fit.inputs.end(), held))
    throw models::StudyError({"calibration.says_nothing", {}});
  if (fit.confounded.empty()) return;
  std::string names;
  for (const auto& group : fit.confounded) {
    std::string alike;
    for (const std::size_t input : group.inputs) alike += (alike.empty() ? "" : ", ") + scenario.free[input].path;
    names += (names.empty() ? "" : "; ") + alike;
  }
  throw models::StudyError({"calibration.refused", {{"names", names}}});
}

/// With the values as they are written, so that whoever runs the written scenario sees the same.
std::vector<double> means_as_written(const Trial& trial, const engine::Calibration& fit) {
  const auto run = trial.simulate(fitted_values(fit), models::kFittedDigits, nullptr);
  std::vector<double> means;
  for (std::size_t i = 0; i < fit.uncertainty.size(); ++i)
    means.push_back(engine::confidence_interval(engine::column(run.replications, i)).mean);
  return means;
}

}  // namespace

std::optional<Fitted> fit(const FitRequest& request) {
  const Trial trial(request);
  trial.check_ends();
  check_base(request, trial.scenario(), starts(trial.scenario()));
  engine::Calibration found = search(trial, request);
  if (found.before.empty() || found.evaluations == 0) return std::nullopt;
  if (!request.force && !found.interrupted) check_determined(trial.scenario(), found);
  std::vector<double> after = means_as_written(trial, found);
  check_base(request, trial.scenario(), fitted_values(found));
  return Fitted{trial.scenario(), std::move(found), std::move(after), *trial.options().replications,
                *trial.options().seed};
}

}  // namespace trapphus::scenarios
