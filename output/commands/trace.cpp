// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "models/staircase/scenario.hpp"
#include "output/commands/commands.hpp"
#include "output/commands/option_values.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/story.hpp"

namespace trapphus::output {

ExitCode trace_command(const TraceCommand& command, Streams streams) {
  const auto scenario = scenarios::read(command.file, command.overrides);
  const auto& alternative = find_alternative(scenario, command.alternative);
  const std::uint64_t seed = command.seed.value_or(scenario.seed);
  const Words& words = streams.words;
  streams.out << words("trace.title", {{"scenario", called(words, scenario)},
                                       {"alternative", words.called(alternative.label, alternative.name)},
                                       {"period", dates(words, scenario.from, scenario.to)},
                                       {"seed", std::to_string(seed)}})
              << '\n';
  Story story(streams.out, alternative.epochs.at(0).settings, command.client, words);
  models::tell(scenario, alternative, seed, 0, story, command.kernel);
  if (command.client && *command.client > story.households())
    throw UsageError("usage.client",
                     {{"found", std::to_string(*command.client)}, {"households", std::to_string(story.households())}});
  streams.out << fmt::format("{:<20}", engine::to_string(scenario.to))
              << words("trace.end", {{"households", std::to_string(story.households())}}) << '\n';
  return ExitCode::Done;
}

}  // namespace trapphus::output
