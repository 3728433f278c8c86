// SPDX-License-Identifier: MIT
#include "output/files/comparison_csv.hpp"

#include <fmt/format.h>

#include <array>

#include "output/files/csv.hpp"

namespace trapphus::output {
namespace {

using Fields = std::vector<std::string>;

constexpr std::array kDenominators{models::Denominator::Apartment, models::Denominator::Fte,
                                   models::Denominator::ThousandInhabitants};

std::string definition_name(const std::optional<models::Retention>& definition) {
  return definition ? models::definition_of(*definition).name : "";
}

void add_headings(Fields& heading, const models::ComparedColumn& column) {
  const std::string& name = column.measure.name;
  heading.push_back(fmt::format("{} [{}]", name, column.measure.unit));
  for (const char* part : {"low", "high", "prediction low", "prediction high", "rank", "rank probability"})
    heading.push_back(name + " " + part);
  if (!column.scaled) return;
  for (const char* part : {"per apartment", "per FTE", "per 1000 inhabitants"}) heading.push_back(name + " " + part);
}

void add_estimate(const Csv& csv, Fields& fields, const models::Estimate& estimate) {
  for (const double value : {estimate.mean, estimate.low, estimate.high}) fields.push_back(csv.number(value));
}

void add_value(const Csv& csv, Fields& fields, const models::ComparedRow& row, const models::ComparedColumn& column,
               const std::optional<models::ComparedValue>& cell) {
  if (!cell) {
    fields.insert(fields.end(), column.scaled ? 10 : 7, "");
    return;
  }
  add_estimate(csv, fields, cell->value);
  fields.push_back(csv.number(cell->prediction_low));
  fields.push_back(csv.number(cell->prediction_high));
  fields.push_back(cell->rank > 0 ? std::to_string(cell->rank) : "");
  fields.push_back(csv.number(cell->rank_probability));
  if (!column.scaled) return;
  for (const auto denominator : kDenominators)
    fields.push_back(csv.number(cell->value.mean / count_of(row, denominator)));
}

void add_retention(const Csv& csv, Fields& fields, const models::Comparison& comparison,
                   const models::ComparedRow& row) {
  const auto& split = row.retention;
  if (!split) {
    fields.insert(fields.end(), 21, "");
    return;
  }
  fields.push_back(definition_name(split->definition));
  add_estimate(csv, fields, split->observed);
  fields.push_back(split->of ? std::to_string(*split->of) : "");
  add_estimate(csv, fields, split->own);
  fields.push_back(definition_name(comparison.common));
  add_estimate(csv, fields, split->common);
  add_estimate(csv, fields, split->by_definition);
  add_estimate(csv, fields, split->by_rest);
  add_estimate(csv, fields, is_work(comparison, row) ? split->by_rest : models::kNoEstimate);
}

std::string assumptions(const models::ComparedRow& row) {
  std::string all;
  for (const auto& input : row.assumed) all += (all.empty() ? "" : "; ") + input.path + " = " + input.value;
  return all;
}

template <class Number>
std::string or_empty(const std::optional<Number>& number) {
  return number ? std::to_string(*number) : "";
}

}  // namespace

std::string comparison_csv(const models::Comparison& comparison, const Words& words) {
  Csv csv(words.csv_style());
  Fields heading{"scenario", "file",        "alternative", "apartments", "fte",     "mean apartments",
                 "mean fte", "inhabitants", "landlords",   "tenants",    "assumed", "exposure [years]",
                 "rates"};
  for (const auto& [name, answer] : models::kTeamAnswers) heading.push_back(std::string("answer ") + name);
  for (const auto& column : comparison.columns) add_headings(heading, column);
  heading.insert(heading.end(), {"own definition",
                                 "own observed",
                                 "own observed low",
                                 "own observed high",
                                 "own observed of",
                                 "own simulated",
                                 "own simulated low",
                                 "own simulated high",
                                 "common definition",
                                 "common simulated",
                                 "common simulated low",
                                 "common simulated high",
                                 "difference by definition",
                                 "difference by definition low",
                                 "difference by definition high",
                                 "difference by rest",
                                 "difference by rest low",
                                 "difference by rest high",
                                 "difference by work",
                                 "difference by work low",
                                 "difference by work high"});
  csv.row(heading);
  for (const auto& row : comparison.rows) {
    Fields fields{row.scenario,
                  row.file,
                  row.alternative,
                  csv.number(row.apartments),
                  csv.number(row.fte),
                  csv.number(row.mean_apartments),
                  csv.number(row.mean_fte),
                  or_empty(row.profile.inhabitants),
                  or_empty(row.profile.landlords),
                  or_empty(row.tenants),
                  assumptions(row),
                  csv.number(row.exposure),
                  std::string(engine::word_of(models::kRates, row.rates))};
    for (const auto& [name, answer] : models::kTeamAnswers) fields.push_back(words.text_of(row.profile.*answer));
    for (std::size_t c = 0; c < comparison.columns.size(); ++c)
      add_value(csv, fields, row, comparison.columns[c], row.values[c]);
    add_retention(csv, fields, comparison, row);
    csv.row(fields);
  }
  return csv.text();
}

}  // namespace trapphus::output
