// SPDX-License-Identifier: MIT
#include "output/json/results.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/files/series.hpp"
#include "output/json/parts.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;
using models::Estimate;
using models::Results;

Json numbers(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(number_json(value));
  return list;
}

Json estimates(const Results& results, const std::vector<Estimate>& values, bool by_group) {
  Json object = Json::object();
  for (std::size_t m = 0; m < std::min(results.measures.size(), values.size()); ++m) {
    const auto& measure = results.measures[m];
    if (by_group && !measure.by_group) continue;
    object[measure.name] = {{"mean", number_json(values[m].mean)},
                            {"low", number_json(values[m].low)},
                            {"high", number_json(values[m].high)},
                            {"unit", measure.unit}};
  }
  return object;
}

Json series_by_measure(const Results& results, const models::MeasureSet& set, Period period) {
  Json object = Json::object();
  for (const auto& [m, values] : series(set, period)) {
    if (m >= results.measures.size()) continue;
    object[results.measures[m].name] = {{"from", engine::to_string(values.from)},
                                        {"values", numbers(values.mean)},
                                        {"low", numbers(values.low)},
                                        {"high", numbers(values.high)}};
  }
  return object;
}

Json measure_set(const Results& results, const models::MeasureSet& set, bool by_group) {
  return {{"measures", estimates(results, set.values, by_group)},
          {"monthly", series_by_measure(results, set, Period::Month)},
          {"tertial", series_by_measure(results, set, Period::Tertial)},
          {"yearly", series_by_measure(results, set, Period::Year)}};
}

Json alternative_json(const Results& results, const models::AlternativeResult& alternative) {
  Json groups = Json::object();
  for (std::size_t g = 0; g < std::min(results.groups.size(), alternative.groups.size()); ++g)
    groups[results.groups[g]] = measure_set(results, alternative.groups[g], true);
  Json object = {{"label", {{"sv", alternative.label.sv}, {"en", alternative.label.en}}}};
  object.update(measure_set(results, alternative.all, false));
  object["groups"] = groups;
  object["lost"] = lost_json(alternative.lost);
  return object;
}

Json differences_json(const Results& results, const std::vector<models::Difference>& differences) {
  Json object = Json::object();
  for (const auto& difference : differences) object[difference.name] = estimates(results, difference.all, false);
  return object;
}

Json group_differences_json(const Results& results) {
  Json object = Json::object();
  for (const auto& difference : results.differences) {
    Json groups = Json::object();
    for (std::size_t g = 0; g < std::min(results.groups.size(), difference.groups.size()); ++g)
      groups[results.groups[g]] = estimates(results, difference.groups[g], true);
    object[difference.name] = groups;
  }
  return object;
}

Json month_or_null(const std::optional<engine::Month>& month) {
  return month ? Json(engine::to_string(*month)) : Json(nullptr);
}

Json payback_json(const models::Payback& payback) {
  return {{"by", engine::to_string(payback.by)},     {"probability", number_json(payback.probability)},
          {"low", number_json(payback.low)},         {"high", number_json(payback.high)},
          {"median", month_or_null(payback.median)}, {"p5", month_or_null(payback.early)},
          {"p95", month_or_null(payback.late)}};
}

Json cumulative_json(const models::Series& values) {
  return {{"from", engine::to_string(values.from)}, {"values", numbers(values.mean)}, {"low", numbers(values.low)},
          {"high", numbers(values.high)},           {"p5", numbers(values.p5)},       {"p95", numbers(values.p95)}};
}

/// For each alternative but the first: the same of all cost lines, less grants, and of acute stages.
template <class Part>
Json by_saving(const Results& results, const Part& part) {
  Json object = Json::object();
  for (const auto& saving : results.savings)
    object[saving.name] = {
        {"cost", part(saving.cost)}, {"with_grants", part(saving.with_grants)}, {"acute", part(saving.acute)}};
  return object;
}

Json payers_json(const Results& results) {
  Json object = Json::object();
  for (const auto& saving : results.savings) {
    Json payers = Json::object();
    for (const auto& payer : saving.payers)
      payers[payer.name] = {{"mean", number_json(payer.all.mean)},
                            {"low", number_json(payer.all.low)},
                            {"high", number_json(payer.all.high)}};
    object[saving.name] = payers;
  }
  return object;
}

Json contributions_json(const Results& results) {
  Json object = Json::object();
  for (const auto& part : results.contributions)
    object[part.without] = {{"whole", part.whole}, {"measures", estimates(results, part.all, false)}};
  return object;
}

Json check_json(const models::Check& check) {
  Json object = {{"kernel", check.kernel},
                 {"version", check.version},
                 {"events", check.events},
                 {"equal", check.ran ? Json(check.equal) : Json(nullptr)}};
  object["whole"] = check.ran && check.whole;
  object["until"] = check.ran && !check.whole ? Json(engine::to_string(check.until)) : Json(nullptr);
  object["difference"] = text_or_null(check.difference);
  return object;
}

Json observation_json(const models::ObservationResult& result) {
  const models::Observation& observation = result.observation;
  return {{"measure", observation.measure},
          {"group", text_or_null(result.group)},
          {"from", engine::to_string(observation.from)},
          {"to", engine::to_string(observation.to - engine::kDay)},  // the last day, as in the scenario file
          {"alternative", observation.alternative},
          {"observed", number_json(observation.value)},
          {"simulated", number_json(result.simulated)},
          {"low", number_json(result.low)},
          {"high", number_json(result.high)},
          {"source", observation.source},
          {"assumption", text_or_null(observation.assumption)}};
}

Json cases_json(const Results& results) {
  Json object = Json::object();
  for (const auto& one : results.cases) {
    Json alternatives = Json::object();
    for (std::size_t a = 0; a < std::min(one.alternatives.size(), results.alternatives.size()); ++a)
      alternatives[results.alternatives[a].name] = {{"measures", estimates(results, one.alternatives[a], false)}};
    object[one.name] = {{"label", {{"sv", one.label.sv}, {"en", one.label.en}}},
                        {"alternatives", alternatives},
                        {"differences", differences_json(results, one.differences)}};
  }
  return object;
}

}  // namespace

std::string results_json(const models::Scenario& scenario, const Results& results) {
  Json root = {{"trapphus", 1},
               {"scenario",
                {{"name", scenario.name},
                 {"label", {{"sv", scenario.label.sv}, {"en", scenario.label.en}}},
                 {"file", scenario.file},
                 {"sha256", scenario.sha256}}},
               {"period", {{"from", engine::to_string(scenario.from)}, {"to", engine::to_string(scenario.to)}}},
               {"seed", results.seed},
               {"replications", results.replications},
               {"complete", results.complete},
               {"events", results.events},
               {"check", check_json(results.check)}};
  Json alternatives = Json::object();
  for (const auto& alternative : results.alternatives)
    alternatives[alternative.name] = alternative_json(results, alternative);
  root["alternatives"] = alternatives;
  root["differences"] = differences_json(results, results.differences);
  root["differences_by_group"] = group_differences_json(results);
  root["payback"] = by_saving(results, [](const models::Saving& saving) { return payback_json(saving.payback); });
  root["cumulative_saving"] =
      by_saving(results, [](const models::Saving& saving) { return cumulative_json(saving.cumulative); });
  root["saving_by_payer"] = payers_json(results);
  root["contributions"] = contributions_json(results);
  root["observations"] = Json::array();
  for (const auto& observation : results.observations) root["observations"].push_back(observation_json(observation));
  root["cases"] = cases_json(results);
  // A path may hold bytes that are not UTF-8; they must not cost the whole file.
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trapphus::output
