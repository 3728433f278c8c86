// SPDX-License-Identifier: MIT
#include "models/staircase/scenario.hpp"
#include "output/commands/commands.hpp"
#include "output/report/pathway_dot.hpp"

namespace trapphus::output {

ExitCode graph_command(const GraphCommand& command, Streams streams) {
  const auto scenario = scenarios::read(command.file, command.overrides);
  streams.out << pathway_dot(find_alternative(scenario, command.alternative).epochs.at(0).settings, streams.words);
  return ExitCode::Done;
}

}  // namespace trapphus::output
