// SPDX-License-Identifier: MIT
#include "output/terminal/comparison_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <sstream>
#include <utility>
#include <vector>

#include "output/language/measure_words.hpp"
#include "output/language/terminal_number.hpp"
#include "output/language/wording.hpp"
#include "output/terminal/text_table.hpp"

namespace trapphus::output {

std::string paragraph(const std::string& text, const std::string& indent) {
  std::istringstream words(text);
  std::string result, line;
  for (std::string word; words >> word;) {
    if (!line.empty() && display_width(line) + 1 + display_width(word) > kComparisonWidth) {
      result += line + "\n";
      line = indent + word;
    } else {
      line += (line.empty() ? "" : " ") + word;
    }
  }
  return result + line + "\n";
}

std::string short_name(const Words& words, const models::Measure& measure, const models::Settings& settings) {
  for (const auto& definition : models::retention_definitions())
    if (measure.name == definition.measure) return definition.name;
  return measure_in_words(words, measure.name, settings);
}

std::string not_comparable_text(const models::Comparison& comparison, const Words& words,
                                const ComparedScenarios& scenarios) {
  std::vector<std::string> names;
  for (std::size_t c = 0; c < comparison.columns.size(); ++c) {
    const auto& column = comparison.columns[c];
    if (!column.comparable) names.push_back(short_name(words, column.measure, settings_for(c, comparison, scenarios)));
  }
  if (names.empty()) return {};
  double least = std::numeric_limits<double>::infinity(), most = 0;
  for (const auto& row : comparison.rows) {
    if (!row.tenants) continue;
    least = std::min(least, row.exposure);
    most = std::max(most, row.exposure);
  }
  return paragraph(words("comparison.not_comparable", {{"names", fmt::format("{}", fmt::join(names, ", "))},
                                                       {"least", grouped(words, least, 1)},
                                                       {"most", grouped(words, most, 1)}})) +
         "\n";
}

std::string rest_text(const models::Comparison& comparison, const Words& words) {
  std::array<std::string, models::kRates.size()> names;  // by Rates
  std::size_t rows = 0;
  std::array<std::size_t, models::kRates.size()> counts{};
  for (const auto& row : comparison.rows) {
    if (!row.retention) continue;
    const auto rates = static_cast<std::size_t>(row.rates);
    names[rates] += (names[rates].empty() ? "" : ", ") + name_in(words, row);
    ++counts[rates];
    ++rows;
  }
  const auto own = static_cast<std::size_t>(models::Rates::Own);
  const bool same_time =
      comparison.equal_exposure || (comparison.common && definition_of(*comparison.common).at_fixed_time);
  if (same_time && counts[own] == rows) return paragraph(words("comparison.rest_work"));
  std::string text = same_time ? "" : words("comparison.rest_time") + " ";
  for (const auto& [rates, id] : {std::pair(models::Rates::Own, "comparison.rest_own"),
                                  std::pair(models::Rates::Shared, "comparison.rest_shared"),
                                  std::pair(models::Rates::Assumed, "comparison.rest_assumed")}) {
    const auto at = static_cast<std::size_t>(rates);
    if (counts[at] == 0 || (at == own && !same_time)) continue;
    text += words(id, {{"names", counts[at] == rows ? words("comparison.rest_all") : names[at]}}) + " ";
  }
  return paragraph(text);
}

std::string answers_text(const models::Comparison& comparison, const Words& words) {
  std::string text;
  for (const auto& [name, answer] : models::kTeamAnswers) {
    std::vector<std::pair<std::string, std::string>> given;  // the answer, and whose it is
    for (const auto& row : comparison.rows) {
      const std::string found = words.text_of(row.profile.*answer);
      if (found.empty()) continue;
      const auto same = std::ranges::find(given, found, [](const auto& one) { return one.first; });
      if (same == given.end()) {
        given.emplace_back(found, name_in(words, row));
      } else {
        same->second += ", " + name_in(words, row);
      }
    }
    if (given.empty()) continue;
    text += words("comparison.answer." + std::string(name)) + "\n";
    for (const auto& [found, who] : given) text += paragraph(fmt::format("- {} ({})", found, who), "  ");
  }
  return text.empty() ? text : words("section.answers") + "\n\n" + text + "\n";
}

}  // namespace trapphus::output
