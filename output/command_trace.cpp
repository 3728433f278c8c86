// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "output/commands.hpp"
#include "output/option_values.hpp"
#include "output/story.hpp"
#include "output/wording.hpp"

namespace trapphus::output {

ExitCode trace_command(const TraceCommand& command, Streams streams) {
  const auto scenario = scenarios::read(command.file, command.overrides);
  const auto& alternative = find_alternative(scenario, command.alternative);
  const std::uint64_t seed = command.seed.value_or(scenario.seed);
  streams.out << fmt::format("{}: {}, {}, seed {}, first replication\n", scenario.name,
                             called(alternative.label, alternative.name), dates(scenario.from, scenario.to), seed);
  Story story(streams.out, alternative.epochs.at(0).settings, command.client);
  models::tell(scenario, alternative, seed, 0, story, command.kernel);
  if (command.client && *command.client > story.households())
    throw UsageError(fmt::format("--client: found {}, there are {} households", *command.client, story.households()));
  streams.out << fmt::format("{:<20}the period ends; {} households in all\n", engine::to_string(scenario.to),
                             story.households());
  return ExitCode::Done;
}

}  // namespace trapphus::output
