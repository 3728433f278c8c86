// SPDX-License-Identifier: MIT
#include "output/terminal/bottleneck.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "models/staircase/cause.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/narrow_words.hpp"
#include "output/language/terminal_number.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/summary_parts.hpp"
#include "output/terminal/text_table.hpp"

namespace trapphus::output {
namespace {

using models::Bottleneck;
using models::Estimate;
using models::Lever;
using models::LeverEffect;
using models::LeverKind;
using models::Settings;

constexpr std::size_t kCausesShown = 3;
constexpr std::size_t kChangeWidth = 44;

/// Days lost by cause, the greatest first.
std::vector<std::pair<std::string, double>> causes(const Bottleneck& found) {
  std::map<std::string, double> sums;
  for (const auto& row : found.lost) sums[row.cause] += row.days.mean;
  std::vector<std::pair<std::string, double>> all(sums.begin(), sums.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return all;
}

/// What was found, in the words of a language; each part is empty or ends with a line's end.
class Telling {
 public:
  Telling(const models::Scenario& scenario, const Bottleneck& found, const Words& words)
      : scenario_(scenario),
        found_(found),
        words_(words),
        settings_(first_settings(scenario)),
        measure_(measure_in_words(words, found.measure.name, settings_)),
        unit_(unit_of_difference(words, found.measure.unit)),
        factor_(shown(words, found.measure.unit).factor) {}

  [[nodiscard]] std::string introduction() const;
  [[nodiscard]] std::string answer() const;
  [[nodiscard]] std::string table() const;
  [[nodiscard]] std::string prevention() const;
  [[nodiscard]] std::string without_price() const;
  [[nodiscard]] std::string as_it_is() const;
  [[nodiscard]] std::string waits() const;
  /// The two ends: what theory allows, without any simulation.
  [[nodiscard]] std::string bounds() const;

 private:
  [[nodiscard]] std::string with_error(const Estimate& e, double factor, Sign sign) const {
    return with_half_width(words_, e.mean * factor, e.low * factor, e.high * factor, sign);
  }
  [[nodiscard]] std::string with_range(const Estimate& e, double factor) const {
    return with_interval(words_, e.mean * factor, e.low * factor, e.high * factor);
  }
  [[nodiscard]] std::string change(const Lever& lever) const { return lever_in_words(words_, lever, settings_); }
  /// What one of the measure is called in a price. Of what is not counted but lasts, a price is for one for a year.
  [[nodiscard]] std::string one_of() const;
  /// In thousands of kronor, or why there is none.
  [[nodiscard]] std::string price(const LeverEffect& effect) const;
  [[nodiscard]] std::string what_it_gives(const LeverEffect& effect) const;
  /// The next one, if the two intervals leave open which is better.
  [[nodiscard]] std::string rival() const;
  [[nodiscard]] std::string together() const;

  const models::Scenario& scenario_;
  const Bottleneck& found_;
  const Words& words_;
  const Settings& settings_;
  std::string measure_, unit_;
  double factor_;  ///< Of the measure in its unit to one that is shown, and of a price the other way round.
};

std::string Telling::one_of() const {
  if (found_.measure.name == "homes" && found_.more_is_better) return words_("bottleneck.each_home");
  if (found_.measure.unit == "per year")
    return words_(found_.more_is_better ? "bottleneck.each" : "bottleneck.each_less");
  const bool share = found_.measure.unit == "share";
  const std::string unit = share ? words_("brief.point") : shown(words_, found_.measure.unit).text;
  const char* id = found_.more_is_better ? "bottleneck.each_unit_a_year" : "bottleneck.each_less_unit_a_year";
  return words_(id, {{"unit", unit}});
}

std::string Telling::price(const LeverEffect& effect) const {
  if (!effect.distinguishable()) return words_("bottleneck.not_distinguishable");
  if (!found_.helps(effect)) return words_("bottleneck.wrong_way");
  return effect.cost.mean <= 0 ? words_("bottleneck.saves") : with_range(effect.price, 1e-3 / factor_);
}

std::string Telling::introduction() const {
  std::string text = (scenario_.name.empty() ? scenario_.file : scenario_.name) + "\n" +
                     words_("bottleneck.run", {{"period", dates(words_, scenario_.from, scenario_.to)},
                                               {"alternative", words_.called(found_.label, found_.alternative)},
                                               {"replications", grouped(words_, found_.replications, 0)},
                                               {"seed", std::to_string(found_.seed)}}) +
                     "\n";
  if (!found_.complete) text += words_("bottleneck.incomplete") + "\n";
  return text + "\n";
}

std::string Telling::bounds() const {
  const auto figure = [this](double value) {
    return std::isinf(value) ? words_("analysis.no_limit") : plain(words_, value);
  };
  std::string text;
  for (const auto& [from, limits] : found_.limits) {
    text += "\n" +
            words_("bottleneck.by_theory", {{"from", engine::to_string(from)},
                                            {"expected", figure(limits.homes_per_year)},
                                            {"most", figure(limits.greatest_homes_per_year)}}) +
            "\n";
    const auto narrow = narrow_in_words(words_, limits, settings_);
    if (!narrow.empty()) text += words_("bottleneck.narrow") + fmt::format("\n  {}\n", fmt::join(narrow, "\n  "));
  }
  return text;
}

std::string Telling::as_it_is() const {
  return words_("bottleneck.as_it_is", {{"measure", measure_},
                                        {"value", with_error(found_.base, factor_, Sign::Minus)},
                                        {"unit", shown(words_, found_.measure.unit).text},
                                        {"cost", with_error(found_.base_cost, 1, Sign::Minus)}}) +
         "\n";
}

std::string Telling::table() const {
  const char* price_of = found_.more_is_better ? "bottleneck.thousand_for_each" : "bottleneck.thousand_for_each_less";
  TextTable rows(
      {{words_("bottleneck.head.change"), Align::Left}, {unit_}, {words_("brief.kronor_a_month")}, {words_(price_of)}});
  const auto add = [&](const LeverEffect& effect, const std::string& verdict) {
    rows.add({shortened(change(effect.lever), kChangeWidth), with_error(effect.effect, factor_, Sign::Both),
              with_error(effect.cost, 1, Sign::Both), verdict});
  };
  for (const LeverEffect& effect : found_.ranked) add(effect, price(effect));
  if (found_.market) add(*found_.market, words_("bottleneck.nobodys"));
  if (rows.empty()) return {};
  const char* title = found_.more_is_better ? "bottleneck.table" : "bottleneck.table_fewer";
  return words_(title, {{"measure", measure_}}) + "\n\n" + rows.str(kWidth) + words_("bottleneck.means") + "\n\n";
}

std::string Telling::what_it_gives(const LeverEffect& effect) const {
  const PhraseField measure{"measure", measure_}, gives{"effect", with_error(effect.effect, factor_, Sign::Both)},
      unit{"unit", unit_};
  if (effect.cost.mean <= 0) {
    const Estimate saved{-effect.cost.mean, -effect.cost.high, -effect.cost.low, 0};
    return words_("bottleneck.gives_and_saves", {measure, gives, unit, {"saved", with_range(saved, 1)}});
  }
  return words_("bottleneck.gives_for", {measure,
                                         gives,
                                         unit,
                                         {"cost", with_range(effect.cost, 1)},
                                         {"price", with_range(effect.price, 1 / factor_)},
                                         {"each", one_of()}});
}

std::string Telling::rival() const {
  if (found_.ranked.size() < 2 || !found_.helps(found_.ranked[1])) return {};
  const LeverEffect &best = found_.ranked[0], &next = found_.ranked[1];
  const bool both_save = best.cost.mean <= 0 && next.cost.mean <= 0;
  const bool both_cost = best.cost.mean > 0 && next.cost.mean > 0;
  const auto most = [](const Estimate& e) { return std::max(std::abs(e.low), std::abs(e.high)); };
  const auto least = [](const Estimate& e) { return std::min(std::abs(e.low), std::abs(e.high)); };
  const bool open = both_save   ? most(next.effect) >= least(best.effect)
                    : both_cost ? !(next.price.low > best.price.high)
                                : next.cost.low <= 0;
  if (!open) return {};
  return words_("bottleneck.rival", {{"change", change(next.lever)}}) + "\n";
}

std::string Telling::together() const {
  if (!found_.together) return {};
  const auto& two = *found_.together;
  const double sign = found_.more_is_better ? 1 : -1;
  const char* id = two.interaction.low * sign > 0 && two.interaction.high * sign > 0   ? "bottleneck.together_more"
                   : two.interaction.low * sign < 0 && two.interaction.high * sign < 0 ? "bottleneck.together_less"
                                                                                       : "bottleneck.together_same";
  return words_(id, {{"change", change(two.second)},
                     {"effect", with_error(two.effect, factor_, Sign::Both)},
                     {"unit", unit_}}) +
         "\n";
}

/// A change whose price the scenario does not have seems to be had for nothing.
std::string Telling::without_price() const {
  std::string names;
  for (const LeverEffect& effect : found_.ranked) {
    const Lever& lever = effect.lever;
    const bool units = lever.kind == LeverKind::Units || lever.kind == LeverKind::Allotments;
    const bool free = (units && settings_.stages[lever.subject].rent.amount == models::Money() &&
                       settings_.stages[lever.subject].kind == models::StageKind::Apartment) ||
                      (lever.kind == LeverKind::Staff && settings_.teams[lever.subject].cost.amount == models::Money());
    if (free) names += (names.empty() ? "" : ", ") + words_("quoted", {{"text", change(lever)}});
  }
  if (names.empty()) return {};
  return words_("bottleneck.without_price", {{"changes", names}}) + "\n";
}

/// Who is not homeless needs no home, so what prevents homelessness does not give homes.
std::string Telling::prevention() const {
  const auto& groups = settings_.groups;
  const bool prevents =
      std::any_of(groups.begin(), groups.end(), [](const auto& group) { return bool(group.at_risk); });
  if (!prevents || (found_.measure.name != "homes" && found_.measure.name != "first_hand")) return {};
  return words_("bottleneck.prevention") + "\n\n";
}

std::string Telling::waits() const {
  const auto all = causes(found_);
  double sum = 0;
  for (const auto& [cause, days] : all) sum += days;
  if (sum <= 0) return words_("bottleneck.nobody_waits") + "\n";
  std::string text = "\n" + words_("bottleneck.lost", {{"days", grouped(words_, sum, 0)}}) + "\n";
  for (std::size_t i = 0; i < std::min(all.size(), kCausesShown); ++i) {
    const double percent = 100 * all[i].second / sum;
    if (i > 0 && percent < 0.5) break;
    text += words_("bottleneck.wait_for", {{"share", fmt::format("{:5.0f}", percent)},
                                           {"cause", cause_in_words(words_, all[i].first, settings_)}}) +
            "\n";
  }
  return text;
}

std::string Telling::answer() const {
  if (!found_.ranked.empty() && found_.helps(found_.ranked.front())) {
    const LeverEffect& best = found_.ranked.front();
    return words_("bottleneck.most", {{"change", change(best.lever)}}) + "\n" + what_it_gives(best) + "\n" + rival() +
           together();
  }
  const auto all = causes(found_);
  if (all.empty()) return words_("bottleneck.nothing_binds") + "\n";
  std::string text = words_("bottleneck.no_effect") + "\n";
  if (all.front().first == "market") text += words_("bottleneck.market") + "\n";
  return text;
}

}  // namespace

std::string lever_in_words(const Words& words, const Lever& lever, const Settings& settings) {
  const auto about = [&](std::string_view id, const auto& things, double factor = 1) {
    const auto& thing = things[lever.subject];
    return words(id, {{"step", plain(words, factor * lever.step)}, {"what", words.called(thing.label, thing.name)}});
  };
  switch (lever.kind) {
    case LeverKind::Units:
      return about("lever.units", settings.stages);
    case LeverKind::Staff:
      return about("lever.staff", settings.teams);
    case LeverKind::Allotments:
      return about("lever.allotments", settings.stages);
    case LeverKind::Budget:
      return about("lever.budget", settings.ceilings, 100);
    case LeverKind::Market:
      break;
  }
  return words("lever.market", {{"step", plain(words, 100 * lever.step)}});
}

std::string bottleneck_text(const models::Scenario& scenario, const Bottleneck& bottleneck, const Words& words) {
  const Telling telling(scenario, bottleneck, words);
  return telling.introduction() + telling.answer() + "\n" + telling.table() + telling.prevention() +
         telling.without_price() + telling.as_it_is() + telling.waits() + telling.bounds();
}

}  // namespace trapphus::output
