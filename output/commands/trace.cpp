// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <limits>
#include <optional>

#include "models/staircase/scenario.hpp"
#include "output/commands/commands.hpp"
#include "output/language/localized_error.hpp"
#include "output/language/wording.hpp"
#include "output/studies/study.hpp"
#include "output/terminal/story.hpp"

namespace trapphus::output {
namespace {

ExitCode trace_household(const OptionValues& options, Streams streams) {
  const auto scenario = scenarios::read(options.text("scenario"), options.assignments("set"));
  print_warnings(scenario, streams);
  const auto& alternative = find_alternative(scenario, options.text("alternative"));
  const auto seed = options.value<std::uint64_t>("seed", scenario.seed);
  std::optional<std::int64_t> client;
  if (options.has("client")) client = options.value<std::int64_t>("client");
  const Words& words = streams.words;
  streams.out << words("trace.title", {{"scenario", called(words, scenario)},
                                       {"alternative", words.called(alternative.label, alternative.name)},
                                       {"period", dates(words, scenario.from, scenario.to)},
                                       {"seed", std::to_string(seed)}})
              << '\n';
  Story story(streams.out, alternative.epochs.at(0).settings, client, words);
  models::replay(scenario, alternative, seed, 0, story, run_options(options).kernel);
  if (client && *client > story.households())
    throw UsageError("usage.client",
                     {{"found", std::to_string(*client)}, {"households", std::to_string(story.households())}});
  streams.out << fmt::format("{:<20}", engine::to_string(scenario.to))
              << words("trace.end", {{"households", std::to_string(story.households())}}) << '\n';
  return ExitCode::Done;
}

}  // namespace

Command trace_command() {
  return {"trace",
          "help.trace",
          {file_option(),
           {.name = "client",
            .type = OptionType::Whole,
            .help = "help.trace.client",
            .low = 1,
            .high = std::numeric_limits<std::int64_t>::max()},
           alternative_option(),
           seed_option(),
           kernel_option(),
           settings_option()},
          trace_household};
}

}  // namespace trapphus::output
