// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <optional>

#include "output/atomic_file.hpp"
#include "output/commands.hpp"
#include "output/files.hpp"
#include "output/interrupt.hpp"
#include "output/json_results.hpp"
#include "output/option_values.hpp"
#include "output/progress.hpp"
#include "output/report.hpp"
#include "output/report_bottleneck.hpp"
#include "output/results_workbook.hpp"
#include "output/summary.hpp"

namespace trapphus::output {
namespace {

models::Results simulate(const RunCommand& command, const models::Scenario& scenario, const Interruption& interruption,
                         std::ostream& err) {
  ProgressDisplay display(err, progress_style(err, command.quiet));
  models::RunOptions options = command.options;
  options.stop = &interruption.flag();
  options.progress = [&display](const models::Progress& progress) { display.show(progress); };
  return models::run(scenario, options);
}

std::optional<models::Bottleneck> find_bottleneck(const RunCommand& command, const models::Scenario& scenario,
                                                  const models::Results& results, const Interruption& interruption,
                                                  std::ostream& err) {
  ProgressDisplay display(err, progress_style(err, command.quiet));
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

void write_xlsx(PendingFile& file, const RunCommand& command, const models::Scenario& scenario,
                const models::Results& results) {
  write_results_workbook(file.temporary(), scenario, results,
                         Words(command.language.value_or(language_of_environment())));
  file.sync();
  file.publish();
}

void tell_problems(const RunCommand& command, const models::Results& results, bool interrupted, std::ostream& err) {
  if (interrupted)
    err << fmt::format("trapphus: interrupted; what was finished ({} replications) is written, marked incomplete\n",
                       results.replications);
  else if (!results.complete && command.options.until)
    err << fmt::format(
        "trapphus: the precision asked for was not reached with {} replications; --replications allows "
        "more\n",
        results.replications);
  if (results.check.ran && !results.check.equal) err << "trapphus: error: " << check_line(results.check) << '\n';
}

}  // namespace

ExitCode exit_code(const models::Results& results, bool interrupted) {
  if (results.check.ran && !results.check.equal) return ExitCode::Disagree;
  return interrupted ? ExitCode::Interrupted : ExitCode::Done;
}

ExitCode run_command(const RunCommand& command, Streams streams) {
  const auto scenario = scenarios::read(command.file, command.overrides);
  if (command.options.until && scenario.precision_measure.empty())
    throw UsageError("--until: the scenario names no measure to look at (its field `precision`)");
  const auto folder = command.out.value_or(default_folder(command.file));
  // Before the work, not after it.
  prepare_folder(folder);
  std::optional<PendingFile> workbook;
  if (!command.xlsx.empty()) workbook.emplace(command.xlsx);

  const Interruption interruption;
  auto results = simulate(command, scenario, interruption, streams.err);
  const bool interrupted = interruption.requested();
  // A signal that came after the last replication has cut nothing off, but then the check may be missing.
  if (interrupted) results.complete = false;

  const auto bottleneck = find_bottleneck(command, scenario, results, interruption, streams.err);
  const bool json_on_stdout = command.json == "-";
  std::ostream& readable = json_on_stdout ? streams.err : streams.out;
  const bool told = !(json_on_stdout && command.quiet);
  if (told) readable << summary(scenario, results) << std::flush;
  const auto names = write_results(folder, scenario, results, bottleneck);
  if (!command.json.empty()) write_json(command.json, results_json(scenario, results), streams.out);
  if (!command.report.empty()) write_atomically(command.report, report_html(scenario, results, bottleneck));
  if (workbook) write_xlsx(*workbook, command, scenario, results);
  if (told) readable << fmt::format("written to {}: {}\n", folder.string(), fmt::join(names, ", "));
  tell_problems(command, results, interrupted, streams.err);
  return exit_code(results, interrupted);
}

}  // namespace trapphus::output
