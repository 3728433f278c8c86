// SPDX-License-Identifier: MIT
#include "models/measures/values.hpp"

#include <utility>

#include "models/counts/stay_tables.hpp"

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
  result_.quotients.resize(rows);
}

void MeasureValues::put(std::size_t measure, std::size_t group, double value) {
  if (measure == kNoMeasure || (group > 0 && !replication_.table[measure].by_group)) return;
  result_.values[group][measure] = value;
}

void MeasureValues::put(std::size_t measure, std::size_t group, Quotient quotient) {
  if (measure == kNoMeasure || (group > 0 && !replication_.table[measure].by_group)) return;
  result_.quotients[group][measure] = quotient;
  put(measure, group, ratio(quotient.part, quotient.whole));
}

void MeasureValues::put(std::size_t measure, std::size_t group, const engine::Proportion& count) {
  if (measure == kNoMeasure || (group > 0 && !replication_.table[measure].by_group)) return;
  result_.counts[group][measure] = count;
  put(measure, group, count.value());
}

void MeasureValues::put(const StayMeasures& measures, const std::vector<engine::Survival>& by_group) {
  const auto put_all = [&](std::size_t group, const engine::Survival& stays) {
    const auto values = statistics_of(stays);
    for (std::size_t i = 0; i < measures.size(); ++i) put(measures[i], group, values[i].value);
  };
  engine::Survival all(by_group.front().causes());
  for (std::size_t g = 0; g < by_group.size(); ++g) {
    put_all(1 + g, by_group[g]);
    all.merge(by_group[g]);
    result_.tables.push_back({GroupId(g), measures, by_group[g]});
  }
  put_all(0, all);
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
