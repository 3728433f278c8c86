// SPDX-License-Identifier: MIT
#include "output/files/fitted_yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/runs/observed.hpp"
#include "models/staircase/scenario.hpp"
#include "scenarios/reading/free.hpp"

namespace trapphus::output {
namespace {

std::string yaml_string(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// As one would type it in a shell.
std::string typed(const std::string& argument) {
  const bool plain = argument.find_first_of(" \"'$`\\*?()[]{}|&;<>#~!%") == std::string::npos && !argument.empty();
  return plain ? argument : "'" + argument + "'";
}

bool is_assumed(const models::Observation& observation) {
  return !observation.assumption.empty();
}

/// "fitted to A; B (an assumption); C and 8 other observations (calibrate, seed 1, 200 replications)"; "set by
/// assumption, ..." where nothing was measured.
std::string assumption(const models::FittedScenario& fitted, std::size_t input) {
  const auto places = models::measured(fitted.scenario);
  const auto observation = [&](std::size_t i) -> const models::Observation& {
    return fitted.scenario.observations[places[i]];
  };
  const auto informative = models::most_telling(fitted.fit, input);
  const bool only_assumed = !informative.empty() && std::all_of(informative.begin(), informative.end(),
                                                                [&](auto i) { return is_assumed(observation(i)); });
  std::string text(only_assumed ? "set by assumption, to agree with " : models::kFittedTo);
  for (std::size_t i = 0; i < informative.size(); ++i) {
    if (i > 0) text += "; ";
    text += observation_text(fitted.scenario, observation(informative[i]));
    if (is_assumed(observation(informative[i]))) text += only_assumed ? ", itself an assumption" : " (an assumption)";
  }
  const std::size_t others = places.size() - informative.size();
  if (others > 0)
    text += fmt::format("{}{}{} observation{}", informative.empty() ? "" : " and ", others,
                        informative.empty() ? "" : " other", others == 1 ? "" : "s");
  return text + fmt::format(" (calibrate, seed {}, {} replications)", fitted.seed, fitted.replications);
}

std::string note(const models::FittedScenario& fitted, std::size_t input) {
  for (const auto& confounded : fitted.fit.confounded) {
    if (std::find(confounded.inputs.begin(), confounded.inputs.end(), input) == confounded.inputs.end()) continue;
    std::vector<std::string> others;
    for (const std::size_t other : confounded.inputs) {
      if (other != input) others.push_back(fitted.scenario.free[other].path);
    }
    return fmt::format("the observations cannot tell it apart from {}", fmt::join(others, ", "));
  }
  return remark(fitted, input, Words(english()));
}

std::string change(const models::FittedScenario& fitted, std::size_t input) {
  const auto& free = fitted.scenario.free[input];
  const auto& estimate = fitted.fit.inputs[input];
  if (estimate.held) return {};
  std::string text =
      fmt::format("  {}:\n    value: {}\n", free.path, scenarios::written(free, estimate.value, models::kFittedDigits));
  if (std::isfinite(estimate.low) && std::isfinite(estimate.high))
    text += fmt::format("    range: {}..{}\n", scenarios::written(free, estimate.low, models::kFittedDigits),
                        scenarios::written(free, estimate.high, models::kFittedDigits));
  text += fmt::format("    assumption: {}\n", yaml_string(assumption(fitted, input)));
  if (const std::string more = note(fitted, input); !more.empty())
    text += fmt::format("    note: {}\n", yaml_string(more));
  return text;
}

std::string head(const models::FittedScenario& fitted, const FittedFile& file) {
  std::string command = "trapphus";
  for (const auto& argument : file.command) command += " " + typed(argument);
  const auto places = models::measured(fitted.scenario);
  const bool measured = std::any_of(places.begin(), places.end(), [&fitted](std::size_t place) {
    return !is_assumed(fitted.scenario.observations[place]);
  });
  std::string text = fmt::format(
      "# {}, with its free inputs {}.\n"
      "# Made by trapphus {}; do not edit. Made again, in this folder, by\n#   {}\n"
      "# Each range is the 95 % interval of the fit.\n",
      fitted.scenario.name,
      measured ? "fitted to what was observed" : "set by assumption: what they are fitted to was not measured",
      TRAPPHUS_VERSION, command);
  for (std::size_t j = 0; j < fitted.scenario.free.size(); ++j) {
    const auto& free = fitted.scenario.free[j];
    if (fitted.fit.inputs[j].held)
      text += fmt::format("# {} stays {}: the observations say nothing of it.\n", free.path, free.value);
  }
  if (fitted.fit.interrupted)
    text += "# INTERRUPTED: these are the best values found so far. Make it again.\n";
  else if (!fitted.fit.converged)
    text += "# NOT FINISHED: the evaluations were used up before the fit was at its best.\n";
  return text;
}

}  // namespace

std::string fitted_yaml(const models::FittedScenario& fitted, const FittedFile& file) {
  std::string text = head(fitted, file) + fmt::format("extends: {}\nchange:\n", yaml_string(file.extends));
  for (std::size_t j = 0; j < fitted.scenario.free.size(); ++j) text += change(fitted, j);
  return text;
}

}  // namespace trapphus::output
