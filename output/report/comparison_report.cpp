// SPDX-License-Identifier: MIT
#include "output/report/comparison_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "output/json/comparison.hpp"
#include "output/json/parts.hpp"
#include "output/language/measure_words.hpp"
#include "output/language/wording.hpp"
#include "output/report/report.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;

/// By language.
template <class InWords>
Json label_json(const InWords& in_words) {
  Json label = Json::object();
  for (const Catalogue& catalogue : catalogues()) label[catalogue.language] = in_words(Words(Language(catalogue)));
  return label;
}

Json labels_json(const models::Comparison& comparison, const std::vector<models::ComparedScenario>& entries) {
  Json labels = Json::object();
  const auto add = [&labels](const std::string& name, const models::Settings& settings) {
    labels[name] = label_json([&](const Words& words) { return measure_in_words(words, name, settings); });
  };
  for (std::size_t c = 0; c < comparison.columns.size(); ++c)
    add(comparison.columns[c].measure.name, settings_for(c, comparison, entries));
  for (const auto& row : comparison.rows) {
    for (const auto& one : row.observations) {
      if (!labels.contains(one.measure.name)) add(one.measure.name, settings_of(row, entries));
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
  for (std::size_t r = 0; r < comparison.rows.size(); ++r) {
    const models::ComparedRow& row = comparison.rows[r];
    root["rows"][r]["name"] = row.name;
    root["rows"][r]["label"] = label_json([&row](const Words& words) { return name_in(words, row); });
  }
  Json unfinished = Json::array();
  for (const auto& name : comparison.unfinished)
    unfinished.push_back(label_json([&](const Words& words) { return scenario_called(words, name, entries); }));
  root["viewer"] = {{"version", 1},
                    {"program", TRAPPHUS_VERSION},
                    {"labels", labels_json(comparison, entries)},
                    {"unfinished", std::move(unfinished)},
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
