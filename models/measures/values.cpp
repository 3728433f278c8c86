// SPDX-License-Identifier: MIT
#include "models/measures/values.hpp"
#include "models/staircase/grant_line.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

namespace trapphus::models {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// NaN instead of a division by nothing.
double ratio(double part, double whole) {
  return whole == 0 ? kNone : part / whole;
}

double seconds(engine::Duration length) {
  return static_cast<double>(length.count());
}

/// The sum over groups, then each group.
MonthlyTotals with_all(const MonthlyTotals& by_group) {
  MonthlyTotals rows{std::vector<std::int64_t>(by_group.front().size())};
  for (const auto& group : by_group) {
    for (std::size_t i = 0; i < group.size(); ++i) rows.front()[i] += group[i];
    rows.push_back(group);
  }
  return rows;
}

Money sum(const MonthlyMoney& amounts) {
  Money total;
  for (const Money amount : amounts) total += amount;
  return total;
}

}  // namespace

ReplicationResult MeasureRecorder::result() const {
  if (!finished_) throw std::logic_error("measures are asked for before the period is over");
  return MeasureValues(*this).take();
}

MeasureValues::MeasureValues(const MeasureRecorder& recorder)
    : recorder_(recorder),
      table_(recorder.table_),
      places_(table_.places()),
      settings_(*recorder.settings_),
      period_(recorder.period_),
      groups_(recorder.groups_) {
  result_.values.assign(1 + groups_, std::vector<double>(table_.size(), kNone));
  result_.monthly.resize(1 + groups_);
  result_.counts.resize(1 + groups_);
  households();
  waiting();
  flows();
  stays();
  apartments();
  staff();
  costs();
  ceilings();
  outcomes();
  retention();
  units();
  blocked();
  lost();
  child_nights();
  ledger();
}

void MeasureValues::put(std::size_t measure, std::size_t group, double value) {
  if (measure == kNoMeasure || (group > 0 && !table_[measure].by_group)) return;
  result_.values[group][measure] = value;
}

void MeasureValues::put(const MeasurePlaces::Spread& places, std::size_t group, const DaySpread& days) {
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
      months.push_back(total / seconds(period_.covered(i)));
      all += total;
    }
    put(measure, g, all / seconds(period_.length()));
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
    put(measure, g, all / period_.years());
    result_.monthly[g][measure] = std::move(months);
  }
}

void MeasureValues::put_money(std::size_t measure, std::size_t group, const MonthlyMoney& amounts) {
  if (group > 0 && !table_[measure].by_group) return;
  put(measure, group, sum(amounts).in_kronor() / period_.in_months());
  std::vector<double> months;
  for (std::size_t i = 0; i < amounts.size(); ++i) months.push_back(amounts[i].in_kronor() / period_.share(i));
  result_.monthly[group][measure] = std::move(months);
}

MonthlyTotals MeasureValues::none() const {
  return {groups_, std::vector<std::int64_t>(period_.months())};
}

void MeasureValues::households() {
  MonthlyTotals acute = none();
  std::vector<MonthlyTotals> situation(places_.situation.size(), none());
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    const Stage& stage = settings_.stages[i];
    const MonthlyTotals totals = recorder_.living_.totals(i);
    put_levels(places_.households[i], totals);
    if (stage.acute) add(acute, totals);
    add(situation[static_cast<std::size_t>(stage.situation)], totals);
  }
  put_levels(places_.acute, acute);
  for (std::size_t i = 0; i < situation.size(); ++i) put_levels(places_.situation[i], situation[i]);
}

void MeasureValues::waiting() {
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    put_levels(places_.waiting_for_stage[i], recorder_.claiming_.totals(i));
  }
  for (std::size_t i = 0; i < settings_.services.size(); ++i) {
    put_levels(places_.waiting_for_service[i], recorder_.queueing_.totals(i));
  }
}

void MeasureValues::flows() {
  const auto flow = [this](std::size_t measure) {
    if (measure != kNoMeasure) put_counts(measure, recorder_.flows_.counts(measure));
  };
  flow(places_.arrivals);
  flow(places_.prevented);
  for (const std::size_t measure : places_.between) flow(measure);
  for (const std::size_t measure : places_.exits) flow(measure);
  flow(places_.homes);
  flow(places_.first_hand);
}

void MeasureValues::stays() {
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    if (places_.stay[i].mean == kNoMeasure) continue;
    put(places_.stay[i], 0, recorder_.stays_.spread(StageId(i)));
    for (std::size_t g = 0; g < groups_; ++g) {
      put(places_.stay[i], 1 + g, recorder_.stays_.spread(StageId(i), GroupId(g)));
    }
  }
}

void MeasureValues::apartments() {
  for (std::size_t i = 0; i < settings_.stages.size(); ++i) {
    turnover(i);
    const auto& units = recorder_.units_[i];
    put(places_.vacancy[i], 0, ratio(static_cast<double>(units.empty.total()), static_cast<double>(units.all.total())));
  }
}

void MeasureValues::turnover(std::size_t stage) {
  const auto& units = recorder_.units_[stage];
  const auto shares = units.all.months();
  const auto put_all = [&](std::size_t measure, const auto& left_in) {
    if (measure == kNoMeasure) return;
    std::vector<double> months(period_.months(), kNone);
    double left = 0, unit_years = 0;
    for (std::size_t i = 0; i < std::min(months.size(), shares.size()); ++i) {
      const double here = static_cast<double>(shares[i].unit_seconds) / seconds(engine::kYear);
      months[i] = ratio(left_in(i), here);
      left += left_in(i);
      unit_years += here;
    }
    put(measure, 0, ratio(left, unit_years));
    result_.monthly[0][measure] = std::move(months);
  };
  const auto& places = places_.turnover[stage];
  const auto moveouts = [&](std::size_t i) { return static_cast<double>(units.moveouts[i]); };
  const auto takeovers = [&](std::size_t i) { return static_cast<double>(units.takeovers[i]); };
  put_all(places.all, [&](std::size_t i) { return moveouts(i) + takeovers(i); });
  put_all(places.moveouts, moveouts);
  put_all(places.takeovers, takeovers);
}

void MeasureValues::staff() {
  for (std::size_t i = 0; i < recorder_.hours_worked_.size(); ++i) {
    const double hours = recorder_.hours_[i].total() / seconds(engine::kWeek);
    put(places_.utilisation[i], 0, ratio(recorder_.hours_worked_[i], hours));
  }
}

std::vector<std::vector<MonthlyMoney>> MeasureValues::money_by_line() const {
  const std::size_t all_lines = table_.lines().size();
  const std::vector<MonthlyMoney> nothing(1 + groups_, MonthlyMoney(period_.months()));
  std::vector<std::vector<MonthlyMoney>> money(all_lines + 1, nothing);
  const Ledger& ledger = recorder_.costs_.costs();
  for (std::size_t a = 0; a < ledger.accounts().size(); ++a) {
    const Ledger::Account& account = ledger.accounts()[a];
    const MonthlyMoney amounts = ledger.by_month(a, period_.months());
    for (const std::size_t line : {account.line, all_lines}) {
      for (std::size_t i = 0; i < amounts.size(); ++i) {
        money[line][0][i] += amounts[i];
        if (account.group.valid()) money[line][1 + account.group.index()][i] += amounts[i];
      }
    }
  }
  return money;
}

void MeasureValues::costs() {
  const auto money = money_by_line();
  for (std::size_t g = 0; g <= groups_; ++g) {
    for (std::size_t line = 0; line < places_.cost.size(); ++line) put_money(places_.cost[line], g, money[line][g]);
    put_money(places_.cost_total, g, money.back()[g]);
  }
  double homes = 0;
  for (const auto& group : recorder_.flows_.counts(places_.homes)) {
    for (const std::int64_t count : group) homes += static_cast<double>(count);
  }
  put(places_.cost_per_home, 0, ratio(sum(money.back()[0]).in_kronor(), homes));
}

void MeasureValues::ceilings() {
  for (std::size_t i = 0; i < settings_.ceilings.size(); ++i) {
    put(places_.overspent[i], 0, recorder_.costs_.overspent(i).in_kronor() / period_.years());
  }
}

void MeasureValues::outcomes() {
  Episodes all(period_);
  Returns returns;
  const auto put_all = [this](std::size_t group, const Episodes& episodes, const Returns& back) {
    put(places_.days_to_home, group, episodes.to_home());
    put(places_.home_within_year, group, episodes.home_within_year());
    put(places_.returns, group, back.share());
  };
  for (std::size_t g = 0; g < groups_; ++g) {
    put_all(1 + g, recorder_.episodes_[g], recorder_.returns_[g]);
    all.merge(recorder_.episodes_[g]);
    returns.homes += recorder_.returns_[g].homes;
    returns.returned += recorder_.returns_[g].returned;
  }
  put_all(0, all, returns);
}

void MeasureValues::retention() {
  for (std::size_t i = 0; i < places_.retention.size(); ++i) {
    const std::size_t measure = places_.retention[i];
    engine::Proportion all;
    const auto put_count = [&](std::size_t group, const engine::Proportion& count) {
      put(measure, group, count.value());
      result_.counts[group].emplace(measure, count);
    };
    for (std::size_t g = 0; g < groups_; ++g) {
      const engine::Proportion& its = recorder_.tenancies_.counts(GroupId(g))[i];
      put_count(1 + g, its);
      all.part += its.part;
      all.whole += its.whole;
    }
    put_count(0, all);
  }
}

void MeasureValues::units() {
  for (const auto& units : recorder_.units_) {
    result_.units.push_back(static_cast<double>(units.all.total()) / seconds(period_.length()));
  }
}

void MeasureValues::blocked() {
  for (std::size_t cause = 0; cause < places_.blocked.size(); ++cause) {
    double all = 0;
    for (std::size_t g = 0; g < groups_; ++g) {
      const auto waited = static_cast<double>(recorder_.waits_.seconds(cause, GroupId(g)));
      const double days = waited / seconds(engine::kDay) / period_.years();
      put(places_.blocked[cause], 1 + g, days);
      all += days;
    }
    put(places_.blocked[cause], 0, all);
  }
}

void MeasureValues::lost() {
  const std::size_t stages = settings_.stages.size();
  for (std::size_t stage = 0; stage <= stages; ++stage) {
    const StageId where = stage < stages ? StageId(stage) : StageId{};
    for (std::size_t g = 0; g < groups_; ++g) {
      for (std::size_t cause = 0; cause < places_.blocked.size(); ++cause) {
        const std::int64_t waited = recorder_.waits_.seconds(where, cause, GroupId(g));
        if (waited == 0) continue;
        const double days = static_cast<double>(waited) / seconds(engine::kDay) / period_.years();
        result_.lost.push_back({where, GroupId(g), cause, days});
      }
    }
  }
}

void MeasureValues::child_nights() {
  MonthlyTotals nights = none();
  for (std::size_t g = 0; g < groups_; ++g) {
    const auto& months = recorder_.child_nights_[g].nights();
    for (std::size_t i = 0; i < months.size() && i < nights[g].size(); ++i) nights[g][i] = months[i];
  }
  put_counts(places_.child_nights, nights);
}

void MeasureValues::ledger() {
  const Ledger& costs = recorder_.costs_.costs();
  for (std::size_t a = 0; a < costs.accounts().size(); ++a) {
    const Ledger::Account& account = costs.accounts()[a];
    result_.ledger.push_back(
        {table_.lines()[account.line], account.stage, account.group, costs.by_month(a, period_.months())});
  }
  const Ledger& grants = recorder_.costs_.grants();
  for (std::size_t a = 0; a < grants.accounts().size(); ++a) {
    const std::string& name = settings_.grants[grants.accounts()[a].line].name;
    result_.ledger.push_back({grant_line(name), {}, {}, grants.by_month(a, period_.months())});
  }
}

}  // namespace trapphus::models
