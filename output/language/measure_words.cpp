// SPDX-License-Identifier: MIT
#include "output/language/measure_words.hpp"
#include "models/staircase/grant_line.hpp"
#include "models/staircase/settings.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace trapphus::output {
namespace {

using models::Settings;

/// Unit -> id.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kUnits{
    {{"households", "unit.households"},
     {"per year", "unit.per_year"},
     {"in the period", "unit.in_the_period"},
     {"days", "unit.days"},
     {"SEK/month", "unit.kronor_a_month"},
     {"SEK/year", "unit.kronor_a_year"},
     {"SEK", "unit.kronor"},
     {"share", "unit.share"},
     {"per unit and year", "unit.per_unit_and_year"},
     {"household-days/year", "unit.household_days_per_year"}}};

/// Cost lines with a text of their own. Listed, since `line.` has other texts too.
constexpr std::array<std::string_view, 8> kLines{"empty_rent", "income_support", "fees",  "staff",
                                                 "nights",     "rents",          "acute", "terminations"};

std::pair<std::string_view, std::string_view> split_at_last_dot(std::string_view text) {
  const auto dot = text.rfind('.');
  if (dot == std::string_view::npos) return {text, {}};
  return {text.substr(0, dot), text.substr(dot + 1)};
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string id_of(std::string_view begin, std::string_view name) {
  return std::string(begin).append(name);
}

std::string statistic(const Words& words, std::string_view name) {
  const std::string id = id_of("measure.statistic.", name);
  return words.knows(id) ? words(id) : std::string(name);
}

std::string cause(const Words& words, std::string_view text, const Settings& settings) {
  const auto colon = text.find(':');
  const std::string id = id_of("measure.blocked.", text.substr(0, colon));
  if (colon == std::string_view::npos || !words.knows(id)) return std::string(text);
  return words(id, {{"what", thing_in_words(words, text.substr(colon + 1), settings)}});
}

std::string with_spaces(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace

std::string thing_in_words(const Words& words, std::string_view name, const Settings& settings) {
  if (auto found = label_among(words, settings.stages, name)) return *found;
  if (auto found = label_among(words, settings.services, name)) return *found;
  if (auto found = label_among(words, settings.teams, name)) return *found;
  return label_among(words, settings.ceilings, name).value_or(std::string(name));
}

std::string measure_in_words(const Words& words, std::string_view measure, const Settings& settings) {
  const auto dot = measure.find('.');
  const auto family = measure.substr(0, dot), rest = dot == std::string_view::npos ? "" : measure.substr(dot + 1);
  if (family == "days_to_home") return words("measure.days_to_home", {{"statistic", statistic(words, rest)}});
  if (const std::string id = id_of("measure.", measure); words.takes_no_fields(id)) return words(id);
  const auto [about, last] = split_at_last_dot(rest);
  const std::string what = thing_in_words(words, about, settings);
  if (family == "stay") return words("measure.stay", {{"what", what}, {"statistic", statistic(words, last)}});
  if (family == "moves") return words("measure.moves", {{"from", what}, {"to", thing_in_words(words, last, settings)}});
  if (family == "turnover" && last == "moveouts") return words("measure.turnover.moveouts", {{"what", what}});
  if (family == "turnover" && last == "takeovers") return words("measure.turnover.takeovers", {{"what", what}});
  if (family == "blocked") return cause(words, rest, settings);
  if (family == "cost") return words("measure.cost", {{"what", line_in_words(words, std::string(rest), settings)}});
  if (const std::string id = id_of("measure.", family); words.knows(id) && !words.takes_no_fields(id))
    return words(id, {{"what", thing_in_words(words, rest, settings)}});
  return std::string(measure);
}

std::string unit_in_words(const Words& words, std::string_view unit) {
  for (const auto& [name, id] : kUnits) {
    if (name == unit) return words(id);
  }
  return std::string(unit);
}

std::string meaning_in_words(const Words& words, const models::RetentionDefinition& definition) {
  const std::string id = id_of("meaning.", definition.name);
  return words.knows(id) ? words(id) : std::string(definition.meaning);
}

std::string line_in_words(const Words& words, const std::string& line, const Settings& settings) {
  if (models::is_grant_line(line)) {
    const std::string name = models::granted_by(line);
    return words("grant.line", {{"name", label_among(words, settings.grants, name).value_or(with_spaces(name))}});
  }
  if (contains(kLines, line)) return words(id_of("line.", line));
  // A line of one thing alone is called what that is called; what several share would be called after any of them.
  std::vector<std::string> owners;
  for (const auto& cost : settings.costs) {
    if (cost.line == line) owners.push_back(words.called(cost.label, with_spaces(line)));
  }
  for (const auto& stage : settings.stages) {
    if (stage.line == line) owners.push_back(words.called(stage.label, stage.name));
  }
  if (owners.size() == 1) return owners.front();
  if (line == "project") return words("line.project");
  return label_among(words, settings.stages, line).value_or(with_spaces(line));
}

}  // namespace trapphus::output
