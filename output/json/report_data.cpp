// SPDX-License-Identifier: MIT
#include "output/json/report_data.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "models/runs/headline.hpp"
#include "models/runs/results.hpp"
#include "models/staircase/replication_result.hpp"
#include "models/staircase/scenario.hpp"
#include "output/json/bottleneck.hpp"
#include "output/json/parts.hpp"
#include "output/json/report_parts.hpp"
#include "output/json/results.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {
namespace {

using Json = ReportJson;

/// Replications of which single values are kept: enough to tell changes, and not more than a page can hold.
constexpr std::size_t kMostValues = 1000;

/// Six significant digits are enough for simulated numbers, and halve the file.
void shorten(Json& json) {
  if (json.is_number_float())
    json = std::strtod(fmt::format("{:.6g}", json.get<double>()).c_str(), nullptr);
  else
    for (auto& child : json)
      if (child.is_structured() || child.is_number_float()) shorten(child);
}

Json measures_json(const models::Results& results) {
  Json object = Json::object();
  for (const auto& measure : results.measures)
    object[measure.name] = {{"unit", measure.unit}, {"meaning", measure.meaning}};
  return object;
}

/// {alternative: {measure: [value of each replication]}} for the key figures.
Json replications_json(const models::Scenario& scenario, const models::Results& results, const ByReplication& values) {
  Json object = Json::object();
  for (std::size_t a = 0; a < values.size(); ++a) {
    Json& alternative = object[scenario.alternatives[a].name] = Json::object();
    for (const std::size_t m : models::headline(scenario, results)) {
      Json& list = alternative[results.measures[m].name] = Json::array();
      for (const auto& replication : values[a]) list.push_back(number_json(replication.at(m)));
    }
  }
  return object;
}

/// What is probably not meant, in each language.
Json warnings_json(const models::Scenario& scenario) {
  Json list = Json::array();
  for (const auto* warnings : {&scenario.notices, &scenario.warnings}) {
    for (const auto& [path, phrase] : *warnings) {
      Json text = Json::object();
      for (const Catalogue& catalogue : catalogues()) text[catalogue.language] = Words(Language(catalogue))(phrase);
      list.push_back({{"path", path}, {"text", std::move(text)}});
    }
  }
  return list;
}

Json viewer_json(const models::Scenario& scenario, const models::Results& results) {
  Json object = {{"version", 1},
                 {"program", TRAPPHUS_VERSION},
                 {"staircase", staircase_json(first_settings(scenario))},
                 {"timeline", timeline_json(scenario)},
                 {"contrasts", contrasts_json(scenario)},
                 {"measures", measures_json(results)},
                 {"headline", Json::array()},
                 {"limits", limits_json(scenario)},
                 {"ledger", ledger_json(results)},
                 {"inputs", inputs_json(scenario)},
                 {"sources", Json::object()},
                 {"warnings", warnings_json(scenario)}};
  for (const auto& source : scenario.sources) object["sources"][source.name] = source.text;
  for (const std::size_t m : models::headline(scenario, results))
    object["headline"].push_back(results.measures[m].name);
  const auto lives = tell_lives(scenario, results.seed);
  object["paths"] = paths_json(scenario, lives);
  object["stories"] = stories_json(scenario, lives);
  return object;
}

}  // namespace

ByReplication by_replication(const std::vector<std::vector<models::ReplicationResult>>& runs) {
  ByReplication all;
  for (const auto& alternative : runs) {
    auto& values = all.emplace_back();
    for (const auto& replication : alternative) {
      if (values.size() == kMostValues) break;
      values.push_back(replication.values.front());
    }
  }
  return all;
}

std::string report_data(const models::Scenario& scenario, const models::Results& results,
                        const std::optional<models::Bottleneck>& bottleneck, const ByReplication& values) {
  Json root = results_object(scenario, results, Extent::Viewer);
  root["viewer"] = viewer_json(scenario, results);
  if (bottleneck) root["viewer"]["bottleneck"] = bottleneck_object(scenario, *bottleneck);
  if (!values.empty()) root["viewer"]["replications"] = replications_json(scenario, results, values);
  shorten(root);
  return in_one_line(root);
}

}  // namespace trapphus::output
