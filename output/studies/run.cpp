// SPDX-License-Identifier: MIT
#include <optional>

#include "models/runs/trajectory.hpp"
#include "models/staircase/selection.hpp"
#include "models/studies/report_bottleneck.hpp"
#include "output/files/csv.hpp"
#include "output/json/report_data.hpp"
#include "output/json/results.hpp"
#include "output/language/localized_error.hpp"
#include "output/report/report.hpp"
#include "output/studies/results_folder.hpp"
#include "output/studies/study.hpp"
#include "output/terminal/summary.hpp"
#include "output/workbook/results_workbook.hpp"
#include "scenarios/reading/reader.hpp"

namespace trapphus::output {
namespace {

using scenarios::ScenarioFile;

struct Simulated {
  models::Scenario scenario;
  models::Results results;
  std::optional<models::Bottleneck> bottleneck;
  bool interrupted = false;
  ByReplication by_replication = {};
};

/// The first preview appears soon after the move of a slider; each later one has this many times the replications,
/// so that all of them together cost a third more than the last.
constexpr int kFirst = 16, kGrowth = 4;

Simulated simulate(const StudyInput& input, models::Scenario scenario, const models::RunOptions& options) {
  Simulated result{std::move(scenario), {}, {}};
  models::RunOptions watched = options;
  if (input.preview) watched.inspect = [&result](const auto& runs) { result.by_replication = by_replication(runs); };
  result.results = models::run(result.scenario, watched);
  result.interrupted = input.stopped();
  // A signal that came after the last replication has cut nothing off, but then the check may be missing.
  if (result.interrupted) result.results.complete = false;
  return result;
}

/// Of the whole: what takes as long again as the run is for the answer that stays.
Simulated whole(const StudyInput& input, models::Scenario scenario, const models::RunOptions& options) {
  Simulated result = simulate(input, std::move(scenario), options);
  models::RunOptions search;
  search.jobs = options.jobs;
  search.stop = options.stop;
  search.progress = options.progress;
  result.bottleneck = bottleneck_for_report(result.scenario, result.results, search);
  return result;
}

/// The answer first, for a person waits for it; then the check, so that an answer that is kept has one.
Simulated checked_afterwards(const StudyInput& input, const models::Scenario& scenario,
                             const models::RunOptions& options) {
  Simulated result = simulate(input, scenario, options);
  if (result.interrupted || input.simulation.check == models::CheckChoice::Off) return result;
  input.preview(result);
  models::Check check = check_kernels(scenario, options);
  result.interrupted = input.stopped();
  if (!result.interrupted) result.results.check = std::move(check);
  return result;
}

/// With previews: from few replications to all, of the alternatives themselves, not of what each part of them
/// contributes.
Simulated with_previews(const StudyInput& input, const ScenarioFile& file) {
  const models::Scenario small =
      models::selected(file.scenario({}, ScenarioFile::Cases::Without), {.contributions = false, .cases = false});
  models::RunOptions options = input.simulation, quick = options;
  const int all = options.replications.value_or(small.replications);
  quick.check = models::CheckChoice::Off;
  for (int n = kFirst; n < all / 2; n *= kGrowth) {
    quick.replications = n;
    Simulated first = simulate(input, small, quick);
    if (first.interrupted) return first;
    input.preview(std::move(first));
  }
  options.replications = quick.replications = all;
  return input.options.flag("quick") ? checked_afterwards(input, small, quick) : whole(input, file.scenario(), options);
}

std::any if_any(Simulated result) {
  return result.results.replications > 0 ? std::any(std::move(result)) : std::any();
}

std::any run_run(const StudyInput& input) {
  const ScenarioFile file(input.scenario());
  if (input.preview) return if_any(with_previews(input, file));
  models::Scenario scenario = file.scenario(input.options.assignments("set"));
  if (input.simulation.until && scenario.precision_measure.empty()) throw UsageError("usage.no_precision_measure");
  input.warn(scenario);
  input.begin();
  return if_any(whole(input, std::move(scenario), input.simulation));
}

StudyEnding ending(const Simulated& result, const OptionValues& options, const Words& words) {
  StudyEnding end{exit_code(result.results, result.interrupted), result.results.replications};
  const std::string replications = std::to_string(result.results.replications);
  if (result.interrupted)
    end.remarks.push_back(words("run.interrupted", {{"replications", replications}}));
  else if (!result.results.complete && options.has("until"))
    end.remarks.push_back(words("run.precision_not_reached", {{"replications", replications}}));
  if (result.results.check.ran && !result.results.check.equal)
    end.remarks.push_back(words("error", {{"what", check_line(result.results.check, words)}}));
  return end;
}

std::vector<Renderer> run_renderers() {
  using Files = std::vector<std::string>;
  using Path = std::filesystem::path;
  return {
      content_of<Simulated>("text", "",
                            [](const Simulated& it, const Words& w) { return summary(it.scenario, it.results, w); }),
      content_of<Simulated>("page", "",
                            [](const Simulated& it, const Words&) {
                              return report_data(it.scenario, it.results, it.bottleneck, it.by_replication);
                            }),
      file_of<Simulated>("folder", "",
                         [](const Simulated& it, const Words& words, const Path& folder) -> Files {
                           return write_results(folder, it.scenario, it.results, words.csv_style(), it.bottleneck);
                         }),
      file_of<Simulated>("xlsx", "results-*.xlsx",
                         [](const Simulated& it, const Words& words, const Path& file) -> Files {
                           write_results_workbook(file, it.scenario, it.results, words);
                           return {};
                         }),
      content_of<Simulated>("summary.csv", "summary.csv",
                            [](const Simulated& it, const Words& w) { return summary_csv(it.results, w.csv_style()); }),
      content_of<Simulated>("monthly.csv", "monthly.csv",
                            [](const Simulated& it, const Words& w) { return monthly_csv(it.results, w.csv_style()); }),
      content_of<Simulated>("json", "results.json",
                            [](const Simulated& it, const Words&) { return results_json(it.scenario, it.results); }),
      content_of<Simulated>("html", "", [](const Simulated& it, const Words&) {
        return report_html(it.scenario, it.results, it.bottleneck);
      })};
}

}  // namespace

ExitCode exit_code(const models::Results& results, bool interrupted) {
  if (results.check.ran && !results.check.equal) return ExitCode::Disagree;
  return interrupted ? ExitCode::Interrupted : ExitCode::Done;
}

Study run_study() {
  return {.name = "run",
          .help = "help.run",
          .options = joined({{file_option()},
                             experiment_options(),
                             {{.name = "quick", .type = OptionType::Flag, .given = GivenAt::Server},
                              {.name = "check", .type = OptionType::Flag, .given = GivenAt::Server},
                              {.name = "out",
                               .type = OptionType::Target,
                               .help = "help.run.out",
                               .shown = "DIR",
                               .target = {.format = "folder", .folder = true, .written = "run.written"}},
                              {.name = "json",
                               .type = OptionType::Target,
                               .help = "help.json",
                               .shown = "FILE|-",
                               .target = {.format = "json", .dash = true}},
                              {.name = "report",
                               .type = OptionType::Target,
                               .help = "help.report",
                               .shown = "FILE.html",
                               .target = {.format = "html"}},
                              {.name = "xlsx",
                               .type = OptionType::Target,
                               .help = "help.xlsx",
                               .shown = "FILE.xlsx",
                               .target = {.format = "xlsx"}},
                              csv_style_option(),
                              settings_option()}}),
          .text_aside = true,
          .report = true,
          .nothing = "study.nothing",
          .run = run_run,
          .ending = ending_of<Simulated>(ending),
          .renderers = run_renderers()};
}

}  // namespace trapphus::output
