// SPDX-License-Identifier: MIT
#include "output/language/measure_words.hpp"
#include "models/staircase/grant_line.hpp"
#include "models/staircase/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace trapphus::output {
namespace {

using models::Settings;
using Named = std::pair<std::string_view, std::string_view>;

/// Measures that are one of their kind.
constexpr std::array<Named, 23> kWhole{{{"households.acute", "measure.households.acute"},
                                        {"arrivals", "measure.arrivals"},
                                        {"prevented", "measure.prevented"},
                                        {"homes", "measure.homes"},
                                        {"first_hand", "measure.first_hand"},
                                        {"cost.total", "measure.cost.total"},
                                        {"cost_per_home", "measure.cost_per_home"},
                                        {"home_within_year", "measure.home_within_year"},
                                        {"returns", "measure.returns"},
                                        {"child_nights.acute", "measure.child_nights.acute"},
                                        {"blocked.market", "measure.blocked.market"},
                                        {"blocked.board", "measure.blocked.board"},
                                        {"blocked.rule", "measure.blocked.rule"},
                                        {"unplanned_endings", "measure.unplanned_endings"},
                                        {"retention.not_given_notice", "measure.retention.not_given_notice"},
                                        {"retention.not_evicted", "measure.retention.not_evicted"},
                                        {"retention.one_year", "measure.retention.one_year"},
                                        {"retention.takeover_18_months", "measure.retention.takeover_18_months"},
                                        {"retention.closed_first_hand", "measure.retention.closed_first_hand"},
                                        {"retention.stays_or_moves_on", "measure.retention.stays_or_moves_on"},
                                        {"retention.since_move_in", "measure.retention.since_move_in"},
                                        {"retention.move_balance", "measure.retention.move_balance"},
                                        {"retention.home_kept", "measure.retention.home_kept"}}};

/// Families, of which each is about a stage, service, team or line.
constexpr std::array<Named, 7> kFamilies{{{"households", "measure.households"},
                                          {"waiting", "measure.waiting"},
                                          {"exits", "measure.exits"},
                                          {"vacancy", "measure.vacancy"},
                                          {"utilisation", "measure.utilisation"},
                                          {"situation", "measure.situation"},
                                          {"turnover", "measure.turnover"}}};

constexpr std::array<Named, 5> kCauses{{{"service", "measure.blocked.service"},
                                        {"vacancy", "measure.blocked.vacancy"},
                                        {"support", "measure.blocked.support"},
                                        {"pool", "measure.blocked.pool"},
                                        {"budget", "measure.blocked.budget"}}};

constexpr std::array<Named, 3> kStatistics{
    {{"mean", "measure.statistic.mean"}, {"p50", "measure.statistic.p50"}, {"p90", "measure.statistic.p90"}}};

constexpr std::array<Named, 10> kUnits{{{"households", "unit.households"},
                                        {"per year", "unit.per_year"},
                                        {"in the period", "unit.in_the_period"},
                                        {"days", "unit.days"},
                                        {"SEK/month", "unit.kronor_a_month"},
                                        {"SEK/year", "unit.kronor_a_year"},
                                        {"SEK", "unit.kronor"},
                                        {"share", "unit.share"},
                                        {"per unit and year", "unit.per_unit_and_year"},
                                        {"household-days/year", "unit.household_days_per_year"}}};

constexpr std::array<Named, 8> kLines{{{"empty_rent", "line.empty_rent"},
                                       {"income_support", "line.income_support"},
                                       {"fees", "line.fees"},
                                       {"staff", "line.staff"},
                                       {"nights", "line.nights"},
                                       {"rents", "line.rents"},
                                       {"acute", "line.acute"},
                                       {"terminations", "line.terminations"}}};

constexpr std::array<Named, models::kRetentions> kMeanings{{{"not_given_notice", "meaning.not_given_notice"},
                                                            {"not_evicted", "meaning.not_evicted"},
                                                            {"one_year", "meaning.one_year"},
                                                            {"takeover_18_months", "meaning.takeover_18_months"},
                                                            {"closed_first_hand", "meaning.closed_first_hand"},
                                                            {"stays_or_moves_on", "meaning.stays_or_moves_on"},
                                                            {"since_move_in", "meaning.since_move_in"},
                                                            {"move_balance", "meaning.move_balance"},
                                                            {"home_kept", "meaning.home_kept"},
                                                            {"unplanned_endings", "meaning.unplanned_endings"}}};

template <std::size_t N>
std::optional<std::string_view> id_of(const std::array<Named, N>& table, std::string_view name) {
  for (const auto& [one, id] : table) {
    if (one == name) return id;
  }
  return std::nullopt;
}

std::pair<std::string_view, std::string_view> split_at_last_dot(std::string_view text) {
  const auto dot = text.rfind('.');
  if (dot == std::string_view::npos) return {text, {}};
  return {text.substr(0, dot), text.substr(dot + 1)};
}

std::string statistic(const Words& words, std::string_view name) {
  const auto id = id_of(kStatistics, name);
  return id ? words(*id) : std::string(name);
}

std::string cause(const Words& words, std::string_view text, const Settings& settings) {
  const auto colon = text.find(':');
  const auto id = colon == std::string_view::npos ? std::nullopt : id_of(kCauses, text.substr(0, colon));
  if (!id) return std::string(text);
  return words(*id, {{"what", thing_in_words(words, text.substr(colon + 1), settings)}});
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
  if (const auto id = id_of(kWhole, measure)) return words(*id);
  const auto dot = measure.find('.');
  if (dot == std::string_view::npos) return std::string(measure);
  const auto family = measure.substr(0, dot), rest = measure.substr(dot + 1);
  const auto [about, last] = split_at_last_dot(rest);
  const std::string what = thing_in_words(words, about, settings);
  if (family == "days_to_home") return words("measure.days_to_home", {{"statistic", statistic(words, rest)}});
  if (family == "stay") return words("measure.stay", {{"what", what}, {"statistic", statistic(words, last)}});
  if (family == "moves") return words("measure.moves", {{"from", what}, {"to", thing_in_words(words, last, settings)}});
  if (family == "turnover" && last == "moveouts") return words("measure.turnover.moveouts", {{"what", what}});
  if (family == "turnover" && last == "takeovers") return words("measure.turnover.takeovers", {{"what", what}});
  if (family == "blocked") return cause(words, rest, settings);
  if (family == "cost") return words("measure.cost", {{"what", line_in_words(words, std::string(rest), settings)}});
  if (const auto id = id_of(kFamilies, family)) return words(*id, {{"what", thing_in_words(words, rest, settings)}});
  return std::string(measure);
}

std::string unit_in_words(const Words& words, std::string_view unit) {
  const auto id = id_of(kUnits, unit);
  return id ? words(*id) : std::string(unit);
}

std::string meaning_in_words(const Words& words, const models::RetentionDefinition& definition) {
  const auto id = id_of(kMeanings, definition.name);
  return id ? words(*id) : std::string(definition.meaning);
}

std::string line_in_words(const Words& words, const std::string& line, const Settings& settings) {
  if (models::is_grant_line(line)) {
    const std::string name = models::granted_by(line);
    return words("grant.line", {{"name", label_among(words, settings.grants, name).value_or(with_spaces(name))}});
  }
  if (const auto id = id_of(kLines, line)) return words(*id);
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
