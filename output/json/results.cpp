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

/// Of a measure's values. Units stand for the viewer under viewer.measures, once.
Json value_json(const models::Measure& measure, const Estimate& estimate, Extent extent) {
  Json value = estimate_json(estimate);
  if (extent == Extent::All) value["unit"] = measure.unit;
  return value;
}

Json estimates(const Results& results, const std::vector<Estimate>& values, bool by_group, Extent extent) {
  Json object = Json::object();
  for (std::size_t m = 0; m < std::min(results.measures.size(), values.size()); ++m) {
    const auto& measure = results.measures[m];
    if (by_group && !measure.by_group) continue;
    object[measure.name] = value_json(measure, values[m], extent);
  }
  return object;
}

Json series_json(const models::Series& values, CalendarPeriod period, Extent extent) {
  Json object = {{"from", engine::to_string(values.from)}, {"values", numbers_json(values.mean)}};
  if (extent == Extent::All) {
    object["low"] = numbers_json(values.low);
    object["high"] = numbers_json(values.high);
  } else if (period == CalendarPeriod::Month) {
    object["p5"] = numbers_json(values.p5);
    object["p95"] = numbers_json(values.p95);
  }
  return object;
}

/// What the viewer draws by group.
bool is_drawn_by_group(const std::string& measure) {
  return measure == "households.acute" || measure.starts_with("cost.");
}

Json series_by_measure(const Results& results, const models::MeasureSet& set, CalendarPeriod period, bool by_group,
                       Extent extent) {
  Json object = Json::object();
  const bool only_drawn = extent == Extent::Viewer && by_group && period == CalendarPeriod::Month;
  for (const auto& [m, values] : series(set, period)) {
    if (m >= results.measures.size()) continue;
    const std::string& name = results.measures[m].name;
    if (!only_drawn || is_drawn_by_group(name)) object[name] = series_json(values, period, extent);
  }
  return object;
}

Json measure_set(const Results& results, const models::MeasureSet& set, bool by_group, Extent extent) {
  Json object = {{"measures", estimates(results, set.values, by_group, extent)},
                 {"monthly", series_by_measure(results, set, CalendarPeriod::Month, by_group, extent)}};
  if (extent == Extent::All)
    object["tertial"] = series_by_measure(results, set, CalendarPeriod::Tertial, by_group, extent);
  object["yearly"] = series_by_measure(results, set, CalendarPeriod::Year, by_group, extent);
  return object;
}

Json circular_waits_json(const models::AlternativeResult& alternative) {
  Json list = Json::array();
  for (const auto& wait : alternative.circular_waits) {
    list.push_back(
        {{"stages", wait.stages}, {"replications", wait.replications}, {"earliest", engine::to_string(wait.earliest)}});
  }
  return list;
}

Json alternative_json(const Results& results, const models::AlternativeResult& alternative, Extent extent) {
  Json groups = Json::object();
  for (std::size_t g = 0; g < std::min(results.groups.size(), alternative.groups.size()); ++g)
    groups[results.groups[g]] = measure_set(results, alternative.groups[g], true, extent);
  Json object = {{"label", label_json(alternative.label)}};
  object.update(measure_set(results, alternative.all, false, extent));
  object["groups"] = std::move(groups);
  object["lost"] = lost_json(alternative.lost);
  object["circular_waits"] = circular_waits_json(alternative);
  return object;
}

Json differences_json(const Results& results, const std::vector<models::Difference>& differences, Extent extent) {
  Json object = Json::object();
  for (const auto& difference : differences)
    object[difference.name] = estimates(results, difference.all, false, extent);
  return object;
}

Json group_differences_json(const Results& results, Extent extent) {
  Json object = Json::object();
  for (const auto& difference : results.differences) {
    Json groups = Json::object();
    for (std::size_t g = 0; g < std::min(results.groups.size(), difference.groups.size()); ++g)
      groups[results.groups[g]] = estimates(results, difference.groups[g], true, extent);
    object[difference.name] = groups;
  }
  return object;
}

Json month_or_null(const std::optional<engine::Month>& month) {
  return month ? Json(engine::to_string(*month)) : Json(nullptr);
}

Json payback_json(const models::Payback& payback) {
  if (!payback.defined()) return nullptr;
  return {{"by", engine::to_string(payback.by)},     {"probability", number_json(payback.probability)},
          {"low", number_json(payback.low)},         {"high", number_json(payback.high)},
          {"median", month_or_null(payback.median)}, {"p5", month_or_null(payback.early)},
          {"p95", month_or_null(payback.late)}};
}

Json cumulative_json(const models::Series& values) {
  return {{"from", engine::to_string(values.from)}, {"values", numbers_json(values.mean)},
          {"low", numbers_json(values.low)},        {"high", numbers_json(values.high)},
          {"p5", numbers_json(values.p5)},          {"p95", numbers_json(values.p95)}};
}

/// For each alternative but the first: the same of all cost lines, less grants, and of acute stages.
template <class Part>
Json by_saving(const Results& results, const Part& part) {
  Json object = Json::object();
  for (const auto& saving : results.savings)
    for (const auto& [kind, word] : models::kSavingKinds) object[saving.name][word] = part(saving.of(kind));
  return object;
}

Json payers_json(const Results& results) {
  Json object = Json::object();
  for (const auto& saving : results.savings) {
    Json payers = Json::object();
    for (const auto& payer : saving.payers) payers[payer.name] = estimate_json(payer.all);
    object[saving.name] = payers;
  }
  return object;
}

Json contributions_json(const Results& results, Extent extent) {
  Json object = Json::object();
  for (const auto& part : results.contributions)
    object[part.without] = {{"whole", part.whole}, {"measures", estimates(results, part.all, false, extent)}};
  return object;
}

Json check_json(const models::Check& check) {
  Json object = {{"kernel", check.kernel},
                 {"version", check.version},
                 {"events", check.events},
                 {"equal", check.ran ? Json(check.equal) : Json(nullptr)}};
  object["whole"] = check.ran && check.whole;
  object["until"] = check.ran && !check.whole ? Json(engine::to_string(check.until)) : Json(nullptr);
  object["limit"] = check.crowded > 0 ? Json("actors") : check.ran && !check.whole ? Json("events") : Json(nullptr);
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

Json cases_json(const Results& results, Extent extent) {
  Json object = Json::object();
  for (const auto& other : results.cases) {
    Json alternatives = Json::object();
    for (std::size_t a = 0; a < std::min(other.alternatives.size(), results.alternatives.size()); ++a)
      alternatives[results.alternatives[a].name] = {
          {"measures", estimates(results, other.alternatives[a], false, extent)}};
    object[other.name] = {{"label", label_json(other.label)},
                          {"alternatives", alternatives},
                          {"differences", differences_json(results, other.differences, extent)}};
  }
  return object;
}

}  // namespace

Json results_object(const models::Scenario& scenario, const Results& results, Extent extent) {
  Json root = {{"trapphus", 1},
               {"scenario",
                {{"name", scenario.name},
                 {"label", label_json(scenario.label)},
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
    alternatives[alternative.name] = alternative_json(results, alternative, extent);
  root["alternatives"] = alternatives;
  root["differences"] = differences_json(results, results.differences, extent);
  root["differences_by_group"] = group_differences_json(results, extent);
  root["payback"] = by_saving(results, [](const models::Saving& saving) { return payback_json(saving.payback); });
  root["cumulative_saving"] =
      by_saving(results, [](const models::Saving& saving) { return cumulative_json(saving.cumulative); });
  root["saving_by_payer"] = payers_json(results);
  root["contributions"] = contributions_json(results, extent);
  root["observations"] = Json::array();
  for (const auto& observation : results.observations) root["observations"].push_back(observation_json(observation));
  root["cases"] = cases_json(results, extent);
  return root;
}

std::string results_json(const models::Scenario& scenario, const Results& results) {
  return indented(results_object(scenario, results, Extent::All));
}

}  // namespace trapphus::output
