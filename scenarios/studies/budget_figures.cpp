// SPDX-License-Identifier: MIT
#include "scenarios/studies/budget_figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/runs/headline.hpp"
#include "models/staircase/selection.hpp"
#include "models/studies/study_error.hpp"

namespace trapphus::scenarios {
namespace {

using models::Observation;
using models::Results;
using models::Scenario;
using models::Settings;
using models::Time;

/// Enough to rank what a saving depends on.
constexpr int kMostForSensitivity = 40;

std::size_t place_of(const Scenario& scenario, const std::string& name) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < scenario.alternatives.size(); ++i) {
    if (scenario.alternatives[i].name == name && i > 0) return i;
    if (i > 0) names.push_back(scenario.alternatives[i].name);
  }
  const std::string& first = scenario.alternatives.front().name;
  if (names.empty()) throw models::StudyError({"usage.one_alternative", {{"name", first}}});
  if (name.empty()) return 1;
  throw models::StudyError({"usage.compared_alternative",
                            {{"found", name}, {"zero", first}, {"names", fmt::format("{}", fmt::join(names, ", "))}}});
}

std::vector<std::string> measures_to_follow(const Scenario& scenario, const models::MeasureTable& table) {
  if (scenario.application && !scenario.application->follow_up.empty()) return scenario.application->follow_up;
  Results names;
  names.measures = table.all();
  std::vector<std::string> result;
  for (const std::size_t m : models::headline(scenario, names)) result.push_back(table[m].name);
  return result;
}

/// A forecast of each followed measure in each half-year, of the project and of the first alternative.
void add_forecasts(BudgetFigures& figures, const models::MeasureTable& table) {
  const auto add = [&](const std::string& measure, Time from, Time to) {
    for (const std::size_t alternative : {figures.alternative, std::size_t{0}}) {
      Observation forecast;
      forecast.measure = measure;
      forecast.from = from;
      forecast.to = to;
      forecast.alternative = figures.scenario.alternatives[alternative].name;
      figures.scenario.observations.push_back(std::move(forecast));
    }
  };
  for (const std::string& name : measures_to_follow(figures.scenario, table)) {
    const std::size_t measure = table.find(name).value();
    figures.followed.push_back({measure, table[measure].series, {}, {}});
    if (!table[measure].series) add(name, figures.begins, figures.ends);
    if (!table[measure].series) continue;
    for (const HalfYear& half : figures.half_years) add(name, half.from, half.to);
  }
}

/// Takes the forecasts back out of the results, where they stand after the scenario's own observations.
void take_forecasts(BudgetFigures& figures, std::size_t own) {
  auto next = figures.results.observations.begin() + static_cast<std::ptrdiff_t>(own);
  for (FollowedMeasure& followed : figures.followed) {
    const std::size_t times = followed.series ? figures.half_years.size() : 1;
    for (std::size_t i = 0; i < times; ++i) {
      followed.project.push_back(*next++);
      followed.zero.push_back(*next++);
    }
  }
  figures.results.observations.resize(own);
  figures.scenario.observations.resize(own);
}

std::optional<Results> run_on(const BudgetFigures& figures, models::RunOptions options) {
  if (!figures.scenario.afterwards) return std::nullopt;
  const auto& after = *figures.scenario.afterwards;
  Scenario longer = models::selected(figures.scenario, {.cases = false, .observations = false});
  longer.to = after.to;
  longer.alternatives = {after.gone.front(), after.gone.at(figures.alternative),
                         after.permanent.at(figures.alternative)};
  longer.alternatives[1].name = "gone";
  longer.alternatives[2].name = "permanent";
  longer.application->ends = after.to;  // paid back by the end of the longer period
  options.check = models::CheckChoice::Off;
  if (options.progress)
    options.progress = [tell = options.progress](const models::Progress& p) {
      tell({"after the project", p.done, p.total});
    };
  Results results = models::run(longer, options);
  if (results.replications == 0) return std::nullopt;
  return results;
}

const Settings& settings_at(const models::Alternative& alternative, Time time) {
  const Settings* found = &alternative.epochs.front().settings;
  for (const auto& epoch : alternative.epochs) {
    if (epoch.from <= time) found = &epoch.settings;
  }
  return *found;
}

}  // namespace

const Settings& BudgetFigures::zero_settings() const {
  return first_settings(scenario);
}
const Settings& BudgetFigures::zero_settings_then() const {
  return settings_at(scenario.alternatives.front(), begins);
}
const Settings& BudgetFigures::project_settings_then() const {
  return settings_at(scenario.alternatives.at(alternative), begins);
}

const models::Application& BudgetFigures::application() const {
  static const models::Application kNone;
  return scenario.application ? *scenario.application : kNone;
}

std::optional<std::size_t> BudgetFigures::find(const std::string& measure) const {
  for (std::size_t m = 0; m < results.measures.size(); ++m) {
    if (results.measures[m].name == measure) return m;
  }
  return std::nullopt;
}

std::vector<HalfYear> half_years(Time from, Time to) {
  std::vector<HalfYear> result;
  for (auto half = engine::Month(engine::Month::of(from).number() / 6 * 6); half.begin() < to;) {
    const engine::Month next(half.number() + 6);
    result.push_back({std::max(half.begin(), from), std::min(next.begin(), to)});
    half = next;
  }
  return result;
}

BudgetFigures budget_figures(const SensitivityRun& run) {
  BudgetFigures figures;
  figures.scenario = read(run.file, run.overrides);
  figures.alternative = place_of(figures.scenario, run.alternative);
  const auto& application = figures.application();
  figures.begins = std::max(application.begins.value_or(figures.scenario.from), figures.scenario.from);
  figures.ends = std::min(application.ends.value_or(figures.scenario.to), figures.scenario.to);
  figures.half_years = half_years(figures.begins, figures.ends);
  const std::size_t own = figures.scenario.observations.size();
  const models::MeasureTable table(figures.scenario);
  add_forecasts(figures, table);
  figures.results = models::run(figures.scenario, run.options);
  if (figures.results.replications == 0) {
    figures.complete = false;
    return figures;
  }
  take_forecasts(figures, own);
  figures.afterwards = run_on(figures, run.options);

  SensitivityRun varied = run;
  varied.alternative = figures.scenario.alternatives[figures.alternative].name;
  varied.options.replications =
      std::min(kMostForSensitivity, run.options.replications.value_or(figures.scenario.replications));
  figures.sensitivity = sensitivities(varied);
  figures.complete =
      figures.results.complete && figures.sensitivity.complete && (!figures.afterwards || figures.afterwards->complete);
  return figures;
}

}  // namespace trapphus::scenarios
