// SPDX-License-Identifier: MIT
#include "output/language/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "models/staircase/scenario.hpp"
#include "models/studies/comparison.hpp"
#include "output/language/measure_words.hpp"

namespace trapphus::output {
namespace {

using models::Settings;
using Named = std::pair<std::string_view, std::string_view>;

/// Shorter than measure_words' where a column of a terminal needs it.
constexpr std::array<Named, 6> kBriefUnits{{{"per year", "brief.per_year"},
                                            {"in the period", "brief.in_the_period"},
                                            {"SEK/month", "brief.kronor_a_month"},
                                            {"SEK/year", "brief.kronor_a_year"},
                                            {"per unit and year", "brief.per_unit_and_year"},
                                            {"household-days/year", "brief.household_days_a_year"}}};

}  // namespace

std::string called(const Words& words, const models::Scenario& scenario) {
  return words.called(scenario.label, scenario.name.empty() ? scenario.file : scenario.name);
}

std::string cause_in_words(const Words& words, std::string_view cause, const Settings& settings) {
  const auto colon = cause.find(':');
  const bool alone = colon == std::string_view::npos;
  const std::string id = std::string("waits_for.").append(cause.substr(0, colon));
  if (!words.knows(id)) return std::string(cause);
  return alone ? words(id) : words(id, {{"what", thing_in_words(words, cause.substr(colon + 1), settings)}});
}

std::string stage_in_words(const Words& words, std::string_view stage, const Settings& settings) {
  return label_among(words, settings.stages, stage).value_or(std::string(stage));
}

std::string group_in_words(const Words& words, std::string_view group, const Settings& settings) {
  return label_among(words, settings.groups, group).value_or(std::string(group));
}

ShownUnit shown(const Words& words, std::string_view unit) {
  for (const auto& [name, id] : kBriefUnits)
    if (name == unit) return {words(id), 1};
  return {unit_in_words(words, unit), unit == "share" ? 100.0 : 1.0};
}

std::string unit_of_difference(const Words& words, std::string_view unit) {
  return unit == "share" ? words("brief.points") : shown(words, unit).text;
}

std::string dates(const Words& words, models::Time from, models::Time to) {
  const auto first = engine::Month::of(from), last = engine::Month::of(to - models::Duration{1});
  if (first.begin() == from && last.end() == to) {
    if (first == last) return to_string(first);
    return words("dates", {{"from", to_string(first)}, {"to", to_string(last)}});
  }
  const auto last_day = std::chrono::floor<std::chrono::days>(to - models::Duration{1});
  return words("dates", {{"from", engine::to_string(from)}, {"to", engine::to_string(models::Time(last_day))}});
}

double months(models::Time from, models::Time to) {
  const auto first = engine::Month::of(from), end = engine::Month::of(to);
  if (first.begin() == from && end.begin() == to) return end.number() - first.number();
  return static_cast<double>((to - from).count()) / static_cast<double>(engine::kMonth.count());
}

std::string name_in(const Words& words, const models::ComparedRow& row) {
  std::string scenario = words.called(row.label, row.scenario);
  if (!row.shown_with) return scenario;
  return fmt::format("{}: {}", scenario, words.called(*row.shown_with, row.alternative));
}

std::string scenario_called(const Words& words, const std::string& name, const ComparedScenarios& scenarios) {
  const auto found = std::ranges::find(scenarios, name, [](const auto& one) { return one.scenario.name; });
  return found == scenarios.end() ? name : called(words, found->scenario);
}

const models::Settings& settings_of(const models::ComparedRow& row, const ComparedScenarios& scenarios) {
  static const models::Settings kNone;
  const auto found = std::ranges::find(scenarios, row.file, [](const auto& one) { return one.scenario.file; });
  return found == scenarios.end() ? kNone : first_settings(found->scenario);
}

const models::Settings& settings_for(std::size_t column, const models::Comparison& comparison,
                                     const ComparedScenarios& scenarios) {
  static const models::Settings kNone;
  for (const auto& row : comparison.rows) {
    if (column < row.values.size() && row.values[column]) return settings_of(row, scenarios);
  }
  return scenarios.empty() ? kNone : first_settings(scenarios.front().scenario);
}

}  // namespace trapphus::output
