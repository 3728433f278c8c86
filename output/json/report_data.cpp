// SPDX-License-Identifier: MIT
#include "output/json/report_data.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <functional>
#include <nlohmann/json.hpp>

#include "models/runs/headline.hpp"
#include "models/staircase/scenario.hpp"
#include "output/json/bottleneck.hpp"
#include "output/json/parts.hpp"
#include "output/json/report_parts.hpp"
#include "output/json/results.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {
namespace {

using Json = ReportJson;

/// Nobody reads more than six digits of a simulated number, and they make the file half as large.
void shorten(Json& json) {
  if (json.is_number_float())
    json = std::strtod(fmt::format("{:.6g}", json.get<double>()).c_str(), nullptr);
  else
    for (auto& child : json)
      if (child.is_structured() || child.is_number_float()) shorten(child);
}

/// What the viewer does not show would make the file of a scenario with many alternatives four times as large.
void thin_series(Json& set) {
  set.erase("tertial");
  for (const char* period : {"monthly", "yearly"})
    for (auto& series : set[period]) {
      series.erase("low");
      series.erase("high");
    }
}

/// By group only what is drawn by group.
void thin_group(Json& set) {
  thin_series(set);
  Json kept = Json::object();
  for (const auto& [measure, series] : set["monthly"].items())
    if (measure == "households.acute" || measure.starts_with("cost.")) kept[measure] = series;
  set["monthly"] = std::move(kept);
}

void thin(Json& root) {
  for (auto& alternative : root["alternatives"]) {
    thin_series(alternative);
    for (auto& group : alternative["groups"]) thin_group(group);
  }
  // Units stand under viewer.measures, once.
  const std::function<void(Json&)> without_units = [&](Json& json) {
    if (json.is_object()) json.erase("unit");
    for (auto& child : json)
      if (child.is_structured()) without_units(child);
  };
  for (const char* part : {"alternatives", "differences", "differences_by_group", "contributions", "cases"})
    without_units(root[part]);
}

Json numbers(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(number_json(value));
  return list;
}

void add_bands(Json& set, const models::Results& results, const models::MeasureSet& measures) {
  for (const auto& [m, values] : measures.monthly) {
    Json& series = set["monthly"][results.measures.at(m).name];
    series["p5"] = numbers(values.p5);
    series["p95"] = numbers(values.p95);
  }
}

void add_bands(Json& root, const models::Results& results) {
  for (const auto& alternative : results.alternatives) {
    Json& object = root["alternatives"][alternative.name];
    add_bands(object, results, alternative.all);
    for (std::size_t g = 0; g < std::min(results.groups.size(), alternative.groups.size()); ++g)
      add_bands(object["groups"][results.groups[g]], results, alternative.groups[g]);
  }
}

Json measures_json(const models::Results& results) {
  Json object = Json::object();
  for (const auto& measure : results.measures)
    object[measure.name] = {{"unit", measure.unit}, {"meaning", measure.meaning}};
  return object;
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
                 {"sources", Json::object()}};
  for (const auto& source : scenario.sources) object["sources"][source.name] = source.text;
  for (const std::size_t m : models::headline(scenario, results))
    object["headline"].push_back(results.measures[m].name);
  const auto lives = tell_lives(scenario, results.seed);
  object["paths"] = paths_json(scenario, lives);
  object["stories"] = stories_json(scenario, lives);
  return object;
}

}  // namespace

std::string report_data(const models::Scenario& scenario, const models::Results& results,
                        const std::optional<models::Bottleneck>& bottleneck) {
  Json root = Json::parse(results_json(scenario, results));
  add_bands(root, results);
  thin(root);
  root["viewer"] = viewer_json(scenario, results);
  if (bottleneck) root["viewer"]["bottleneck"] = Json::parse(bottleneck_json(scenario, *bottleneck));
  shorten(root);
  return root.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace trapphus::output
