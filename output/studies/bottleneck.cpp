// SPDX-License-Identifier: MIT
#include "models/studies/bottleneck.hpp"
#include "models/staircase/scenario.hpp"

#include "models/measures/measure.hpp"
#include "output/json/bottleneck.hpp"
#include "output/language/localized_error.hpp"
#include "output/studies/study.hpp"
#include "output/terminal/bottleneck.hpp"
#include "scenarios/reading/reader.hpp"

namespace trapphus::output {
namespace {

struct Searched {
  models::Scenario scenario;
  models::Bottleneck bottleneck;
};

void check_measure(const models::Scenario& scenario, const std::string& name) {
  const models::MeasureTable table(scenario);
  if (!table.find(name))
    throw UsageError("usage.no_measure", {{"found", name}, {"nearest", std::string(table.nearest(name))}});
  if (name.starts_with("cost")) throw UsageError("usage.no_cost", {{"found", name}});
}

std::any run_bottleneck(const StudyInput& input) {
  const auto scenario = scenarios::read(input.scenario(), input.options.assignments("set"));
  models::BottleneckOptions options;
  options.alternative = find_alternative(scenario, input.options.text("alternative")).name;
  options.measure = input.options.text("measure", options.measure);
  check_measure(scenario, options.measure);
  options.run = input.simulation;
  input.warn(scenario);
  input.begin();
  Searched found{scenario, models::find_bottleneck(scenario, options)};
  if (found.bottleneck.replications == 0) return {};
  return found;
}

StudyEnding ending(const Searched& result, const OptionValues&, const Words& words) {
  const int replications = result.bottleneck.replications;
  if (result.bottleneck.complete) return {ExitCode::Done, replications};
  return {ExitCode::Interrupted,
          replications,
          {words("bottleneck.interrupted", {{"replications", std::to_string(replications)}})}};
}

std::vector<Renderer> bottleneck_renderers() {
  return {content_of<Searched>("text", "",
                               [](const Searched& it, const Words& words) {
                                 return bottleneck_text(it.scenario, it.bottleneck, words);
                               }),
          content_of<Searched>(
              "page", "", [](const Searched& it, const Words&) { return bottleneck_data(it.scenario, it.bottleneck); }),
          content_of<Searched>("json", "", [](const Searched& it, const Words&) {
            return bottleneck_json(it.scenario, it.bottleneck);
          })};
}

}  // namespace

Study bottleneck_study() {
  Option alternative = alternative_option();
  alternative.looked_at = true;
  return {.name = "bottleneck",
          .help = "help.bottleneck",
          .options = joined(
              {{file_option(),
                alternative,
                {.name = "measure", .type = OptionType::Text, .help = "help.bottleneck.measure", .shown = "NAME"}},
               replication_options(),
               {{.name = "json",
                 .type = OptionType::Target,
                 .help = "help.bottleneck.json",
                 .shown = "FILE|-",
                 .target = {.format = "json", .dash = true}},
                settings_option()}}),
          .text_aside = true,
          .nothing = "study.nothing",
          .run = run_bottleneck,
          .ending = ending_of<Searched>(ending),
          .renderers = bottleneck_renderers()};
}

}  // namespace trapphus::output
