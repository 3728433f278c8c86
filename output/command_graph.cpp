// SPDX-License-Identifier: MIT
#include "models/pathway.hpp"
#include "output/commands.hpp"

namespace trapphus::output {

ExitCode graph_command(const GraphCommand& command, Streams streams) {
  const auto scenario = scenarios::read(command.file, command.overrides);
  streams.out << models::pathway_dot(find_alternative(scenario, command.alternative).epochs.at(0).settings);
  return ExitCode::Done;
}

}  // namespace trapphus::output
