// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "engine/calibration.hpp"
#include "engine/interval.hpp"
#include "models/observed.hpp"
#include "output/atomic_file.hpp"
#include "output/calibration_report.hpp"
#include "output/commands.hpp"
#include "output/interrupt.hpp"
#include "output/option_values.hpp"
#include "output/progress.hpp"
#include "scenarios/free.hpp"
#include "scenarios/shipped.hpp"

namespace trapphus::output {
namespace {

namespace fs = std::filesystem;
using scenarios::Override;
using scenarios::ScenarioFile;

constexpr int kUsualReplications = 200;
/// Of the values tried on the way: more than differences need, fewer than change the text of a bound.
constexpr int kTriedDigits = 10;

/// The scenario of a file, simulated with other values of its free inputs.
class Trial {
 public:
  explicit Trial(const CalibrateCommand& command)
      : file_(command.file, command.free), scenario_(file_.scenario()), options_(command.options) {
    if (scenario_.free.empty())
      throw UsageError(
          "the scenario lists no free inputs; expected --free PATH=LOW..HIGH, or a list `free` in the file");
    if (models::measured(scenario_).empty()) throw UsageError("the scenario has no observation with a value to fit to");
    if (!options_.replications) options_.replications = std::min(scenario_.replications, kUsualReplications);
    options_.seed = options_.seed.value_or(scenario_.seed);
  }
  [[nodiscard]] const models::Scenario& scenario() const { return scenario_; }
  [[nodiscard]] const models::RunOptions& options() const { return options_; }

  /// The ends of the ranges are tried before the work, not found out in the middle of it.
  void check_ends() const {
    for (const auto& input : scenario_.free) {
      for (const auto& end : {input.low, input.high})
        static_cast<void>(file_.scenario({{input.path, end}}, ScenarioFile::Cases::Without));
    }
  }

  [[nodiscard]] models::ObservedRun simulate(std::span<const double> values, int digits,
                                             const std::atomic<bool>* stop) const {
    std::vector<Override> overrides;
    for (std::size_t j = 0; j < values.size(); ++j)
      overrides.push_back({scenario_.free[j].path, scenarios::written(scenario_.free[j], values[j], digits)});
    models::RunOptions options = options_;
    options.stop = stop;
    return models::simulate_observed(file_.scenario(overrides, ScenarioFile::Cases::Without), options);
  }

 private:
  ScenarioFile file_;
  models::Scenario scenario_;
  models::RunOptions options_;
};

std::vector<engine::Unknown> unknowns(const models::Scenario& scenario) {
  std::vector<engine::Unknown> found;
  for (const auto& input : scenario.free) found.push_back({input.lowest, input.highest, input.start});
  return found;
}

std::vector<engine::Observed> observed(const models::Scenario& scenario) {
  std::vector<engine::Observed> found;
  for (const std::size_t place : models::measured(scenario))
    found.push_back({scenario.observations[place].value, scenario.observations[place].uncertainty});
  return found;
}

engine::Calibration fit(const Trial& trial, const CalibrateCommand& command, const Interruption& interruption,
                        std::ostream& err) {
  ProgressDisplay display(err, progress_style(err, command.quiet));
  engine::CalibrationOptions options;
  options.evaluations = command.evaluations;
  options.stop = &interruption.flag();
  options.progress = [&display](std::size_t done, std::size_t most) {
    display.show({"fitting", static_cast<std::int64_t>(done), static_cast<std::int64_t>(most)});
  };
  const engine::Simulation simulate = [&](std::span<const double> values) {
    auto run = trial.simulate(values, kTriedDigits, &interruption.flag());
    return run.interrupted ? std::vector<engine::Sample>() : std::move(run.replications);
  };
  return engine::calibrate(unknowns(trial.scenario()), observed(trial.scenario()), simulate, options);
}

/// What the fitted scenario extends.
const fs::path& extended(const CalibrateCommand& command) {
  return command.base ? *command.base : command.file;
}

/// A base knows the fitted inputs too, or what is written would be no scenario. Throws Invalid.
void check_base(const CalibrateCommand& command, const models::Scenario& scenario, const std::vector<double>& values) {
  if (!command.base) return;  // the trial has read it
  std::vector<Override> overrides;
  for (std::size_t j = 0; j < values.size(); ++j)
    overrides.push_back({scenario.free[j].path, scenarios::written(scenario.free[j], values[j], kFittedDigits)});
  static_cast<void>(ScenarioFile(*command.base).scenario(overrides));
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

/// With the values as they are written, so that whoever runs the written scenario sees the same.
std::vector<double> means_as_written(const Trial& trial, const engine::Calibration& fit) {
  const auto run = trial.simulate(fitted_values(fit), kFittedDigits, nullptr);
  std::vector<double> means;
  for (std::size_t i = 0; i < fit.uncertainty.size(); ++i)
    means.push_back(engine::confidence_interval(engine::column(run.replications, i)).mean);
  return means;
}

FittedFile fitted_file(const CalibrateCommand& command) {
  FittedFile file;
  const fs::path folder = command.out ? fs::absolute(*command.out).parent_path() : fs::current_path();
  const auto from_folder = [&folder](const fs::path& path) {
    if (scenarios::is_shipped(path)) return path.string();
    return fs::absolute(path).lexically_normal().lexically_relative(folder.lexically_normal()).string();
  };
  file.extends = from_folder(extended(command));
  file.command = {"calibrate", from_folder(command.file)};
  for (const auto& free : command.free) {
    file.command.emplace_back("--free");
    file.command.push_back(free.path + "=" + free.value);
  }
  const auto add = [&file](const char* option, const std::string& value) {
    file.command.emplace_back(option);
    file.command.push_back(value);
  };
  if (command.options.replications) add("--replications", std::to_string(*command.options.replications));
  if (command.options.seed) add("--seed", std::to_string(*command.options.seed));
  if (command.evaluations > 0) add("--evaluations", std::to_string(command.evaluations));
  if (command.base) add("--base", file.extends);
  add("--out", command.out ? command.out->filename().string() : "FITTED.yaml");
  return file;
}

void refuse_own_file(const CalibrateCommand& command) {
  if (!command.out) return;
  std::error_code none;
  const fs::path out = fs::weakly_canonical(*command.out, none);
  if (out == fs::weakly_canonical(command.file, none))
    throw UsageError(
        fmt::format("--out: found \"{}\", the scenario itself; expected another file", command.out->string()));
  if (out == fs::weakly_canonical(extended(command), none))
    throw UsageError(fmt::format("--out: found \"{}\", which the fitted scenario extends; expected another file",
                                 command.out->string()));
}

}  // namespace

ExitCode calibrate_command(const CalibrateCommand& command, Streams streams) {
  refuse_own_file(command);
  const Trial trial(command);
  trial.check_ends();
  check_base(command, trial.scenario(), starts(trial.scenario()));
  if (command.out) prepare_folder(fs::absolute(*command.out).parent_path());  // before the work, not after it

  const Interruption interruption;
  const auto found = fit(trial, command, interruption, streams.err);
  if (found.before.empty() || found.evaluations == 0) {
    streams.err << "trapphus: interrupted before anything was simulated; nothing is written\n";
    return ExitCode::Interrupted;
  }
  const FittedScenario fitted{trial.scenario(), found, means_as_written(trial, found), *trial.options().replications,
                              *trial.options().seed};
  streams.out << calibration_report(fitted) << std::flush;
  check_base(command, trial.scenario(), fitted_values(found));
  const std::string yaml = fitted_yaml(fitted, fitted_file(command));
  if (command.out) {
    write_atomically(*command.out, yaml);
    streams.out << fmt::format("written to {}\n", command.out->string());
  } else {
    streams.out << "\n" << yaml;
  }
  if (found.interrupted) streams.err << "trapphus: interrupted; the best values found so far are given\n";
  return found.interrupted ? ExitCode::Interrupted : ExitCode::Done;
}

}  // namespace trapphus::output
