// SPDX-License-Identifier: MIT
#include "models/measures/household_counts.hpp"

#include "models/measures/month_values.hpp"
#include "models/staircase/names.hpp"

namespace trapphus::models {

void add(MonthlyTotals& sum, const MonthlyTotals& more) {
  for (std::size_t g = 0; g < more.size(); ++g) {
    for (std::size_t i = 0; i < more[g].size(); ++i) sum[g][i] += more[g][i];
  }
}

void HouseholdLevels::take_over(const HouseholdLevels& earlier, const Period& period) {
  for (std::size_t i = 0; i < levels_.size(); ++i) levels_[i] = Level(period.from(), earlier.levels_[i].level());
}

MonthlyTotals HouseholdLevels::totals(std::size_t place) const {
  MonthlyTotals totals(groups_, std::vector<std::int64_t>(months_));
  for (std::size_t g = 0; g < groups_; ++g) {
    if (is_a_date_) {
      totals[g][0] = levels_[place * groups_ + g].level() * engine::kDay.count();
      continue;
    }
    const auto shares = levels_[place * groups_ + g].months();
    for (std::size_t i = 0; i < shares.size() && i < months_; ++i) totals[g][i] = shares[i].unit_seconds;
  }
  return totals;
}

FlowCounts::FlowCounts(const MeasureTable& table, std::size_t groups, const Period& period)
    : groups_(groups), months_(period.months()), month_end_(period.month(0).end()), to_(period.to()) {
  std::size_t flows = 0;
  for (const Measure& measure : table.all()) {
    rows_.push_back(flows);
    if (measure.series && month_kind(measure) == MonthKind::Count) ++flows;
  }
  counts_.resize(flows * groups_ * months_);
}

void FlowCounts::pass_month() {
  ++month_;
  month_end_ = engine::Month::of(month_end_).end();
}

MonthlyTotals FlowCounts::counts(std::size_t measure) const {
  MonthlyTotals counts(groups_, std::vector<std::int64_t>(months_));
  for (std::size_t g = 0; g < groups_; ++g) {
    for (std::size_t i = 0; i < months_; ++i) counts[g][i] = counts_[(rows_[measure] * groups_ + g) * months_ + i];
  }
  return counts;
}

std::int64_t WaitTotals::seconds(std::size_t cause, GroupId group) const {
  std::int64_t all = seconds(StageId{}, cause, group);
  for (std::size_t stage = 0; stage < stages_; ++stage) all += seconds(StageId(stage), cause, group);
  return all;
}

}  // namespace trapphus::models
