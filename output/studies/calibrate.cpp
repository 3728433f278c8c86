// SPDX-License-Identifier: MIT
#include <filesystem>

#include "output/files/atomic_file.hpp"
#include "output/files/fitted_yaml.hpp"
#include "output/json/calibration.hpp"
#include "output/language/localized_error.hpp"
#include "output/studies/study.hpp"
#include "output/terminal/calibration.hpp"
#include "scenarios/format/yaml/shipped.hpp"
#include "scenarios/studies/calibration.hpp"

namespace trapphus::output {
namespace {

namespace fs = std::filesystem;

struct Calibrated {
  scenarios::Fitted fitted;
  FittedFile file;
};

/// What the fitted scenario extends.
fs::path extended(const OptionValues& options, const fs::path& scenario) {
  return options.text("base", scenario.string());
}

/// How the fitted scenario is made again, in the folder that it is written to.
FittedFile fitted_file(const StudyInput& input, const scenarios::FitRequest& request) {
  const OptionValues& options = input.options;
  const fs::path scenario = input.scenario().file, out = options.text("out");
  const fs::path folder = out.empty() ? fs::current_path() : fs::absolute(out).parent_path();
  const auto from_folder = [&folder](const fs::path& path) {
    if (scenarios::is_shipped(path)) return path.string();
    return fs::absolute(path).lexically_normal().lexically_relative(folder.lexically_normal()).string();
  };
  FittedFile file{from_folder(extended(options, scenario)), {"calibrate", from_folder(scenario)}};
  const auto add = [&file](const char* option, const std::string& value) {
    file.command.emplace_back(option);
    file.command.push_back(value);
  };
  for (const auto& free : request.free) add("--free", free.path + "=" + free.value);
  if (request.options.replications) add("--replications", std::to_string(*request.options.replications));
  if (request.options.seed) add("--seed", std::to_string(*request.options.seed));
  if (request.evaluations > 0) add("--evaluations", std::to_string(request.evaluations));
  if (request.force) file.command.emplace_back("--force");
  if (options.has("base")) add("--base", file.extends);
  add("--out", out.empty() ? "FITTED.yaml" : out.filename().string());
  return file;
}

void check_calibrate(const OptionValues& options) {
  if (!options.has("out")) return;
  const std::string target = options.text("out");
  std::error_code none;
  const fs::path scenario = options.text("scenario"), out = fs::weakly_canonical(target, none);
  if (out == fs::weakly_canonical(scenario, none)) throw UsageError("usage.out_is_the_scenario", {{"found", target}});
  if (out == fs::weakly_canonical(extended(options, scenario), none))
    throw UsageError("usage.out_is_extended", {{"found", target}});
  prepare_folder(fs::absolute(target).parent_path());  // before the work, not after it
}

std::any run_calibrate(const StudyInput& input) {
  scenarios::FitRequest request{input.scenario(),
                                input.options.assignments("free"),
                                input.simulation,
                                static_cast<std::size_t>(input.options.value<std::int64_t>("evaluations")),
                                {}};
  if (input.options.has("base")) request.base = fs::path(input.options.text("base"));
  request.force = input.options.flag("force");
  if (input.show_warnings) input.warn(scenarios::ScenarioFile(request.file, request.free).scenario());
  input.begin();
  auto fitted = fit(request);
  if (!fitted) return {};
  return Calibrated{std::move(*fitted), fitted_file(input, request)};
}

StudyEnding ending(const Calibrated& result, const OptionValues&, const Words& words) {
  if (!result.fitted.fit.interrupted) return {ExitCode::Done, result.fitted.replications};
  return {ExitCode::Interrupted, result.fitted.replications, {words("calibration.stopped")}};
}

std::string yaml(const Calibrated& result) {
  return fitted_yaml(result.fitted.view(), result.file);
}

std::vector<Renderer> calibrate_renderers() {
  return {content_of<Calibrated>(
              "text", "",
              [](const Calibrated& it, const Words& words) { return calibration_report(it.fitted.view(), words); }),
          content_of<Calibrated>("page", "",
                                 [](const Calibrated& it, const Words& words) {
                                   return calibration_data(it.fitted.view(), yaml(it), words);
                                 }),
          content_of<Calibrated>("yaml", "fitted.yaml", [](const Calibrated& it, const Words&) { return yaml(it); })};
}

}  // namespace

Study calibrate_study() {
  return {.name = "calibrate",
          .help = "help.calibrate",
          .options = joined(
              {{file_option(),
                {.name = "free", .type = OptionType::Ranges, .help = "help.calibrate.free", .shown = "PATH=LOW..HIGH"},
                {.name = "out",
                 .type = OptionType::Target,
                 .help = "help.calibrate.out",
                 .shown = "FITTED.yaml",
                 .target = {.format = "yaml", .shown_otherwise = true, .written = "calibration.written"}},
                {.name = "base",
                 .type = OptionType::Text,
                 .help = "help.calibrate.base",
                 .shown = "BASE.yaml",
                 .given = GivenAt::CommandLine},
                {.name = "force", .type = OptionType::Flag, .help = "help.calibrate.force"},
                {.name = "evaluations",
                 .type = OptionType::Whole,
                 .help = "help.calibrate.evaluations",
                 .low = 1,
                 .high = kMostReplications}},
               replication_options("help.replications.calibrate")}),
          .needs = {"free", "observations"},
          .nothing = "study.nothing",
          .check = check_calibrate,
          .run = run_calibrate,
          .ending = ending_of<Calibrated>(ending),
          .renderers = calibrate_renderers()};
}

}  // namespace trapphus::output
