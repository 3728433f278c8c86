// SPDX-License-Identifier: MIT
#include "output/wording.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>
#include <vector>

namespace trapphus::output {
namespace {

using models::Settings;

template <class Things>
std::optional<std::string> among(const Things& things, std::string_view name) {
  for (const auto& thing : things)
    if (thing.name == name) return called(thing.label, thing.name);
  return std::nullopt;
}

// A stage, service, team or ceiling.
std::string about_in_words(std::string_view name, const Settings& settings) {
  if (auto found = among(settings.stages, name)) return *found;
  if (auto found = among(settings.services, name)) return *found;
  if (auto found = among(settings.teams, name)) return *found;
  return among(settings.ceilings, name).value_or(std::string(name));
}

std::string statistic(std::string_view name) {
  if (name == "mean") return "mean";
  if (name == "p50") return "median";
  if (name == "p90") return "9 of 10 at most";
  return std::string(name);
}

// Splits "stay.training.mean" into "training" and "mean".
std::pair<std::string_view, std::string_view> last_part(std::string_view text) {
  const auto dot = text.rfind('.');
  if (dot == std::string_view::npos) return {text, {}};
  return {text.substr(0, dot), text.substr(dot + 1)};
}

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array<Words, 10> kWhole{{{"households.acute", "Households in acute housing"},
                                        {"arrivals", "Households that become homeless"},
                                        {"prevented", "Homelessness prevented"},
                                        {"homes", "Households that get a home"},
                                        {"first_hand", "First-hand contracts"},
                                        {"cost.total", "Cost, all together"},
                                        {"cost_per_home", "Cost per home"},
                                        {"home_within_year", "Have a home within 12 months"},
                                        {"returns", "Back within 12 months of leaving"},
                                        {"child_nights.acute", "Children's nights in acute housing"}}};

constexpr std::array<Words, 7> kFamilies{{{"households", "Households: {}"},
                                          {"waiting", "Wait for a place: {}"},
                                          {"exits", "Leave for: {}"},
                                          {"vacancy", "Units empty: {}"},
                                          {"utilisation", "Staff time in use: {}"},
                                          {"cost", "Cost: {}"},
                                          {"situation", "Homelessness situation {}"}}};

constexpr std::array<Words, 5> kCauses{{{"service", "{} done"},
                                        {"vacancy", "a filled post, {}"},
                                        {"support", "a place with {}"},
                                        {"pool", "a free unit, {}"},
                                        {"budget", "budget, {}"}}};
constexpr std::array<Words, 3> kOtherCauses{
    {{"rule", "a condition to be met"}, {"market", "an offer of a home"}, {"board", "the board's meeting"}}};

std::string turnover_in_words(std::string_view about, std::string_view last, std::string_view rest,
                              const Settings& settings) {
  if (last == "moveouts") return fmt::format("Move-outs: {}", about_in_words(about, settings));
  if (last == "takeovers") return fmt::format("Takeovers: {}", about_in_words(about, settings));
  return fmt::format("Turnover: {}", about_in_words(rest, settings));
}

}  // namespace

std::string called(const models::Label& label, const std::string& name) {
  if (!label.en.empty()) return label.en;
  return label.sv.empty() ? name : label.sv;
}

std::string cause_in_words(std::string_view cause, const Settings& settings) {
  for (const auto& [name, words] : kOtherCauses)
    if (name == cause) return std::string(words);
  const auto colon = cause.find(':');
  if (colon != std::string_view::npos)
    for (const auto& [kind, words] : kCauses)
      if (kind == cause.substr(0, colon))
        return fmt::format(fmt::runtime(words), about_in_words(cause.substr(colon + 1), settings));
  return std::string(cause);
}

std::string stage_in_words(std::string_view stage, const Settings& settings) {
  return among(settings.stages, stage).value_or(std::string(stage));
}

std::string in_words(std::string_view measure, const Settings& settings) {
  for (const auto& [name, words] : kWhole)
    if (name == measure) return std::string(words);
  const auto dot = measure.find('.');
  if (dot == std::string_view::npos) return std::string(measure);
  const auto family = measure.substr(0, dot), rest = measure.substr(dot + 1);
  const auto [about, last] = last_part(rest);
  if (family == "days_to_home") return fmt::format("Days to a home, {}", statistic(rest));
  if (family == "stay") return fmt::format("Days in {}, {}", about_in_words(about, settings), statistic(last));
  if (family == "turnover") return turnover_in_words(about, last, rest, settings);
  if (family == "blocked") return "Wait for: " + cause_in_words(rest, settings);
  if (family == "moves")
    return fmt::format("Moves: {} to {}", about_in_words(about, settings), about_in_words(last, settings));
  for (const auto& [name, words] : kFamilies)
    if (name == family) return fmt::format(fmt::runtime(words), about_in_words(rest, settings));
  return std::string(measure);
}

ShownUnit shown(const std::string& unit) {
  if (unit == "share") return {"%", 100};
  return {unit, 1};
}

std::string dates(models::Time from, models::Time to) {
  const auto first = engine::Month::of(from), last = engine::Month::of(to - models::Duration{1});
  if (first.begin() == from && last.end() == to) {
    if (first == last) return to_string(first);
    return to_string(first) + " to " + to_string(last);
  }
  const auto last_day = std::chrono::floor<std::chrono::days>(to - models::Duration{1});
  return engine::to_string(from) + " to " + engine::to_string(models::Time(last_day));
}

double months(models::Time from, models::Time to) {
  const auto first = engine::Month::of(from), end = engine::Month::of(to);
  if (first.begin() == from && end.begin() == to) return end.number() - first.number();
  return static_cast<double>((to - from).count()) / static_cast<double>(engine::kMonth.count());
}

}  // namespace trapphus::output
