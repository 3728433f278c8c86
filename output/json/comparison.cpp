// SPDX-License-Identifier: MIT
#include "output/json/comparison.hpp"

#include <nlohmann/json.hpp>

#include "output/json/parts.hpp"

namespace trapphus::output {
namespace {

using Json = nlohmann::ordered_json;

template <class Number>
Json or_null(const std::optional<Number>& number) {
  return number ? Json(*number) : Json();
}

Json definition_json(const std::optional<models::Retention>& definition) {
  return definition ? Json(models::definition_of(*definition).name) : Json();
}

Json column_json(const models::ComparedColumn& column) {
  return {{"measure", column.measure.name},
          {"unit", column.measure.unit},
          {"meaning", column.measure.meaning},
          {"more_is_better", more_is_better_json(column.measure)},
          {"pairs", column.pairs},
          {"told_apart", column.told_apart},
          {"tied", number_json(column.tied)},
          {"comparable", column.comparable}};
}

Json value_json(const models::ComparedRow& row, const models::ComparedColumn& column,
                const models::ComparedValue& cell) {
  Json value = estimate_json(cell.value);
  value["unit"] = column.measure.unit;
  value["prediction_low"] = number_json(cell.prediction_low);
  value["prediction_high"] = number_json(cell.prediction_high);
  value["rank"] = cell.rank > 0 ? Json(cell.rank) : Json();
  value["rank_shared"] = cell.shared;
  value["rank_probability"] = number_json(cell.rank_probability);
  if (column.scaled) {
    value["per_apartment"] = number_json(cell.value.mean / count_of(row, models::Denominator::Apartment));
    value["per_fte"] = number_json(cell.value.mean / count_of(row, models::Denominator::Fte));
    value["per_1000_inhabitants"] =
        number_json(cell.value.mean / count_of(row, models::Denominator::ThousandInhabitants));
  }
  return value;
}

Json own_json(const models::RetentionSplit& split, bool is_work) {
  return {{"definition", definition_json(split.definition)},
          {"observed",
           {{"value", number_json(split.observed.mean)},
            {"low", number_json(split.observed.low)},
            {"high", number_json(split.observed.high)},
            {"of", or_null(split.of)}}},
          {"simulated", estimate_json(split.own)},
          {"common", estimate_json(split.common)},
          {"by_definition", estimate_json(split.by_definition)},
          {"by_rest", estimate_json(split.by_rest)},
          {"by_work", estimate_json(is_work ? split.by_rest : models::kNoEstimate)}};
}

Json answers_json(const models::TeamProfile& profile) {
  Json answers = Json::object();
  for (const auto& [name, answer] : models::kTeamAnswers) {
    const models::Label& label = profile.*answer;
    if (!is_empty(label)) answers[name] = {{"sv", label.sv}, {"en", label.en}};
  }
  return answers;
}

Json observations_json(const models::ComparedRow& row) {
  Json list = Json::array();
  for (const auto& one : row.observations) {
    const auto& o = one.result.observation;
    list.push_back({{"measure", o.measure},
                    {"group", text_or_null(one.result.group)},
                    {"from", engine::to_string(o.from)},
                    {"to", engine::to_string(o.to - engine::kDay)},
                    {"unit", one.measure.unit},
                    {"observed", number_json(o.value)},
                    {"source", o.source},
                    {"assumption", o.assumption},
                    {"simulated", number_json(one.result.simulated)},
                    {"prediction_low", number_json(one.result.low)},
                    {"prediction_high", number_json(one.result.high)},
                    {"fits", or_null(one.fits)}});
  }
  return list;
}

Json row_json(const models::Comparison& comparison, const models::ComparedRow& row) {
  Json assumed = Json::array(), measures = Json::object();
  for (const auto& input : row.assumed)
    assumed.push_back({{"path", input.path}, {"value", input.value}, {"assumption", input.assumption}});
  for (std::size_t c = 0; c < row.values.size(); ++c) {
    if (row.values[c])
      measures[comparison.columns[c].measure.name] = value_json(row, comparison.columns[c], *row.values[c]);
  }
  return {{"scenario", row.scenario},
          {"file", row.file},
          {"alternative", row.alternative},
          {"apartments", row.apartments},
          {"fte", row.fte},
          {"mean_apartments", row.mean_apartments},
          {"mean_fte", row.mean_fte},
          {"inhabitants", or_null(row.profile.inhabitants)},
          {"landlords", or_null(row.profile.landlords)},
          {"tenants", or_null(row.tenants)},
          {"exposure_years", row.exposure},
          {"rates", engine::word_of(models::kRates, row.rates)},
          {"answers", answers_json(row.profile)},
          {"assumed", assumed},
          {"measures", measures},
          {"observations", observations_json(row)},
          {"own", row.retention ? own_json(*row.retention, is_work(comparison, row)) : Json()}};
}

}  // namespace

Json comparison_object(const models::Comparison& comparison) {
  Json root{{"trapphus", 1},
            {"kind", "comparison"},
            {"seed", comparison.seed},
            {"replications", comparison.replications},
            {"definition", definition_json(comparison.common)},
            {"equal_exposure", comparison.equal_exposure},
            {"unfinished", comparison.unfinished}};
  root["columns"] = Json::array();
  for (const auto& column : comparison.columns) root["columns"].push_back(column_json(column));
  root["rows"] = Json::array();
  for (const auto& row : comparison.rows) root["rows"].push_back(row_json(comparison, row));
  return root;
}

std::string comparison_json(const models::Comparison& comparison) {
  return indented(comparison_object(comparison));
}

}  // namespace trapphus::output
