// SPDX-License-Identifier: MIT
#include "output/commands/commands.hpp"
#include "output/commands/interrupt.hpp"
#include "output/commands/option_values.hpp"
#include "output/commands/progress.hpp"
#include "output/files/atomic_file.hpp"
#include "output/files/fitted_yaml.hpp"
#include "output/studies/calibrating.hpp"
#include "output/terminal/calibration.hpp"
#include "scenarios/format/yaml/shipped.hpp"

namespace trapphus::output {
namespace {

namespace fs = std::filesystem;

/// What the fitted scenario extends.
const fs::path& extended(const CalibrateCommand& command) {
  return command.base ? *command.base : command.file;
}

std::optional<Fitted> fit(const CalibrateCommand& command, const Interruption& interruption, const Streams& streams) {
  ProgressDisplay display(streams.err, progress_style(streams.err, command.quiet), streams.words);
  FitRequest request{command.file, command.free, command.options, command.evaluations, {}};
  if (command.base) request.base = *command.base;
  request.options.stop = &interruption.flag();
  request.options.progress = [&display](const models::Progress& progress) { display.show(progress); };
  return fit(request);
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
    throw UsageError("usage.out_is_the_scenario", {{"found", command.out->string()}});
  if (out == fs::weakly_canonical(extended(command), none))
    throw UsageError("usage.out_is_extended", {{"found", command.out->string()}});
}

}  // namespace

ExitCode calibrate_command(const CalibrateCommand& command, Streams streams) {
  refuse_own_file(command);
  if (command.out) prepare_folder(fs::absolute(*command.out).parent_path());  // before the work, not after it

  const Interruption interruption;
  const std::optional<Fitted> fitted = fit(command, interruption, streams);
  if (!fitted) {
    streams.err << streams.words("calibration.nothing") << '\n';
    return ExitCode::Interrupted;
  }
  streams.out << calibration_report(fitted->view(), streams.words) << std::flush;
  const std::string yaml = fitted_yaml(fitted->view(), fitted_file(command));
  if (command.out) {
    write_atomically(*command.out, yaml);
    streams.out << streams.words("calibration.written", {{"file", command.out->string()}}) << '\n';
  } else {
    streams.out << "\n" << yaml;
  }
  if (fitted->fit.interrupted) streams.err << streams.words("calibration.stopped") << '\n';
  return fitted->fit.interrupted ? ExitCode::Interrupted : ExitCode::Done;
}

}  // namespace trapphus::output
