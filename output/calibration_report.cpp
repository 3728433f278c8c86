// SPDX-License-Identifier: MIT
#include "output/calibration_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/measure.hpp"
#include "models/observed.hpp"
#include "output/number.hpp"
#include "output/text_table.hpp"
#include "output/wording.hpp"
#include "scenarios/free.hpp"

namespace trapphus::output {
namespace {

using models::Observation;

constexpr std::size_t kMostTold = 3;

std::string group_name(const models::Scenario& scenario, const Observation& observation) {
  return observation.group.valid() ? first_settings(scenario).groups[observation.group.index()].name : "";
}

double deviation(const FittedScenario& fitted, const std::vector<double>& means, std::size_t i, double observed) {
  return (means[i] - observed) / fitted.fit.uncertainty[i];
}

std::string with_sign(double value) {
  return (value < 0 ? "" : "+") + grouped(value, 1);
}

/// Digits by the uncertainty, as far as the figure needs them.
std::string by(double uncertainty, double value) {
  return std::isfinite(value) ? grouped(value, std::max(decimals_for(uncertainty), -9)) : "-";
}

bool several_alternatives(const models::Scenario& scenario, const std::vector<std::size_t>& places) {
  return std::any_of(places.begin(), places.end(), [&](std::size_t place) {
    return scenario.observations[place].alternative != scenario.observations[places.front()].alternative;
  });
}

std::string observations_table(const FittedScenario& fitted) {
  const auto places = models::measured(fitted.scenario);
  const models::MeasureTable measures(fitted.scenario);
  const bool several = several_alternatives(fitted.scenario, places);
  std::vector<Column> columns{{"", Align::Left}, {"group", Align::Left}, {"when", Align::Left}, {"unit", Align::Left}};
  if (several) columns.insert(columns.begin() + 1, {"alternative", Align::Left});
  columns.insert(columns.end(), {{"observed"}, {"uncertainty"}, {"before"}, {"after"}, {"off by"}});
  TextTable table(columns);
  bool assumed = false;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Observation& o = fitted.scenario.observations[places[i]];
    const auto measure = measures.find(o.measure);
    const ShownUnit unit = shown(measure ? measures[*measure].unit : "");
    const double uncertainty = fitted.fit.uncertainty[i] * unit.factor;
    const bool belief = !o.assumption.empty();
    assumed = assumed || belief;
    const std::string group = group_name(fitted.scenario, o);
    std::vector<std::string> row{in_words(o.measure, first_settings(fitted.scenario)), group.empty() ? "all" : group,
                                 dates(o.from, o.to), unit.text};
    if (several) row.insert(row.begin() + 1, o.alternative);
    row.insert(row.end(),
               {as_written(o.value * unit.factor) + (belief ? "*" : ""), by(uncertainty, uncertainty),
                by(uncertainty, fitted.fit.before[i] * unit.factor), by(uncertainty, fitted.after[i] * unit.factor),
                with_sign(deviation(fitted, fitted.after, i, o.value))});
    table.add(row);
  }
  return table.str() + (assumed ? "* an assumption, not measured\n" : "") +
         "Off by: after less observed, in uncertainties. Where none is stated, the uncertainty is the deviation of "
         "one\n"
         "realisation in the simulation: reality happens once.\n\n";
}

std::string inputs_table(const FittedScenario& fitted) {
  TextTable table({{"input", Align::Left}, {"before"}, {"fitted"}, {"95 % interval"}, {"remark", Align::Left}});
  for (std::size_t j = 0; j < fitted.scenario.free.size(); ++j) {
    const auto& free = fitted.scenario.free[j];
    const auto& input = fitted.fit.inputs[j];
    const bool known = std::isfinite(input.low) && std::isfinite(input.high);
    table.add({free.path, free.value, scenarios::written(free, input.value, kFittedDigits),
               known ? fmt::format("{} to {}", scenarios::written(free, input.low, 3),
                                   scenarios::written(free, input.high, 3))
                     : "-",
               remark(fitted, j)});
  }
  return table.str() + "\n";
}

std::string alike_text(const FittedScenario& fitted) {
  std::string text;
  for (const auto& alike : fitted.fit.alike) {
    std::vector<std::string> names;
    for (const std::size_t input : alike.inputs) names.push_back(fitted.scenario.free[input].path);
    const std::string correlation =
        alike.inputs.size() == 2 ? fmt::format(" (correlation {})", grouped(alike.correlation, 2)) : "";
    text += fmt::format(
        "The observations cannot tell these apart{}: {}.\n  Only a combination of them is known: give one of them a "
        "fixed value, or observe what only one of them changes.\n",
        correlation, fmt::join(names, ", "));
  }
  return text;
}

double sum_of_squares(const FittedScenario& fitted, const std::vector<double>& means) {
  double sum = 0;
  const auto places = models::measured(fitted.scenario);
  for (std::size_t i = 0; i < places.size(); ++i)
    sum += std::pow(deviation(fitted, means, i, fitted.scenario.observations[places[i]].value), 2);
  return sum;
}

std::string ending(const FittedScenario& fitted) {
  if (fitted.fit.interrupted) return "INTERRUPTED: the best values found so far.\n";
  if (!fitted.fit.converged)
    return "NOT FINISHED: the evaluations were used up before the fit was at its best; --evaluations allows more.\n";
  return {};
}

}  // namespace

std::string observation_text(const models::Scenario& scenario, const Observation& observation) {
  const std::string group = group_name(scenario, observation);
  const bool told_apart =
      several_alternatives(scenario, models::measured(scenario)) && !observation.alternative.empty();
  return fmt::format("{}{}{}, {}", observation.measure, group.empty() ? "" : " of " + group,
                     told_apart ? " in " + observation.alternative : "", dates(observation.from, observation.to));
}

std::string remark(const FittedScenario& fitted, std::size_t input) {
  const auto& found = fitted.fit.inputs[input];
  if (found.unknown) return "not known: the observations say nothing of it";
  if (found.at_low) return "at the lower end of its range";
  if (found.at_high) return "at the upper end of its range";
  for (const auto& alike : fitted.fit.alike) {
    if (std::find(alike.inputs.begin(), alike.inputs.end(), input) != alike.inputs.end())
      return "not told apart from another, see below";
  }
  const auto& free = fitted.scenario.free[input];
  if (found.low <= free.lowest && found.high >= free.highest) return "hardly known: anything in its range may be true";
  return {};
}

std::vector<std::size_t> most_telling(const engine::Calibration& fit, std::size_t input) {
  std::vector<std::size_t> order(fit.effects.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::abs(fit.effects[a][input]) > std::abs(fit.effects[b][input]);
  });
  if (order.size() > kMostTold) order.resize(kMostTold);
  return order;
}

std::string calibration_report(const FittedScenario& fitted) {
  const auto count = models::measured(fitted.scenario).size();
  const auto inputs = fitted.scenario.free.size();
  const auto things = [](std::size_t number, const char* thing) {
    return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
  };
  std::string text = fmt::format("{}\n{} fitted to {}, {} replications, seed {}, {}\n\n", fitted.scenario.name,
                                 things(inputs, "input"), things(count, "observation"), fitted.replications,
                                 fitted.seed, things(fitted.fit.evaluations, "simulation"));
  text += observations_table(fitted);
  text += fmt::format("Sum of the squares of what they are off by: {} before, {} after.\n\n",
                      plain(sum_of_squares(fitted, fitted.fit.before)), plain(sum_of_squares(fitted, fitted.after)));
  return text + inputs_table(fitted) + alike_text(fitted) + ending(fitted);
}

}  // namespace trapphus::output
