// SPDX-License-Identifier: MIT
#include "models/studies/compared_retention.hpp"

#include <algorithm>
#include <cmath>

#include "engine/statistics/interval.hpp"
#include "engine/statistics/no_value.hpp"
#include "engine/statistics/proportion.hpp"

namespace trapphus::models {
namespace {

using Column = std::vector<double>;  ///< By replication.

const Estimate& estimate(const TeamFigures& row, Retention definition) {
  return row.estimates[static_cast<std::size_t>(definition)];
}

const Column& column(const TeamFigures& row, Retention definition) {
  return row.columns[static_cast<std::size_t>(definition)];
}

/// Mean of the values that are defined; NaN if none is.
double mean_of(const Column& values) {
  return engine::confidence_interval(values).mean;
}

/// The rows' mean, replication by replication.
Column means(const std::vector<TeamFigures>& rows, Retention definition) {
  Column result;
  for (std::size_t r = 0; !rows.empty() && r < column(rows.front(), definition).size(); ++r) {
    Column values;
    for (const TeamFigures& row : rows) values.push_back(column(row, definition)[r]);
    result.push_back(mean_of(values));
  }
  return result;
}

/// `mean` with the interval of the paired differences.
Estimate difference(double mean, const Column& left, const Column& right) {
  Column paired(left.size());
  for (std::size_t r = 0; r < paired.size(); ++r) paired[r] = left[r] - right[r];
  const auto interval = engine::confidence_interval(paired);
  // If not every replication defines both, the mean of the pairs is not the difference of the means.
  const double shift = mean - interval.mean;
  return {mean, interval.low + shift, interval.high + shift, interval.count};
}

/// The team's own figure: the last observation by its definition, of all its tenants.
void set_observed(const Scenario& scenario, Retention own, RetentionSplit& split) {
  for (const auto& observation : scenario.observations) {
    if (observation.measure != definition_of(own).measure || observation.group.valid() || std::isnan(observation.value))
      continue;
    split.observed = {observation.value, engine::kNoValue, engine::kNoValue, 0};
    split.of = observation.of;
    if (!observation.of || *observation.of <= 0) continue;
    const double share = std::clamp(observation.value, 0.0, 1.0);
    const auto interval = engine::share_interval(share * *observation.of, *observation.of);
    split.observed = {observation.value, interval.low, interval.high, 1};
  }
}

void set_own(const TeamFigures& row, Retention own, Retention common, RetentionSplit& split) {
  split.definition = own;
  split.own = estimate(row, own);
  split.by_definition = difference(split.own.mean - split.common.mean, column(row, own), column(row, common));
  set_observed(*row.scenario, own, split);
}

}  // namespace

RetentionSplits split_retention(const std::vector<TeamFigures>& rows, Retention common) {
  Column values;
  for (const TeamFigures& row : rows) values.push_back(estimate(row, common).mean);
  RetentionSplits result{{}, mean_of(values)};
  const Column mean = means(rows, common);
  for (const TeamFigures& row : rows) {
    RetentionSplit split{{}, kNoEstimate, {}, kNoEstimate, estimate(row, common), kNoEstimate, kNoEstimate};
    if (rows.size() > 1) split.by_rest = difference(split.common.mean - result.mean, column(row, common), mean);
    if (const auto own = find_definition(row.scenario->profile.definition)) set_own(row, *own, common, split);
    result.rows.push_back(split);
  }
  return result;
}

}  // namespace trapphus::models
