// SPDX-License-Identifier: MIT
#include "models/counts/stay_tables.hpp"

#include <algorithm>

#include "engine/statistics/no_value.hpp"

namespace trapphus::models {
namespace {

using engine::Duration;
using engine::Survival;
using engine::Time;

DaySpread spread_of(const Survival& table) {
  return {table.restricted_mean(), table.quantile(0.5).day, table.quantile(0.9).day};
}

Duration age(Time since, Time now) {
  return std::max(now - since, Duration::zero());
}

}  // namespace

void StayTables::ended(Time now, StageId stage, GroupId group, Time entered) {
  tables_[stage.index() * groups_ + group.index()].ended(now - entered, 0, age(entered, from_));
}

void StayTables::censored(Time now, StageId stage, GroupId group, Time entered) {
  tables_[stage.index() * groups_ + group.index()].censored(now - entered, age(entered, from_));
}

DaySpread StayTables::spread(StageId stage, GroupId group) const {
  return spread_of(tables_[stage.index() * groups_ + group.index()]);
}

DaySpread StayTables::spread(StageId stage) const {
  Survival all;
  for (std::size_t g = 0; g < groups_; ++g) all.merge(tables_[stage.index() * groups_ + g]);
  return spread_of(all);
}

Duration Episodes::entry(Time first_acute) const {
  return age(first_acute, from_);
}

void Episodes::ended(Time first_acute, Time left, bool home) {
  const Duration length = left - first_acute;
  table_.ended(length, home ? 0 : 1, entry(first_acute));
  if (!home) return;
  beyond_ += length % engine::kDay;
  ++homes_;
}

void Episodes::censored(Time first_acute) {
  table_.censored(to_ - first_acute, entry(first_acute));
}

void Episodes::merge(const Episodes& other) {
  table_.merge(other.table_);
  beyond_ += other.beyond_;
  homes_ += other.homes_;
}

DaySpread Episodes::to_home() const {
  if (homes_ == 0) return {engine::kNoValue, engine::kNoValue, engine::kNoValue};
  const std::vector<double> home = table_.cumulative_incidence().front();
  const double all = home.back();
  // No risk set: every earlier episode had ended before the first home.
  if (all <= 0) return {engine::kNoValue, engine::kNoValue, engine::kNoValue};
  double whole_days = 0;
  for (const double so_far : home) whole_days += 1 - so_far / all;
  const auto first_day = [&](double share) {
    // A sum of many terms: give back what rounding may have taken.
    const auto there = std::find_if(home.begin(), home.end(), [&](double f) { return f >= share * all * (1 - 1e-12); });
    return static_cast<double>(there - home.begin());
  };
  const double beyond = static_cast<double>(beyond_.count()) / static_cast<double>(engine::kDay.count());
  return {whole_days + beyond / static_cast<double>(homes_), first_day(0.5), first_day(0.9)};
}

double Episodes::home_within_year() const {
  constexpr std::size_t kLastDay = 364;
  if (table_.stays() == 0) return engine::kNoValue;
  const std::vector<double> home = table_.cumulative_incidence().front();
  if (home.size() > kLastDay) return home[kLastDay];
  constexpr double kNobody = 1e-12;
  return table_.survival().back() < kNobody ? home.back() : engine::kNoValue;
}

double Returns::share() const {
  return homes == 0 ? engine::kNoValue : static_cast<double>(returned) / static_cast<double>(homes);
}

}  // namespace trapphus::models
