// SPDX-License-Identifier: MIT
#include "output/report/comparison_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "output/json/comparison.hpp"
#include "output/json/parts.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/wording.hpp"
#include "output/report/report.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;

/// Of a scenario that has the measure, for its name may be about one of that scenario's stages.
const models::Settings& settings_for(std::size_t column, const models::Comparison& comparison,
                                     const std::vector<models::ComparedScenario>& entries) {
  for (const auto& row : comparison.rows) {
    if (column >= row.values.size() || !row.values[column]) continue;
    const auto entry = std::find_if(entries.begin(), entries.end(), [&row](const models::ComparedScenario& compared) {
      return compared.scenario.file == row.file;
    });
    if (entry != entries.end()) return first_settings(entry->scenario);
  }
  return first_settings(entries.front().scenario);
}

Json labels_json(const models::Comparison& comparison, const std::vector<models::ComparedScenario>& entries) {
  Json labels = Json::object();
  for (std::size_t c = 0; c < comparison.columns.size(); ++c) {
    const auto& name = comparison.columns[c].measure.name;
    const auto& settings = settings_for(c, comparison, entries);
    for (const Catalogue& catalogue : catalogues())
      labels[name][catalogue.language] = measure_in_words(Words(Language(catalogue)), name, settings);
  }
  for (const auto& row : comparison.rows) {
    const auto entry = std::find_if(entries.begin(), entries.end(), [&row](const models::ComparedScenario& compared) {
      return compared.scenario.file == row.file;
    });
    for (const auto& one : row.observations) {
      const auto& name = one.measure.name;
      if (entry == entries.end() || labels.contains(name)) continue;
      for (const Catalogue& catalogue : catalogues())
        labels[name][catalogue.language] =
            measure_in_words(Words(Language(catalogue)), name, first_settings(entry->scenario));
    }
  }
  return labels;
}

/// The measures that are shares of counted tenants.
Json counted_json(const models::Comparison& comparison) {
  Json counted = Json::array();
  for (std::size_t c = 0; c < comparison.columns.size(); ++c) {
    const auto is_counted = [c](const models::ComparedRow& row) { return row.values[c] && row.values[c]->counted; };
    if (std::any_of(comparison.rows.begin(), comparison.rows.end(), is_counted))
      counted.push_back(comparison.columns[c].measure.name);
  }
  return counted;
}

}  // namespace

std::string comparison_data(const models::Comparison& comparison,
                            const std::vector<models::ComparedScenario>& entries) {
  Json root = comparison_object(comparison);
  for (std::size_t r = 0; r < comparison.rows.size(); ++r) root["rows"][r]["name"] = comparison.rows[r].name;
  root["viewer"] = {{"version", 1},
                    {"program", TRAPPHUS_VERSION},
                    {"labels", labels_json(comparison, entries)},
                    {"counted", counted_json(comparison)}};
  return in_one_line(root);
}

std::string comparison_html(const models::Comparison& comparison,
                            const std::vector<models::ComparedScenario>& entries) {
  std::string names;
  for (const auto& row : comparison.rows) names += (names.empty() ? "" : ", ") + row.name;
  return page_with("Trapphus: " + names, comparison_data(comparison, entries));
}

}  // namespace trapphus::output
