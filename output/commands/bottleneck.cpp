// SPDX-License-Identifier: MIT
#include "output/json/bottleneck.hpp"
#include "models/measures/measure.hpp"
#include "models/staircase/scenario.hpp"
#include "output/commands/commands.hpp"
#include "output/commands/interrupt.hpp"
#include "output/commands/option_values.hpp"
#include "output/commands/progress.hpp"
#include "output/files/atomic_file.hpp"
#include "output/terminal/bottleneck.hpp"

namespace trapphus::output {
namespace {

void check_measure(const models::Scenario& scenario, const std::string& name) {
  const models::MeasureTable table(scenario);
  if (!table.find(name))
    throw UsageError("usage.no_measure", {{"found", name}, {"nearest", std::string(table.nearest(name))}});
  if (name.starts_with("cost")) throw UsageError("usage.no_cost", {{"found", name}});
}

}  // namespace

ExitCode bottleneck_command(const BottleneckCommand& command, Streams streams) {
  const auto scenario = scenarios::read(command.file, command.overrides);
  models::BottleneckOptions options = command.options;
  options.alternative = find_alternative(scenario, options.alternative).name;
  check_measure(scenario, options.measure);

  const Interruption interruption;
  options.run.stop = &interruption.flag();
  const auto search = [&] {
    ProgressDisplay display(streams.err, progress_style(streams.err, command.quiet), streams.words);
    options.run.progress = [&display](const models::Progress& progress) { display.show(progress); };
    return models::find_bottleneck(scenario, options);
  };
  const models::Bottleneck found = search();

  const bool json_on_stdout = command.json == "-";
  if (!(json_on_stdout && command.quiet))
    (json_on_stdout ? streams.err : streams.out) << bottleneck_text(scenario, found, streams.words) << std::flush;
  if (json_on_stdout)
    streams.out << bottleneck_json(scenario, found);
  else if (!command.json.empty())
    write_atomically(command.json, bottleneck_json(scenario, found));
  if (found.complete) return ExitCode::Done;
  streams.err << streams.words("bottleneck.interrupted", {{"replications", std::to_string(found.replications)}})
              << '\n';
  return ExitCode::Interrupted;
}

}  // namespace trapphus::output
