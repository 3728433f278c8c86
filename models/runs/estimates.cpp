// SPDX-License-Identifier: MIT
#include "models/runs/estimates.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "engine/statistics/interval.hpp"
#include "models/runs/range.hpp"

namespace trapphus::models {
namespace {

/// Of a share that is a sum of products.
constexpr double kRoundingOfShares = 1e-9;

Estimate from(const engine::Interval& interval) {
  return {interval.mean, interval.low, interval.high, interval.count};
}

const Pooled* pooled_of(const PooledRows& rows, std::size_t row, std::size_t measure) {
  if (row >= rows.size()) return nullptr;
  const auto found = rows[row].find(measure);
  return found == rows[row].end() ? nullptr : &found->second;
}

std::vector<double> column(ReplicationSpan replications, std::size_t row, std::size_t measure) {
  std::vector<double> values;
  for (const ReplicationResult& replication : replications) values.push_back(replication.values[row][measure]);
  return values;
}

/// `pooled`: of measures that are no means.
Estimate estimate_of(const Measure& measure, ReplicationSpan replications, std::size_t row, std::size_t m,
                     const Pooled* pooled) {
  const ValueRange range = range_of(measure);
  if (is_counted(replications, row, m)) return from(engine::share_confidence(counts_of(replications, row, m)));
  if (pooled == nullptr) return within(range, estimate(column(replications, row, m)));
  Estimate result = with_interval(*pooled);
  result.mean = std::isnan(result.mean) ? result.mean : std::clamp(result.mean, range.least, range.greatest);
  result = within(range, result);
  // A share of households that is none or all in the replications is not certain: each of them that
  // defines it counts as a trial.
  const bool of_time = replications.front().quotients.size() > row && replications.front().quotients[row].contains(m);
  const bool certain =
      result.mean - range.least < kRoundingOfShares || range.greatest - result.mean < kRoundingOfShares;
  if (measure.unit != "share" || of_time || !certain || result.low != result.high) return result;
  result.mean = std::round(result.mean);
  const engine::Interval share =
      engine::share_interval(result.mean * result.replications, static_cast<double>(result.replications));
  return {result.mean, share.low, share.high, result.replications};
}

}  // namespace

bool is_counted(ReplicationSpan replications, std::size_t row, std::size_t measure) {
  return !replications.empty() && row < replications.front().counts.size() &&
         replications.front().counts[row].contains(measure);
}

std::vector<engine::Proportion> counts_of(ReplicationSpan replications, std::size_t group, std::size_t measure) {
  std::vector<engine::Proportion> counts;
  for (const ReplicationResult& replication : replications) counts.push_back(replication.counts[group].at(measure));
  return counts;
}

Estimate estimate(std::span<const double> values) {
  return from(engine::confidence_interval(values));
}

std::vector<std::vector<Estimate>> estimates(const MeasureTable& table, ReplicationSpan replications,
                                             const PooledRows& rows) {
  std::vector<std::vector<Estimate>> all;
  if (replications.empty()) return all;
  for (std::size_t row = 0; row < replications.front().values.size(); ++row) {
    auto& measures = all.emplace_back();
    for (std::size_t m = 0; m < replications.front().values[row].size(); ++m)
      measures.push_back(estimate_of(table[m], replications, row, m, pooled_of(rows, row, m)));
  }
  return all;
}

std::vector<std::vector<Estimate>> estimates(const MeasureTable& table, ReplicationSpan replications) {
  return estimates(table, replications, pooled(references(replications)));
}

Estimate estimate(const MeasureTable& table, ReplicationSpan replications, std::size_t row, std::size_t measure) {
  const auto together = pooled(references(replications), row, measure);
  return estimate_of(table[measure], replications, row, measure, together ? &*together : nullptr);
}

Difference difference(const std::string& name, ReplicationSpan base, const PooledRows& base_rows, ReplicationSpan other,
                      const PooledRows& other_rows) {
  if (base.size() != other.size()) throw std::invalid_argument("alternatives must have the same replications");
  std::vector<std::vector<Estimate>> all;
  for (std::size_t row = 0; !base.empty() && row < base.front().values.size(); ++row) {
    auto& measures = all.emplace_back();
    for (std::size_t m = 0; m < base.front().values[row].size(); ++m) {
      const Pooled* before = pooled_of(base_rows, row, m);
      const Pooled* after = pooled_of(other_rows, row, m);
      if (before && after) {
        measures.push_back(with_interval(*after - *before));
        continue;
      }
      std::vector<double> paired = column(other, row, m);
      for (std::size_t r = 0; r < paired.size(); ++r) paired[r] -= base[r].values[row][m];
      measures.push_back(estimate(paired));
    }
  }
  Difference difference{name, {}, {}};
  if (all.empty()) return difference;
  difference.all = std::move(all.front());
  difference.groups.assign(std::next(all.begin()), all.end());
  return difference;
}

Difference difference(const std::string& name, ReplicationSpan base, ReplicationSpan other) {
  return difference(name, base, pooled(references(base)), other, pooled(references(other)));
}

}  // namespace trapphus::models
