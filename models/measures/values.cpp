// SPDX-License-Identifier: MIT
#include "models/measures/values.hpp"

#include <utility>

namespace trapphus::models {
namespace {

/// The sum over groups, then each group.
MonthlyTotals with_all(const MonthlyTotals& by_group) {
  MonthlyTotals rows{std::vector<std::int64_t>(by_group.front().size())};
  for (const auto& group : by_group) {
    for (std::size_t i = 0; i < group.size(); ++i) rows.front()[i] += group[i];
    rows.push_back(group);
  }
  return rows;
}

}  // namespace

MeasureValues::MeasureValues(const Replication& replication) : replication_(replication) {
  const std::size_t rows = 1 + replication.groups;
  result_.values.assign(rows, std::vector<double>(replication.table.size(), kNoValue));
  result_.monthly.resize(rows);
  result_.counts.resize(rows);
}

void MeasureValues::put(std::size_t measure, std::size_t group, double value) {
  if (measure == kNoMeasure || (group > 0 && !replication_.table[measure].by_group)) return;
  result_.values[group][measure] = value;
}

void MeasureValues::put(const SpreadPlaces& places, std::size_t group, const DaySpread& days) {
  put(places.mean, group, days.mean);
  put(places.p50, group, days.p50);
  put(places.p90, group, days.p90);
}

void MeasureValues::put_levels(std::size_t measure, const MonthlyTotals& totals) {
  if (measure == kNoMeasure) return;
  const MonthlyTotals rows = with_all(totals);
  for (std::size_t g = 0; g < rows.size(); ++g) {
    std::vector<double> months;
    double all = 0;
    for (std::size_t i = 0; i < rows[g].size(); ++i) {
      const auto total = static_cast<double>(rows[g][i]);
      months.push_back(total / seconds(replication_.period.covered(i)));
      all += total;
    }
    put(measure, g, all / seconds(replication_.period.length()));
    result_.monthly[g][measure] = std::move(months);
  }
}

void MeasureValues::put_counts(std::size_t measure, const MonthlyTotals& counts) {
  if (measure == kNoMeasure) return;
  const MonthlyTotals rows = with_all(counts);
  for (std::size_t g = 0; g < rows.size(); ++g) {
    std::vector<double> months(rows[g].begin(), rows[g].end());
    double all = 0;
    for (const double count : months) all += count;
    put(measure, g, all / replication_.period.years());
    result_.monthly[g][measure] = std::move(months);
  }
}

void MeasureValues::put_money(std::size_t measure, std::size_t group, const MonthlyMoney& amounts) {
  if (group > 0 && !replication_.table[measure].by_group) return;
  put(measure, group, sum(amounts).in_kronor() / replication_.period.in_months());
  std::vector<double> months;
  for (std::size_t i = 0; i < amounts.size(); ++i)
    months.push_back(amounts[i].in_kronor() / replication_.period.share(i));
  result_.monthly[group][measure] = std::move(months);
}

MonthlyTotals MeasureValues::none() const {
  return {replication_.groups, std::vector<std::int64_t>(replication_.period.months())};
}

}  // namespace trapphus::models
