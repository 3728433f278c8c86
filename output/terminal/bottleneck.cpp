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
std::vector<std::pair<std::string, double>> causes(const Bottleneck& bottleneck) {
  std::map<std::string, double> sums;
  for (const auto& row : bottleneck.lost) sums[row.cause] += row.days.mean;
  std::vector<std::pair<std::string, double>> all(sums.begin(), sums.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return all;
}

/// It changes no cost in any simulation, as where the scenario has no prices.
bool is_free(const LeverEffect& effect) {
  return effect.cost.mean == 0 && effect.cost.low == 0 && effect.cost.high == 0;
}

/// The text of a bottleneck in a language; each part is empty or ends with a line break.
class BottleneckText {
 public:
  BottleneckText(const models::Scenario& scenario, const Bottleneck& bottleneck, const Words& words)
      : scenario_(scenario),
        bottleneck_(bottleneck),
        words_(words),
        settings_(first_settings(scenario)),
        measure_(measure_in_words(words, bottleneck.measure.name, settings_)),
        unit_(unit_of_difference(words, bottleneck.measure.unit)),
        factor_(shown(words, bottleneck.measure.unit).factor) {}

  [[nodiscard]] std::string introduction() const;
  [[nodiscard]] std::string answer() const;
  [[nodiscard]] std::string table() const;
  [[nodiscard]] std::string prevention() const;
  [[nodiscard]] std::string without_price() const;
  [[nodiscard]] std::string as_it_is() const;
  [[nodiscard]] std::string waits() const;
  /// Analytical limits, without simulation.
  [[nodiscard]] std::string bounds() const;

 private:
  [[nodiscard]] std::string with_error(const Estimate& e, double factor, Sign sign) const {
    return with_half_width(words_, e.mean * factor, e.low * factor, e.high * factor, sign);
  }
  [[nodiscard]] std::string with_range(const Estimate& e, double factor) const {
    return with_interval(words_, e.mean * factor, e.low * factor, e.high * factor);
  }
  [[nodiscard]] std::string change(const Lever& lever) const { return lever_in_words(words_, lever, settings_); }
  /// The unit in a price: of a flow, each event; of other measures, a unit for a year.
  [[nodiscard]] std::string one_of() const;
  /// In thousands of kronor, or the reason why there is none.
  [[nodiscard]] std::string price(const LeverEffect& effect) const;
  [[nodiscard]] std::string what_it_gives(const LeverEffect& effect) const;
  /// The second change, if the intervals overlap.
  [[nodiscard]] std::string rival() const;
  [[nodiscard]] bool more_is_better() const { return bottleneck_.measure.better == models::Better::More; }
  [[nodiscard]] bool fewer_is_better() const { return bottleneck_.measure.better == models::Better::Less; }
  [[nodiscard]] std::string together() const;
  /// Of a measure of which neither more nor less is better.
  [[nodiscard]] std::string by_size(const LeverEffect& greatest) const;

  const models::Scenario& scenario_;
  const Bottleneck& bottleneck_;
  const Words& words_;
  const Settings& settings_;
  std::string measure_, unit_;
  double factor_;  ///< Of the measure in its unit to one that is shown, and of a price the other way round.
};

std::string BottleneckText::one_of() const {
  if (bottleneck_.measure.name == "homes") return words_("bottleneck.each_home");
  if (bottleneck_.measure.unit == "per year")
    return words_(more_is_better() ? "bottleneck.each" : "bottleneck.each_less");
  const bool share = bottleneck_.measure.unit == "share";
  const std::string unit = share ? words_("brief.point") : shown(words_, bottleneck_.measure.unit).text;
  const char* id = more_is_better() ? "bottleneck.each_unit_a_year" : "bottleneck.each_less_unit_a_year";
  return words_(id, {{"unit", unit}});
}

std::string BottleneckText::price(const LeverEffect& effect) const {
  if (!effect.distinguishable()) return words_("bottleneck.not_distinguishable");
  if (bottleneck_.measure.better == models::Better::Neither) return words_("bottleneck.changes_it");
  if (!bottleneck_.helps(effect)) return words_("bottleneck.wrong_way");
  if (is_free(effect)) return words_("bottleneck.free");
  return effect.cost.mean <= 0 ? words_("bottleneck.saves") : with_range(effect.price, 1e-3 / factor_);
}

std::string BottleneckText::introduction() const {
  std::string text =
      (scenario_.name.empty() ? scenario_.file : scenario_.name) + "\n" +
      words_("bottleneck.run", {{"period", dates(words_, scenario_.from, scenario_.to)},
                                {"alternative", words_.called(bottleneck_.label, bottleneck_.alternative)},
                                {"replications", grouped(words_, bottleneck_.replications, 0)},
                                {"seed", std::to_string(bottleneck_.seed)}}) +
      "\n";
  if (!bottleneck_.complete) text += words_("bottleneck.incomplete") + "\n";
  return text + "\n";
}

std::string BottleneckText::bounds() const {
  const auto figure = [this](double value) {
    return std::isinf(value) ? words_("analysis.no_limit") : plain(words_, value);
  };
  std::string text;
  for (const auto& [from, limits] : bottleneck_.limits) {
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

std::string BottleneckText::as_it_is() const {
  return words_("bottleneck.as_it_is", {{"measure", measure_},
                                        {"value", with_error(bottleneck_.base, factor_, Sign::Minus)},
                                        {"unit", shown(words_, bottleneck_.measure.unit).text},
                                        {"cost", with_error(bottleneck_.base_cost, 1, Sign::Minus)}}) +
         "\n";
}

std::string BottleneckText::table() const {
  const char* price_of = fewer_is_better() ? "bottleneck.thousand_for_each_less" : "bottleneck.thousand_for_each";
  TextTable rows(
      {{words_("bottleneck.head.change"), Align::Left}, {unit_}, {words_("brief.kronor_a_month")}, {words_(price_of)}});
  const auto add = [&](const LeverEffect& effect, const std::string& verdict) {
    rows.add({shortened(change(effect.lever), kChangeWidth), with_error(effect.effect, factor_, Sign::Both),
              with_error(effect.cost, 1, Sign::Both), verdict});
  };
  for (const LeverEffect& effect : bottleneck_.ranked) add(effect, price(effect));
  if (bottleneck_.market) add(*bottleneck_.market, words_("bottleneck.nobodys"));
  if (rows.empty()) return {};
  const char* title = fewer_is_better() ? "bottleneck.table_fewer" : "bottleneck.table";
  return words_(title, {{"measure", measure_}}) + "\n\n" + rows.str(kWidth) + words_("bottleneck.means") + "\n\n";
}

std::string BottleneckText::what_it_gives(const LeverEffect& effect) const {
  const PhraseField measure{"measure", measure_}, gives{"effect", with_error(effect.effect, factor_, Sign::Both)},
      unit{"unit", unit_};
  if (is_free(effect)) return words_("bottleneck.gives_free", {measure, gives, unit});
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

std::string BottleneckText::rival() const {
  if (bottleneck_.ranked.size() < 2 || !bottleneck_.helps(bottleneck_.ranked[1])) return {};
  const LeverEffect &best = bottleneck_.ranked[0], &next = bottleneck_.ranked[1];
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

std::string BottleneckText::together() const {
  if (!bottleneck_.together) return {};
  const auto& two = *bottleneck_.together;
  const double sign = more_is_better() ? 1 : -1;
  const char* id = two.interaction.low * sign > 0 && two.interaction.high * sign > 0   ? "bottleneck.together_more"
                   : two.interaction.low * sign < 0 && two.interaction.high * sign < 0 ? "bottleneck.together_less"
                                                                                       : "bottleneck.together_same";
  return words_(id, {{"change", change(two.second)},
                     {"effect", with_error(two.effect, factor_, Sign::Both)},
                     {"unit", unit_}}) +
         "\n";
}

/// A change whose price the scenario does not have seems to be had for nothing.
std::string BottleneckText::without_price() const {
  std::string names;
  for (const LeverEffect& effect : bottleneck_.ranked) {
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
std::string BottleneckText::prevention() const {
  const auto& groups = settings_.groups;
  const bool prevents =
      std::any_of(groups.begin(), groups.end(), [](const auto& group) { return bool(group.at_risk); });
  if (!prevents || (bottleneck_.measure.name != "homes" && bottleneck_.measure.name != "first_hand")) return {};
  return words_("bottleneck.prevention") + "\n\n";
}

std::string BottleneckText::waits() const {
  const auto all = causes(bottleneck_);
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

std::string BottleneckText::by_size(const LeverEffect& greatest) const {
  return words_("bottleneck.neither", {{"measure", measure_}}) + "\n" +
         words_("bottleneck.neither.most", {{"change", change(greatest.lever)},
                                            {"effect", with_error(greatest.effect, factor_, Sign::Both)},
                                            {"unit", unit_},
                                            {"cost", with_error(greatest.cost, 1, Sign::Both)}}) +
         "\n";
}

std::string BottleneckText::answer() const {
  if (!bottleneck_.ranked.empty() && bottleneck_.helps(bottleneck_.ranked.front())) {
    const LeverEffect& best = bottleneck_.ranked.front();
    return words_(is_free(best) ? "bottleneck.most_free" : "bottleneck.most", {{"change", change(best.lever)}}) + "\n" +
           what_it_gives(best) + "\n" + rival() + together();
  }
  if (bottleneck_.measure.better == models::Better::Neither && !bottleneck_.ranked.empty() &&
      bottleneck_.ranked.front().distinguishable())
    return by_size(bottleneck_.ranked.front());
  const auto all = causes(bottleneck_);
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
  const BottleneckText text(scenario, bottleneck, words);
  return text.introduction() + text.answer() + "\n" + text.table() + text.prevention() + text.without_price() +
         text.as_it_is() + text.waits() + text.bounds();
}

}  // namespace trapphus::output
