// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <optional>

#include "models/staircase/scenario.hpp"
#include "output/commands/commands.hpp"
#include "output/commands/files.hpp"
#include "output/commands/interrupt.hpp"
#include "output/commands/option_values.hpp"
#include "output/commands/progress.hpp"
#include "output/files/atomic_file.hpp"
#include "output/json/results.hpp"
#include "output/report/report.hpp"
#include "output/studies/report_bottleneck.hpp"
#include "output/terminal/summary.hpp"
#include "output/workbook/results_workbook.hpp"

namespace trapphus::output {
namespace {

models::Results simulate(const RunCommand& command, const models::Scenario& scenario, const Interruption& interruption,
                         const Streams& streams) {
  ProgressDisplay display(streams.err, progress_style(streams.err, command.quiet), streams.words);
  models::RunOptions options = command.options;
  options.stop = &interruption.flag();
  options.progress = [&display](const models::Progress& progress) { display.show(progress); };
  return models::run(scenario, options);
}

std::optional<models::Bottleneck> find_bottleneck(const RunCommand& command, const models::Scenario& scenario,
                                                  const models::Results& results, const Interruption& interruption,
                                                  const Streams& streams) {
  ProgressDisplay display(streams.err, progress_style(streams.err, command.quiet), streams.words);
  models::RunOptions options;
  options.jobs = command.options.jobs;
  options.stop = &interruption.flag();
  options.progress = [&display](const models::Progress& progress) { display.show(progress); };
  return bottleneck_for_report(scenario, results, options);
}

void write_json(const std::string& where, const std::string& json, std::ostream& out) {
  if (where == "-")
    out << json;
  else
    write_atomically(where, json);
}

void write_xlsx(PendingFile& file, const models::Scenario& scenario, const models::Results& results,
                const Words& words) {
  write_results_workbook(file.temporary(), scenario, results, words);
  file.sync();
  file.publish();
}

void tell_files(const std::filesystem::path& folder, const std::vector<std::string>& names, std::ostream& out,
                const Words& words) {
  out << words("run.written", {{"folder", folder.string()}, {"files", fmt::format("{}", fmt::join(names, ", "))}})
      << '\n';
}

void tell_problems(const RunCommand& command, const models::Results& results, bool interrupted, Streams streams) {
  const PhraseField replications{"replications", std::to_string(results.replications)};
  const Words& words = streams.words;
  if (interrupted)
    streams.err << words("run.interrupted", {replications}) << '\n';
  else if (!results.complete && command.options.until)
    streams.err << words("run.precision_not_reached", {replications}) << '\n';
  if (results.check.ran && !results.check.equal)
    streams.err << words("error", {{"what", check_line(results.check, words)}}) << '\n';
}

}  // namespace

ExitCode exit_code(const models::Results& results, bool interrupted) {
  if (results.check.ran && !results.check.equal) return ExitCode::Disagree;
  return interrupted ? ExitCode::Interrupted : ExitCode::Done;
}

ExitCode run_command(const RunCommand& command, Streams streams) {
  const auto scenario = scenarios::read(command.file, command.overrides);
  if (command.options.until && scenario.precision_measure.empty()) throw UsageError("usage.no_precision_measure");
  const auto folder = command.out.value_or(default_folder(command.file));
  // Before the work, not after it.
  prepare_folder(folder);
  std::optional<PendingFile> workbook;
  if (!command.xlsx.empty()) workbook.emplace(command.xlsx);

  const Interruption interruption;
  auto results = simulate(command, scenario, interruption, streams);
  const bool interrupted = interruption.requested();
  // A signal that came after the last replication has cut nothing off, but then the check may be missing.
  if (interrupted) results.complete = false;

  const auto bottleneck = find_bottleneck(command, scenario, results, interruption, streams);
  const bool json_on_stdout = command.json == "-";
  std::ostream& readable = json_on_stdout ? streams.err : streams.out;
  const bool told = !(json_on_stdout && command.quiet);
  if (told) readable << summary(scenario, results, streams.words) << std::flush;
  const auto names = write_results(folder, scenario, results, bottleneck);
  if (!command.json.empty()) write_json(command.json, results_json(scenario, results), streams.out);
  if (!command.report.empty()) write_atomically(command.report, report_html(scenario, results, bottleneck));
  if (workbook) write_xlsx(*workbook, scenario, results, streams.words);
  if (told) tell_files(folder, names, readable, streams.words);
  tell_problems(command, results, interrupted, streams);
  return exit_code(results, interrupted);
}

}  // namespace trapphus::output
