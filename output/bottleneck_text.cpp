// SPDX-License-Identifier: MIT
#include "output/bottleneck_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "output/number.hpp"
#include "output/summary_parts.hpp"
#include "output/text_table.hpp"
#include "output/wording.hpp"

namespace trapphus::output {
namespace {

using models::Bottleneck;
using models::Estimate;
using models::Lever;
using models::LeverEffect;
using models::LeverKind;
using models::Settings;

constexpr std::size_t kMostCauses = 3;
constexpr std::size_t kChangeWidth = 44;

std::string with_error(const Estimate& e, double factor, Sign sign) {
  return with_half_width(e.mean * factor, e.low * factor, e.high * factor, sign);
}
std::string with_range(const Estimate& e, double factor) {
  return with_interval(e.mean * factor, e.low * factor, e.high * factor);
}

/// What one of the measure is called in a price. Of what is not counted but lasts, a price is for one for a year.
std::string one_of(const Bottleneck& found) {
  const std::string less = found.more_is_better ? "each " : "each less ";
  if (found.measure.name == "homes") return less + "home";
  if (found.measure.unit == "per year") return found.more_is_better ? "each" : "each less";
  return less + (found.measure.unit == "share" ? "%-point a year" : found.measure.unit + " a year");
}
std::string effect_unit(const Bottleneck& found) {
  const ShownUnit unit = shown(found.measure.unit);
  return unit.text == "%" ? "%-points" : unit.text;
}
/// Of a measure in its unit to one that is shown, and of a price the other way round.
double factor(const Bottleneck& found) {
  return shown(found.measure.unit).factor;
}

/// In thousands of kronor, or why there is none.
std::string price(const Bottleneck& found, const LeverEffect& effect) {
  if (!effect.distinguishable()) return "not distinguishable";
  if (!found.helps(effect)) return "the wrong way";
  return effect.cost.mean <= 0 ? "saves money" : with_range(effect.price, 1e-3 / factor(found));
}

std::string introduction(const models::Scenario& scenario, const Bottleneck& found) {
  std::string text =
      fmt::format("{}\n{}, {}, {} replications, seed {}\n", scenario.name.empty() ? scenario.file : scenario.name,
                  dates(scenario.from, scenario.to), called(found.label, found.alternative),
                  grouped(found.replications, 0), found.seed);
  if (!found.complete) text += "INCOMPLETE: interrupted before all replications that were asked for.\n";
  return text + "\n";
}

/// The two ends: what theory allows, without any simulation.
std::string bounds(const Bottleneck& found) {
  const auto figure = [](double value) { return std::isinf(value) ? std::string("no limit") : plain(value); };
  std::string text;
  for (const auto& [from, limits] : found.limits) {
    text += fmt::format("\nBy theory, from {}: {} homes a year if nobody waits for units or staff, {} at most\n",
                        engine::to_string(from), figure(limits.homes_per_year), figure(limits.greatest_homes_per_year));
    if (!limits.bottleneck.empty())
      text += fmt::format("(max-flow). Its bottleneck:\n  {}\n", fmt::join(limits.bottleneck, "\n  "));
  }
  return text;
}

std::string as_it_is(const models::Scenario& scenario, const Bottleneck& found) {
  const ShownUnit unit = shown(found.measure.unit);
  return fmt::format(
      "As it is: {}: {} {}; cost {} SEK a month\n", in_words(found.measure.name, first_settings(scenario)),
      with_error(found.base, unit.factor, Sign::Minus), unit.text, with_error(found.base_cost, 1, Sign::Minus));
}

std::string table(const models::Scenario& scenario, const Bottleneck& found) {
  TextTable rows({{"change, from the first day to the last", Align::Left},
                  {effect_unit(found)},
                  {"SEK/month"},
                  {found.more_is_better ? "1000 SEK for each" : "1000 SEK for each less"}});
  const auto add = [&](const LeverEffect& effect, const std::string& verdict) {
    rows.add({shortened(in_words(effect.lever, first_settings(scenario)), kChangeWidth),
              with_error(effect.effect, factor(found), Sign::Both), with_error(effect.cost, 1, Sign::Both), verdict});
  };
  for (const LeverEffect& effect : found.ranked) add(effect, price(found, effect));
  if (found.market) add(*found.market, "nobody's to buy");
  if (rows.empty()) return {};
  return fmt::format(
      "One change at a time, the same households in all: {}{}\n\n{}"
      "Means ± half the width of their 95 % confidence interval, each by itself: of 20 changes without\n"
      "effect one would seem to have one.\n\n",
      in_words(found.measure.name, first_settings(scenario)), found.more_is_better ? "" : " (fewer is better)",
      rows.str(kWidth));
}

std::string what_it_costs(const Bottleneck& found, const LeverEffect& effect) {
  if (effect.cost.mean <= 0)
    return fmt::format("and saves {} SEK a month.",
                       with_range({-effect.cost.mean, -effect.cost.high, -effect.cost.low, 0}, 1));
  return fmt::format("for {} SEK a month:\n{} SEK for {}.", with_range(effect.cost, 1),
                     with_range(effect.price, 1 / factor(found)), one_of(found));
}

/// The next one, if the two intervals leave open which is better.
std::string rival(const models::Scenario& scenario, const Bottleneck& found) {
  if (found.ranked.size() < 2 || !found.helps(found.ranked[1])) return {};
  const LeverEffect &best = found.ranked[0], &next = found.ranked[1];
  const bool both_save = best.cost.mean <= 0 && next.cost.mean <= 0;
  const bool both_cost = best.cost.mean > 0 && next.cost.mean > 0;
  const auto most = [](const Estimate& e) { return std::max(std::abs(e.low), std::abs(e.high)); };
  const auto least = [](const Estimate& e) { return std::min(std::abs(e.low), std::abs(e.high)); };
  const bool open = both_save   ? most(next.effect) >= least(best.effect)
                    : both_cost ? !(next.price.low > best.price.high)
                                : next.cost.low <= 0;
  if (!open) return {};
  return fmt::format("Whether \"{}\" is not as good, these replications cannot tell.\n",
                     in_words(next.lever, first_settings(scenario)));
}

std::string together(const models::Scenario& scenario, const Bottleneck& found) {
  if (!found.together) return {};
  const auto& two = *found.together;
  const double sign = found.more_is_better ? 1 : -1;
  const char* verdict = two.interaction.low * sign > 0 && two.interaction.high * sign > 0
                            ? "\nmore than the two by themselves: they need each other"
                        : two.interaction.low * sign < 0 && two.interaction.high * sign < 0
                            ? "\nless than the two by themselves: each takes a part of what the other gives"
                            : "\nas much as the two by themselves, as far as can be told";
  return fmt::format("Together with \"{}\": {} {},{}.\n", in_words(two.second, first_settings(scenario)),
                     with_error(two.effect, factor(found), Sign::Both), effect_unit(found), verdict);
}

/// A change whose price the scenario does not have seems to be had for nothing.
std::string without_price(const models::Scenario& scenario, const Bottleneck& found) {
  std::string names;
  const Settings& settings = first_settings(scenario);
  for (const LeverEffect& effect : found.ranked) {
    const Lever& lever = effect.lever;
    const bool units = lever.kind == LeverKind::Units || lever.kind == LeverKind::Allotments;
    const bool free = (units && settings.stages[lever.subject].rent.amount == models::Money() &&
                       settings.stages[lever.subject].kind == models::StageKind::Apartment) ||
                      (lever.kind == LeverKind::Staff && settings.teams[lever.subject].cost.amount == models::Money());
    if (free) names += (names.empty() ? "\"" : ", \"") + in_words(lever, settings) + "\"";
  }
  if (names.empty()) return {};
  return fmt::format("No price in the scenario, so it seems to cost nothing: {}.\n", names);
}

/// Who is not homeless needs no home, so what prevents homelessness does not give homes.
std::string prevention(const models::Scenario& scenario, const Bottleneck& found) {
  const auto& groups = first_settings(scenario).groups;
  const bool prevents =
      std::any_of(groups.begin(), groups.end(), [](const auto& group) { return bool(group.at_risk); });
  if (!prevents || (found.measure.name != "homes" && found.measure.name != "first_hand")) return {};
  return "Where more is prevented fewer need a home: see also --measure households.acute.\n\n";
}

/// Days lost by cause, the greatest first.
std::vector<std::pair<std::string, double>> causes(const Bottleneck& found) {
  std::map<std::string, double> sums;
  for (const auto& row : found.lost) sums[row.cause] += row.days.mean;
  std::vector<std::pair<std::string, double>> all(sums.begin(), sums.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return all;
}

std::string waits(const models::Scenario& scenario, const Bottleneck& found) {
  const auto all = causes(found);
  double sum = 0;
  for (const auto& [cause, days] : all) sum += days;
  if (sum <= 0) return "Nobody waits for anything.\n";
  std::string text = fmt::format("\nOf {} household-days a year lost in waiting\n", grouped(sum, 0));
  for (std::size_t i = 0; i < std::min(all.size(), kMostCauses); ++i) {
    const double percent = 100 * all[i].second / sum;
    if (i > 0 && percent < 0.5) break;
    text += fmt::format("{:5.0f} % wait for {}\n", percent, cause_in_words(all[i].first, first_settings(scenario)));
  }
  return text;
}

std::string answer(const models::Scenario& scenario, const Bottleneck& found) {
  if (!found.ranked.empty() && found.helps(found.ranked.front())) {
    const LeverEffect& best = found.ranked.front();
    return fmt::format("Most for the money: {}.\n{}: {} {}, {}\n", in_words(best.lever, first_settings(scenario)),
                       in_words(found.measure.name, first_settings(scenario)),
                       with_error(best.effect, factor(found), Sign::Both), effect_unit(found),
                       what_it_costs(found, best)) +
           rival(scenario, found) + together(scenario, found);
  }
  const auto all = causes(found);
  if (all.empty())
    return "Nothing binds: nobody waits for a unit, for staff or for a budget. More of them gives nothing.\n";
  std::string text = "No unit, post, allotment or budget of the scenario gives an effect that can be told from none.\n";
  if (all.front().first == "market")
    text += "What holds clients back is the housing market: most of their waiting is for an offer of a home.\n";
  return text;
}

}  // namespace

std::string in_words(const Lever& lever, const Settings& settings) {
  const auto name_of = [&lever](const auto& things) {
    return called(things[lever.subject].label, things[lever.subject].name);
  };
  switch (lever.kind) {
    case LeverKind::Units:
      return fmt::format("+{} unit: {}", plain(lever.step), name_of(settings.stages));
    case LeverKind::Staff:
      return fmt::format("+{} FTE: {}", plain(lever.step), name_of(settings.teams));
    case LeverKind::Allotments:
      return fmt::format("+{} unit allotted a year: {}", plain(lever.step), name_of(settings.stages));
    case LeverKind::Budget:
      return fmt::format("+{} % budget: {}", plain(100 * lever.step), name_of(settings.ceilings));
    case LeverKind::Market:
      break;
  }
  return fmt::format("+{} % offers on the housing market", plain(100 * lever.step));
}

std::string bottleneck_text(const models::Scenario& scenario, const Bottleneck& bottleneck) {
  return introduction(scenario, bottleneck) + answer(scenario, bottleneck) + "\n" + table(scenario, bottleneck) +
         prevention(scenario, bottleneck) + without_price(scenario, bottleneck) + as_it_is(scenario, bottleneck) +
         waits(scenario, bottleneck) + bounds(bottleneck);
}

}  // namespace trapphus::output
