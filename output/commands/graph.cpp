// SPDX-License-Identifier: MIT
#include "models/staircase/scenario.hpp"
#include "output/commands/commands.hpp"
#include "output/report/pathway_dot.hpp"
#include "output/studies/study.hpp"

namespace trapphus::output {
namespace {

ExitCode draw_graph(const OptionValues& options, Streams streams) {
  const auto scenario = scenarios::read(options.text("scenario"), options.assignments("set"));
  print_warnings(scenario, streams);
  const auto& alternative = find_alternative(scenario, options.text("alternative"));
  streams.out << pathway_dot(alternative.epochs.at(0).settings, streams.words);
  return ExitCode::Done;
}

}  // namespace

Command graph_command() {
  return {"graph", "help.graph", {file_option(), alternative_option(), settings_option()}, draw_graph};
}

}  // namespace trapphus::output
