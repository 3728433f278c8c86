// SPDX-License-Identifier: MIT
#include "output/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "output/number.hpp"
#include "output/text_table.hpp"
#include "output/wording.hpp"

namespace trapphus::output {
namespace {

using models::Estimate;

constexpr std::size_t kWidth = 110, kNameWidth = 32;

/// A long name loses the scenario's end, not the alternative's.
std::string name_of(const ComparedRow& row) {
  const std::string rest = row.name.starts_with(row.scenario) ? row.name.substr(row.scenario.size()) : "";
  const std::string end = shortened(rest, kNameWidth / 2);
  const std::string name =
      display_width(row.name) <= kNameWidth ? row.name : shortened(row.scenario, kNameWidth - display_width(end)) + end;
  return name + (row.assumed.empty() ? "" : " *");
}

/// Paragraphs are broken at spaces; what follows the first line is indented.
std::string wrapped(const std::string& text, const std::string& indent) {
  std::istringstream words(text);
  std::string found, line;
  for (std::string word; words >> word;) {
    if (!line.empty() && display_width(line) + 1 + display_width(word) > kWidth) {
      found += line + "\n";
      line = indent + word;
    } else {
      line += (line.empty() ? "" : " ") + word;
    }
  }
  return found + line + "\n";
}

/// "84 (70 to 96)": a share of a few tenants has no decimals, and is not rounded to tens either.
std::string percent(double mean, double low, double high) {
  if (std::isnan(mean)) return "-";
  if (std::isnan(low)) return fmt::format("{:.0f}", 100 * mean);
  return fmt::format("{:.0f} ({:.0f} to {:.0f})", 100 * mean, 100 * low, 100 * high);
}

std::string points(const Estimate& e) {
  if (std::isnan(e.mean)) return "-";
  const auto whole = [](double value) { return std::round(100 * value) + 0.0; };  // no "-0"
  if (std::isnan(e.low)) return fmt::format("{:+.0f}", whole(e.mean));
  return fmt::format("{:+.0f} ({:+.0f} to {:+.0f})", whole(e.mean), whole(e.low), whole(e.high));
}

std::string short_name(const models::Measure& measure) {
  return measure.name.starts_with("retention.") ? measure.name.substr(10) : measure.name;
}

std::string heading(const ComparedColumn& column) {
  return fmt::format("{}, {}", short_name(column.measure), shown(column.measure.unit).text);
}

std::string cell_text(const ComparedColumn& column, const std::optional<ComparedValue>& cell) {
  if (!cell) return "-";
  if (cell->counted) return percent(cell->value.mean, cell->prediction_low, cell->prediction_high);
  const double factor = shown(column.measure.unit).factor;
  return with_interval(factor * cell->value.mean, factor * cell->value.low, factor * cell->value.high);
}

std::string introduction(const Comparison& comparison) {
  std::string text =
      fmt::format("{} compared, {} replications each, seed {}, the same random numbers in all\n",
                  comparison.rows.size() == 1 ? "One row" : fmt::format("{} rows", comparison.rows.size()),
                  comparison.replications, comparison.seed);
  if (!comparison.unfinished.empty())
    text += fmt::format("INCOMPLETE: interrupted before these were simulated: {}\n",
                        fmt::join(comparison.unfinished, ", "));
  return text + "\n";
}

bool any(const Comparison& comparison, bool (*holds)(const ComparedRow&)) {
  return std::any_of(comparison.rows.begin(), comparison.rows.end(), holds);
}

/// Columns of which nobody knows anything are left out.
std::string organisations(const Comparison& comparison) {
  const bool inhabitants = any(comparison, [](const ComparedRow& row) { return row.inhabitants.has_value(); });
  const bool landlords = any(comparison, [](const ComparedRow& row) { return row.landlords.has_value(); });
  const bool tenants = any(comparison, [](const ComparedRow& row) { return row.tenants.has_value(); });
  std::vector<Column> columns{{"", Align::Left}, {"apartments"}, {"FTE"}, {"apartments/FTE"}};
  if (inhabitants) columns.insert(columns.end(), {{"inhabitants"}, {"apartments/1000 inh."}});
  if (landlords) columns.push_back({"landlords"});
  if (tenants) columns.push_back({"tenants ever"});
  const auto figure = [](double value) { return value > 0 ? plain(value) : std::string("-"); };
  TextTable table(columns);
  for (const auto& row : comparison.rows) {
    const double thousands = row.inhabitants.value_or(0) / 1000.0;
    std::vector<std::string> cells{name_of(row), plain(row.apartments), plain(row.fte),
                                   figure(row.fte > 0 ? row.apartments / row.fte : 0)};
    if (inhabitants) {
      cells.push_back(row.inhabitants ? grouped(*row.inhabitants, 0) : "-");
      cells.push_back(figure(thousands > 0 ? row.apartments / thousands : 0));
    }
    if (landlords) cells.push_back(row.landlords ? std::to_string(*row.landlords) : "-");
    if (tenants) cells.push_back(row.tenants ? std::to_string(*row.tenants) : "-");
    table.add(cells);
  }
  return "At the end of the period\n\n" + table.str(kWidth) + "\n";
}

std::string values(const Comparison& comparison) {
  std::vector<Column> columns{{"", Align::Left}};
  bool counted = false, others = false;
  for (std::size_t c = 0; c < comparison.columns.size(); ++c) {
    columns.push_back({heading(comparison.columns[c])});
    for (const auto& row : comparison.rows) {
      if (row.values[c]) (row.values[c]->counted ? counted : others) = true;
    }
  }
  TextTable table(columns);
  for (const auto& row : comparison.rows) {
    std::vector<std::string> cells{name_of(row)};
    for (std::size_t c = 0; c < row.values.size(); ++c)
      cells.push_back(cell_text(comparison.columns[c], row.values[c]));
    table.add(cells);
  }
  std::string text = "What came out\n\n" + table.str(kWidth) + "\n";
  if (counted)
    text += wrapped(
        "Shares of tenants: the mean, and in brackets where 95 % of realisations lie with as many tenants as "
        "the team has. Four of four are no certainty.",
        "");
  if (others) text += wrapped("Other measures: the mean with its 95 % confidence interval.", "");
  return text + "\n";
}

std::string meanings(const Comparison& comparison) {
  std::string text;
  for (const auto& definition : models::retention_definitions()) {
    const bool is_shown = std::any_of(comparison.columns.begin(), comparison.columns.end(),
                                      [&](const auto& column) { return column.measure.name == definition.measure; });
    if (is_shown)
      text += wrapped(fmt::format("{}: {} ({})", definition.name, definition.meaning, definition.used_by), "  ");
  }
  return text.empty() ? text : text + "\n";
}

std::string rank_text(const std::optional<ComparedValue>& cell) {
  if (!cell || cell->rank == 0) return "-";
  return fmt::format("{}{} ({:.0f} %)", cell->rank, cell->shared ? "=" : "", 100 * cell->rank_probability);
}

std::string rank_table(const Comparison& comparison) {
  std::vector<Column> columns{{"", Align::Left}};
  for (const auto& column : comparison.columns) columns.push_back({short_name(column.measure)});
  TextTable table(columns);
  for (const auto& row : comparison.rows) {
    std::vector<std::string> cells{name_of(row)};
    for (const auto& cell : row.values) cells.push_back(rank_text(cell));
    table.add(cells);
  }
  return table.str(kWidth) + "\n";
}

/// How many ranks are more likely right than wrong.
int likely_ranks(const Comparison& comparison, std::size_t c) {
  return static_cast<int>(std::count_if(comparison.rows.begin(), comparison.rows.end(), [c](const auto& row) {
    return row.values[c] && row.values[c]->rank_probability > 0.5;
  }));
}

std::string worth(const Comparison& comparison) {
  TextTable table({{"", Align::Left}, {"likely right"}, {"pairs told apart"}, {"of pairs"}, {"a pair ties, %"}});
  int pairs = 0, told = 0;
  for (std::size_t c = 0; c < comparison.columns.size(); ++c) {
    const auto& column = comparison.columns[c];
    pairs += column.pairs;
    told += column.told_apart;
    table.add({short_name(column.measure), std::to_string(likely_ranks(comparison, c)),
               std::to_string(column.told_apart), std::to_string(column.pairs),
               column.pairs > 0 ? fmt::format("{:.0f}", 100 * column.tied) : "-"});
  }
  std::string text = table.str(kWidth);
  if (pairs == 0) return text;
  if (told == 0)
    text += "\nNo two of them can be told apart: one realisation of each could well show another order.\n";
  else if (2 * told < pairs)
    text += "\n" +
            wrapped(fmt::format("Mostly they cannot be told apart: in {} of {} pairs the two tie or change places by "
                                "chance. Where tenants are few, the ranks say little.",
                                pairs - told, pairs),
                    "");
  return text;
}

std::string ranks(const Comparison& comparison) {
  if (comparison.rows.size() < 2 || comparison.columns.empty()) return {};
  return "Ranks, 1 is best, and the probability that one realisation of each bears the rank out; = shared\n\n" +
         rank_table(comparison) +
         wrapped(
             "A pair is told apart if the better one is ahead in 95 % of realisations. A rank is likely right if its "
             "probability is more than one half.",
             "") +
         "\n" + worth(comparison) + "\n";
}

struct SizeColumn {
  std::size_t column;
  Denominator by;
};

/// By what somebody has: apartments, staff, inhabitants.
std::vector<SizeColumn> size_columns(const Comparison& comparison) {
  std::vector<SizeColumn> found;
  for (std::size_t c = 0; c < comparison.columns.size(); ++c) {
    if (!comparison.columns[c].scaled) continue;
    for (const auto by : {Denominator::Apartment, Denominator::Fte, Denominator::ThousandInhabitants}) {
      if (std::any_of(comparison.rows.begin(), comparison.rows.end(),
                      [by](const auto& row) { return !std::isnan(count_of(row, by)); }))
        found.push_back({c, by});
    }
  }
  return found;
}

std::string by_size(const Comparison& comparison) {
  const auto sizes = size_columns(comparison);
  if (sizes.empty()) return {};
  std::vector<Column> columns{{"", Align::Left}};
  for (const auto& size : sizes) {
    const char* by = size.by == Denominator::Apartment ? "apartment"
                     : size.by == Denominator::Fte     ? "FTE"
                                                       : "1000 inh.";
    columns.push_back({fmt::format("{}/{}", short_name(comparison.columns[size.column].measure), by)});
  }
  TextTable table(columns);
  for (const auto& row : comparison.rows) {
    std::vector<std::string> cells{name_of(row)};
    for (const auto& size : sizes) {
      const double count = count_of(row, size.by);
      const auto& cell = row.values[size.column];
      cells.push_back(cell && !std::isnan(count)
                          ? with_half_width(cell->value.mean / count, cell->value.low / count, cell->value.high / count)
                          : "-");
    }
    table.add(cells);
  }
  return "By size: apartments and FTE on average over the period\n\n" + table.str(kWidth) + "\n";
}

std::string definition_and_work(const Comparison& comparison) {
  if (!comparison.common) return {};
  const std::string common = models::definition_of(*comparison.common).name;
  TextTable table({{"", Align::Left},
                   {"own definition", Align::Left},
                   {"observed, %"},
                   {"simulated, %"},
                   {common + ", %"},
                   {"by definition"},
                   {"by work"}});
  for (const auto& row : comparison.rows) {
    if (!row.retention) continue;
    const RetentionSplit& s = *row.retention;
    table.add({shortened(name_of(row), 24), s.definition ? models::definition_of(*s.definition).name : "-",
               percent(s.observed.mean, s.observed.low, s.observed.high), percent(s.own.mean, NAN, NAN),
               percent(s.common.mean, NAN, NAN), points(s.by_definition), points(s.by_work)});
  }
  if (table.empty()) return {};
  return "What differs because of the definition, and what because of the work\n\n" + table.str(kWidth) + "\n" +
         wrapped(fmt::format("By definition: own definition less {} ({}), on the same simulated tenants. By work: {} "
                             "less the mean of all, {:.0f} %. Points of per cent, with the 95 % confidence interval of "
                             "the mean; one realisation with few tenants varies far more. Own simulated less the mean "
                             "of all is the sum of the two. Observed: the team's own figure, with the interval of k of "
                             "n tenants where n is known.",
                             common, comparison.common_chosen ? "as asked for" : "which most of them use", common,
                             100 * comparison.common_mean),
                 "") +
         "\n";
}

std::string assumptions(const Comparison& comparison) {
  std::string text;
  for (const auto& row : comparison.rows) {
    if (row.assumed.empty()) continue;
    std::string all;
    for (const auto& input : row.assumed)
      all += fmt::format("{}{} = {} ({})", all.empty() ? "" : "; ", input.path, input.value, input.assumption);
    text += wrapped(fmt::format("{}: {}", row.name, all), "  ");
  }
  return text.empty() ? text : "* Rests on an assumption:\n" + text;
}

}  // namespace

std::string comparison_text(const Comparison& comparison) {
  return introduction(comparison) + organisations(comparison) + values(comparison) + meanings(comparison) +
         ranks(comparison) + by_size(comparison) + definition_and_work(comparison) + assumptions(comparison);
}

}  // namespace trapphus::output
