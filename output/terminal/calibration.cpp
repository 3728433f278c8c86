// SPDX-License-Identifier: MIT
#include "output/terminal/calibration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/measures/measure.hpp"
#include "models/runs/observed.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/terminal_number.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/text_table.hpp"
#include "scenarios/reading/free.hpp"

namespace trapphus::output {
namespace {

using models::Observation;

double deviation(const models::FittedScenario& fitted, const std::vector<double>& means, std::size_t i,
                 double observed) {
  return (means[i] - observed) / fitted.fit.uncertainty[i];
}

std::string with_sign(const Words& words, double value) {
  return (value < 0 ? "" : "+") + grouped(words, value, 1);
}

/// Digits by the uncertainty, as far as the figure needs them.
std::string by(const Words& words, double uncertainty, double value) {
  return std::isfinite(value) ? grouped(words, value, std::max(decimals_for(uncertainty), -9)) : "-";
}

std::string alternative_name(const models::Scenario& scenario, const Observation& observation, const Words& words) {
  for (const auto& alternative : scenario.alternatives)
    if (alternative.name == observation.alternative) return words.called(alternative.label, alternative.name);
  return observation.alternative;
}

std::string observations_table(const models::FittedScenario& fitted, const Words& words) {
  const auto places = models::measured(fitted.scenario);
  const models::MeasureTable measures(fitted.scenario);
  const bool several = several_alternatives(fitted.scenario, places);
  std::vector<Column> columns{{"", Align::Left},
                              {words("head.group"), Align::Left},
                              {words("head.when"), Align::Left},
                              {words("head.unit"), Align::Left}};
  if (several) columns.insert(columns.begin() + 1, {words("head.alternative"), Align::Left});
  columns.insert(columns.end(), {{words("head.observed")},
                                 {words("head.uncertainty")},
                                 {words("head.before")},
                                 {words("head.after")},
                                 {words("head.off_by")}});
  TextTable table(columns);
  const auto& settings = first_settings(fitted.scenario);
  bool assumed = false;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Observation& o = fitted.scenario.observations[places[i]];
    const auto measure = measures.find(o.measure);
    const ShownUnit unit = shown(words, measure ? measures[*measure].unit : "");
    const double uncertainty = fitted.fit.uncertainty[i] * unit.factor;
    const bool belief = !o.assumption.empty();
    assumed = assumed || belief;
    const std::string group = group_name(fitted.scenario, o);
    std::vector<std::string> row{measure_in_words(words, o.measure, settings),
                                 group.empty() ? words("all_groups") : group_in_words(words, group, settings),
                                 dates(words, o.from, o.to), unit.text};
    if (several) row.insert(row.begin() + 1, alternative_name(fitted.scenario, o, words));
    row.insert(row.end(),
               {as_written(words, o.value * unit.factor) + (belief ? "*" : ""), by(words, uncertainty, uncertainty),
                by(words, uncertainty, fitted.fit.before[i] * unit.factor),
                by(words, uncertainty, fitted.after[i] * unit.factor),
                with_sign(words, deviation(fitted, fitted.after, i, o.value))});
    table.add(row);
  }
  return table.str() + (assumed ? words("summary.assumed") + "\n" : "") + words("calibration.off_by") + "\n\n";
}

std::string inputs_table(const models::FittedScenario& fitted, const Words& words) {
  TextTable table({{words("head.input"), Align::Left},
                   {words("head.before")},
                   {words("head.fitted")},
                   {words("head.interval")},
                   {words("head.remark"), Align::Left}});
  for (std::size_t j = 0; j < fitted.scenario.free.size(); ++j) {
    const auto& free = fitted.scenario.free[j];
    const auto& input = fitted.fit.inputs[j];
    const bool known = std::isfinite(input.low) && std::isfinite(input.high);
    table.add({free.path, free.value,
               input.held ? free.value : scenarios::written(free, input.value, models::kFittedDigits),
               known ? words("calibration.range", {{"low", scenarios::written(free, input.low, 3)},
                                                   {"high", scenarios::written(free, input.high, 3)}})
                     : "-",
               remark(fitted, j, words)});
  }
  return table.str() + "\n";
}

std::string alike_text(const models::FittedScenario& fitted, const Words& words) {
  std::string text;
  for (const auto& confounded : fitted.fit.confounded) {
    std::vector<std::string> names;
    for (const std::size_t input : confounded.inputs) names.push_back(fitted.scenario.free[input].path);
    const PhraseField all{"names", fmt::format("{}", fmt::join(names, ", "))};
    const PhraseField correlation{"correlation", grouped(words, confounded.correlation, 2)};
    text +=
        (names.size() == 2 ? words("calibration.alike_two", {correlation, all}) : words("calibration.alike", {all})) +
        "\n";
  }
  return text;
}

double sum_of_squares(const models::FittedScenario& fitted, const std::vector<double>& means) {
  double sum = 0;
  const auto places = models::measured(fitted.scenario);
  for (std::size_t i = 0; i < places.size(); ++i)
    sum += std::pow(deviation(fitted, means, i, fitted.scenario.observations[places[i]].value), 2);
  return sum;
}

std::string ending(const models::FittedScenario& fitted, const Words& words) {
  if (fitted.fit.interrupted) return words("calibration.interrupted") + "\n";
  return fitted.fit.converged ? "" : words("calibration.not_finished") + "\n";
}

}  // namespace

std::string calibration_report(const models::FittedScenario& fitted, const Words& words) {
  const auto inputs = fitted.scenario.free.size(), measured = models::measured(fitted.scenario).size();
  std::string text =
      called(words, fitted.scenario) + "\n" +
      words(
          "calibration.title",
          {{"inputs", words("calibration.inputs", {{"n", inputs}})},
           {"observations", words("calibration.observations", {{"n", measured}})},
           {"replications", std::to_string(fitted.replications)},
           {"seed", std::to_string(fitted.seed)},
           {"simulations", words("calibration.simulations", {{"n", fitted.fit.evaluations},
                                                             {"count", grouped(words, fitted.fit.evaluations, 0)}})}}) +
      "\n\n" + observations_table(fitted, words) +
      words("calibration.squares", {{"before", plain(words, sum_of_squares(fitted, fitted.fit.before))},
                                    {"after", plain(words, sum_of_squares(fitted, fitted.after))}}) +
      "\n\n";
  return text + inputs_table(fitted, words) + alike_text(fitted, words) + ending(fitted, words);
}

}  // namespace trapphus::output
