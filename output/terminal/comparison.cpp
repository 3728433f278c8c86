// SPDX-License-Identifier: MIT
#include "output/terminal/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

#include "output/language/measure_words.hpp"
#include "output/language/terminal_number.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/comparison_words.hpp"
#include "output/terminal/text_table.hpp"

namespace trapphus::output {
namespace {

using models::Estimate;

constexpr std::size_t kNameWidth = 32;

/// "84 (70 to 96)": a share of a few tenants has no decimals, and is not rounded to tens either.
std::string percent(const Words& words, double mean, double low, double high) {
  if (std::isnan(mean)) return "-";
  const auto whole = [](double share) { return fmt::format("{:.0f}", 100 * share); };
  if (std::isnan(low)) return whole(mean);
  return words("interval", {{"mean", whole(mean)}, {"low", whole(low)}, {"high", whole(high)}});
}

std::string points(const Words& words, const Estimate& e) {
  if (std::isnan(e.mean)) return "-";
  const auto whole = [&words](double value) {
    return in_terminal(words, fmt::format("{:+.0f}", std::round(100 * value) + 0.0));  // no "-0"
  };
  if (std::isnan(e.low)) return whole(e.mean);
  return words("interval", {{"mean", whole(e.mean)}, {"low", whole(e.low)}, {"high", whole(e.high)}});
}

bool any(const models::Comparison& comparison, bool (*holds)(const models::ComparedRow&)) {
  return std::any_of(comparison.rows.begin(), comparison.rows.end(), holds);
}

/// How many ranks are more likely right than wrong.
int likely_ranks(const models::Comparison& comparison, std::size_t c) {
  return static_cast<int>(std::count_if(comparison.rows.begin(), comparison.rows.end(), [c](const auto& row) {
    return row.values[c] && row.values[c]->rank_probability > 0.5;
  }));
}

std::string rank_text(const std::optional<models::ComparedValue>& cell) {
  if (!cell || cell->rank == 0) return "-";
  return fmt::format("{}{} ({:.0f} %)", cell->rank, cell->shared ? "=" : "", 100 * cell->rank_probability);
}

struct SizeColumn {
  std::size_t column;
  models::Denominator by;
};

/// Columns per apartment, FTE and inhabitants, for those denominators that a row has.
std::vector<SizeColumn> size_columns(const models::Comparison& comparison) {
  std::vector<SizeColumn> result;
  for (std::size_t c = 0; c < comparison.columns.size(); ++c) {
    if (!comparison.columns[c].scaled) continue;
    for (const auto by :
         {models::Denominator::Apartment, models::Denominator::Fte, models::Denominator::ThousandInhabitants}) {
      if (std::any_of(comparison.rows.begin(), comparison.rows.end(),
                      [by](const auto& row) { return !std::isnan(count_of(row, by)); }))
        result.push_back({c, by});
    }
  }
  return result;
}

/// The tables in the words of a language; each is empty or ends with an empty line.
class Tables {
 public:
  Tables(const models::Comparison& comparison, const ComparedScenarios& scenarios, const Words& words)
      : comparison_(comparison), scenarios_(scenarios), words_(words) {}

  [[nodiscard]] std::string introduction() const;
  [[nodiscard]] std::string organisations() const;
  [[nodiscard]] std::string values() const;
  [[nodiscard]] std::string observations() const;
  [[nodiscard]] std::string meanings() const;
  [[nodiscard]] std::string ranks() const;
  [[nodiscard]] std::string by_size() const;
  [[nodiscard]] std::string definition_and_work() const;
  [[nodiscard]] std::string assumptions() const;

 private:
  /// A long name loses the scenario's end, not the alternative's.
  [[nodiscard]] std::string name_of(const models::ComparedRow& row) const;
  [[nodiscard]] std::string cell_text(const models::ComparedColumn& column,
                                      const std::optional<models::ComparedValue>& cell) const;
  [[nodiscard]] std::string used_by(const models::RetentionDefinition& definition) const;
  [[nodiscard]] std::string rank_table() const;
  [[nodiscard]] std::string worth() const;
  [[nodiscard]] std::string size_heading(const SizeColumn& size) const;

  [[nodiscard]] std::string heading(std::size_t column) const;

  const models::Comparison& comparison_;
  const ComparedScenarios& scenarios_;
  const Words& words_;
};

std::string Tables::name_of(const models::ComparedRow& row) const {
  const std::string whole = name_in(words_, row), scenario = words_.called(row.label, row.scenario);
  const std::string rest = whole.substr(scenario.size());
  const std::string end = shortened(rest, kNameWidth / 2);
  const std::string name =
      display_width(whole) <= kNameWidth ? whole : shortened(scenario, kNameWidth - display_width(end)) + end;
  return name + (row.assumed.empty() ? "" : " *");
}

std::string Tables::heading(std::size_t column) const {
  return short_name(words_, comparison_.columns[column].measure, settings_for(column, comparison_, scenarios_));
}

std::string Tables::cell_text(const models::ComparedColumn& column,
                              const std::optional<models::ComparedValue>& cell) const {
  if (!cell) return "-";
  if (cell->counted) return percent(words_, cell->value.mean, cell->prediction_low, cell->prediction_high);
  const double factor = shown(words_, column.measure.unit).factor;
  return with_interval(words_, factor * cell->value.mean, factor * cell->value.low, factor * cell->value.high);
}

std::string Tables::introduction() const {
  const PhraseField replications{"replications", std::to_string(comparison_.replications)},
      seed{"seed", std::to_string(comparison_.seed)};
  std::string text = words_("comparison.rows", {{"rows", comparison_.rows.size()}, replications, seed});
  text += "\n";
  if (!comparison_.unfinished.empty()) {
    std::string names;
    for (const auto& name : comparison_.unfinished)
      names += (names.empty() ? "" : ", ") + scenario_called(words_, name, scenarios_);
    text += words_("comparison.incomplete", {{"names", names}}) + "\n";
  }
  return text + "\n";
}

/// Columns without any value are left out.
std::string Tables::organisations() const {
  const bool inhabitants = any(comparison_, [](const auto& row) { return row.profile.inhabitants.has_value(); });
  const bool landlords = any(comparison_, [](const auto& row) { return row.profile.landlords.has_value(); });
  const bool tenants = any(comparison_, [](const models::ComparedRow& row) { return row.tenants.has_value(); });
  std::vector<Column> columns{
      {"", Align::Left}, {words_("comparison.apartments")}, {words_("comparison.fte")}, {words_("comparison.per_fte")}};
  if (inhabitants)
    columns.insert(columns.end(), {{words_("comparison.inhabitants")}, {words_("comparison.per_thousand")}});
  if (landlords) columns.push_back({words_("comparison.landlords")});
  if (tenants) columns.insert(columns.end(), {{words_("comparison.exposure")}, {words_("comparison.tenants")}});
  const auto figure = [this](double value) { return value > 0 ? plain(words_, value) : std::string("-"); };
  TextTable table(columns);
  for (const auto& row : comparison_.rows) {
    const auto& [people, lets] = std::tie(row.profile.inhabitants, row.profile.landlords);
    const double thousands = people.value_or(0) / 1000.0;
    std::vector<std::string> cells{name_of(row), plain(words_, row.apartments), plain(words_, row.fte),
                                   figure(row.fte > 0 ? row.apartments / row.fte : 0)};
    if (inhabitants) {
      cells.push_back(people ? grouped(words_, *people, 0) : "-");
      cells.push_back(figure(thousands > 0 ? row.apartments / thousands : 0));
    }
    if (landlords) cells.push_back(lets ? std::to_string(*lets) : "-");
    if (tenants) {
      cells.push_back(row.tenants ? grouped(words_, row.exposure, 1) : "-");
      cells.push_back(row.tenants ? std::to_string(*row.tenants) : "-");
    }
    table.add(cells);
  }
  return words_("comparison.at_the_end") + "\n\n" + table.str(kComparisonWidth) + "\n";
}

std::string Tables::values() const {
  std::vector<Column> columns{{"", Align::Left}};
  bool counted = false, others = false;
  for (std::size_t c = 0; c < comparison_.columns.size(); ++c) {
    const auto& measure = comparison_.columns[c].measure;
    columns.push_back(
        {words_("summary.measure_in_unit", {{"measure", heading(c)}, {"unit", shown(words_, measure.unit).text}})});
    for (const auto& row : comparison_.rows) {
      if (row.values[c]) (row.values[c]->counted ? counted : others) = true;
    }
  }
  TextTable table(columns);
  for (const auto& row : comparison_.rows) {
    std::vector<std::string> cells{name_of(row)};
    for (std::size_t c = 0; c < row.values.size(); ++c)
      cells.push_back(cell_text(comparison_.columns[c], row.values[c]));
    table.add(cells);
  }
  std::string text = words_("comparison.came_out") + "\n\n" + table.str(kComparisonWidth) + "\n";
  if (counted) text += paragraph(words_("comparison.shares"), "");
  if (others) text += paragraph(words_("comparison.others"), "");
  return text + "\n";
}

/// What was observed of each row itself; without it a figure of the model stands alone.
std::string Tables::observations() const {
  TextTable table({{"", Align::Left},
                   {words_("head.measure"), Align::Left},
                   {words_("head.group"), Align::Left},
                   {words_("head.when"), Align::Left},
                   {words_("head.unit"), Align::Left},
                   {words_("head.observed")},
                   {words_("head.simulated")},
                   {words_("head.inside")}});
  bool assumed = false;
  int outside = 0;
  for (const auto& row : comparison_.rows) {
    for (const auto& one : row.observations) {
      const auto& o = one.result.observation;
      const ShownUnit unit = shown(words_, one.measure.unit);
      const bool belief = !o.assumption.empty();
      assumed = assumed || belief;
      outside += one.fits == false ? 1 : 0;
      table.add({shortened(name_of(row), 24), measure_in_words(words_, o.measure, settings_of(row, scenarios_)),
                 one.group ? words_.called(*one.group, one.result.group) : words_("all_groups"),
                 dates(words_, o.from, o.to), unit.text,
                 as_written(words_, o.value * unit.factor) + (belief ? "*" : ""),
                 with_interval(words_, one.result.simulated * unit.factor, one.result.low * unit.factor,
                               one.result.high * unit.factor),
                 !one.fits   ? "-"
                 : *one.fits ? words_("yes")
                             : words_("summary.outside")});
    }
  }
  if (table.empty()) return {};
  std::string text = words_("comparison.observations") + "\n\n" + table.str(kComparisonWidth) +
                     (assumed ? words_("summary.assumed") + "\n" : "");
  if (outside > 0) text += paragraph(words_("comparison.no_fit", {{"n", outside}}), "");
  return text + "\n";
}

std::string Tables::meanings() const {
  std::string text;
  for (const auto& definition : models::retention_definitions()) {
    const bool is_shown = std::any_of(comparison_.columns.begin(), comparison_.columns.end(),
                                      [&](const auto& column) { return column.measure.name == definition.measure; });
    if (is_shown)
      text += paragraph(words_("comparison.meaning", {{"name", definition.name},
                                                      {"meaning", meaning_in_words(words_, definition)},
                                                      {"used_by", used_by(definition)}}),
                        "  ");
  }
  return text.empty() ? text : text + "\n";
}

std::string Tables::used_by(const models::RetentionDefinition& definition) const {
  constexpr std::string_view kBeside = ", beside its retention";
  std::string who = definition.used_by;
  if (!who.ends_with(kBeside)) return who;
  return words_("comparison.beside_retention", {{"name", who.substr(0, who.size() - kBeside.size())}});
}

std::string Tables::rank_table() const {
  std::vector<Column> columns{{"", Align::Left}};
  for (std::size_t c = 0; c < comparison_.columns.size(); ++c) {
    if (comparison_.columns[c].comparable) columns.push_back({heading(c)});
  }
  TextTable table(columns);
  for (const auto& row : comparison_.rows) {
    std::vector<std::string> cells{name_of(row)};
    for (std::size_t c = 0; c < row.values.size(); ++c) {
      if (comparison_.columns[c].comparable) cells.push_back(rank_text(row.values[c]));
    }
    table.add(cells);
  }
  return table.str(kComparisonWidth) + "\n";
}

std::string Tables::worth() const {
  TextTable table({{"", Align::Left},
                   {words_("comparison.likely_right")},
                   {words_("comparison.pairs_apart")},
                   {words_("comparison.of_pairs")},
                   {words_("comparison.ties")}});
  int pairs = 0, distinct = 0;
  for (std::size_t c = 0; c < comparison_.columns.size(); ++c) {
    const auto& column = comparison_.columns[c];
    if (!column.comparable) continue;
    pairs += column.pairs;
    distinct += column.told_apart;
    table.add({heading(c), std::to_string(likely_ranks(comparison_, c)), std::to_string(column.told_apart),
               std::to_string(column.pairs), column.pairs > 0 ? fmt::format("{:.0f}", 100 * column.tied) : "-"});
  }
  std::string text = table.str(kComparisonWidth);
  if (pairs == 0 || 2 * distinct >= pairs) return text;
  if (distinct == 0) return text + "\n" + words_("comparison.none_apart") + "\n";
  return text + "\n" +
         paragraph(words_("comparison.few_apart",
                          {{"untold", std::to_string(pairs - distinct)}, {"pairs", std::to_string(pairs)}}),
                   "");
}

std::string Tables::ranks() const {
  if (comparison_.rows.size() < 2 || comparison_.columns.empty()) return {};
  std::string without = not_comparable_text(comparison_, words_, scenarios_);
  if (std::ranges::none_of(comparison_.columns, [](const auto& column) { return column.comparable; })) return without;
  return without + words_("comparison.ranks") + "\n\n" + rank_table() + paragraph(words_("comparison.told_apart"), "") +
         "\n" + worth() + "\n";
}

std::string Tables::size_heading(const SizeColumn& size) const {
  const char* by = size.by == models::Denominator::Apartment ? "comparison.apartment"
                   : size.by == models::Denominator::Fte     ? "comparison.one_fte"
                                                             : "comparison.thousand";
  return words_("comparison.per", {{"measure", heading(size.column)}, {"size", words_(by)}});
}

std::string Tables::by_size() const {
  const auto sizes = size_columns(comparison_);
  if (sizes.empty()) return {};
  std::vector<Column> columns{{"", Align::Left}};
  for (const auto& size : sizes) columns.push_back({size_heading(size)});
  TextTable table(columns);
  for (const auto& row : comparison_.rows) {
    std::vector<std::string> cells{name_of(row)};
    for (const auto& size : sizes) {
      const double count = count_of(row, size.by);
      const auto& cell = row.values[size.column];
      cells.push_back(cell && !std::isnan(count) ? with_half_width(words_, cell->value.mean / count,
                                                                   cell->value.low / count, cell->value.high / count)
                                                 : "-");
    }
    table.add(cells);
  }
  return words_("comparison.by_size") + "\n\n" + table.str(kComparisonWidth) + "\n";
}

std::string Tables::definition_and_work() const {
  if (!comparison_.common) return {};
  const std::string name = models::definition_of(*comparison_.common).name;
  const bool all_work = std::ranges::all_of(
      comparison_.rows, [this](const auto& row) { return !row.retention || is_work(comparison_, row); });
  TextTable table({{"", Align::Left},
                   {words_("comparison.own_definition"), Align::Left},
                   {words_("comparison.observed")},
                   {words_("comparison.simulated")},
                   {words_("comparison.in_percent", {{"name", name}})},
                   {words_("comparison.by_definition")},
                   {words_(all_work ? "comparison.by_work" : "comparison.by_rest")}});
  for (const auto& row : comparison_.rows) {
    if (!row.retention) continue;
    const models::RetentionSplit& s = *row.retention;
    table.add({shortened(name_of(row), 24), s.definition ? models::definition_of(*s.definition).name : "-",
               percent(words_, s.observed.mean, s.observed.low, s.observed.high), percent(words_, s.own.mean, NAN, NAN),
               percent(words_, s.common.mean, NAN, NAN), points(words_, s.by_definition), points(words_, s.by_rest)});
  }
  if (table.empty()) return {};
  const char* how = comparison_.common_chosen    ? "comparison.split_asked"
                    : comparison_.equal_exposure ? "comparison.split_usual"
                                                 : "comparison.split_equal";
  return words_("comparison.split") + "\n\n" + table.str(kComparisonWidth) + "\n" +
         paragraph(words_(how, {{"common", name}, {"mean", fmt::format("{:.0f}", 100 * comparison_.common_mean)}}),
                   "") +
         rest_text(comparison_, words_) + "\n";
}

std::string Tables::assumptions() const {
  std::string text;
  for (const auto& row : comparison_.rows) {
    if (row.assumed.empty()) continue;
    std::string all;
    for (const auto& input : row.assumed)
      all += fmt::format("{}{} = {} ({})", all.empty() ? "" : "; ", input.path, input.value, input.assumption);
    text += paragraph(fmt::format("{}: {}", name_in(words_, row), all), "  ");
  }
  return text.empty() ? text : words_("comparison.assumed") + "\n" + text;
}

}  // namespace

std::string comparison_text(const models::Comparison& comparison, const ComparedScenarios& scenarios,
                            const Words& words) {
  const Tables tables(comparison, scenarios, words);
  return tables.introduction() + tables.organisations() + tables.values() + tables.observations() + tables.meanings() +
         tables.ranks() + tables.by_size() + tables.definition_and_work() + answers_text(comparison, words) +
         tables.assumptions();
}

}  // namespace trapphus::output
