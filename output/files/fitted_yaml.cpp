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

/// "fitted to A; B; C and 8 other observations (calibrate, seed 1, 200 replications)"
std::string assumption(const models::FittedScenario& fitted, std::size_t input) {
  const auto places = models::measured(fitted.scenario);
  const auto informative = models::most_telling(fitted.fit, input);
  std::string text(models::kFittedTo);
  for (std::size_t i = 0; i < informative.size(); ++i) {
    if (i > 0) text += "; ";
    text += observation_text(fitted.scenario, fitted.scenario.observations[places[informative[i]]]);
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
  std::string text = fmt::format(
      "# {}, with its free inputs fitted to what was observed.\n"
      "# Made by trapphus {}; do not edit. Made again, in this folder, by\n#   {}\n"
      "# Each range is the 95 % interval of the fit.\n",
      fitted.scenario.name, TRAPPHUS_VERSION, command);
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
