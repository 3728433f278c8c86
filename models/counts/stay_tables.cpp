// SPDX-License-Identifier: MIT
#include "models/counts/stay_tables.hpp"

#include <algorithm>

#include "engine/statistics/no_value.hpp"

namespace trapphus::models {
namespace {

using engine::Duration;
using engine::Survival;
using engine::Time;

constexpr double kDaysWithinYear = 365;

/// Stays that are watched from a later age on, in days, are not known from their beginning.
constexpr double kFromTheBeginning = 1;

Duration age(Time since, Time now) {
  return std::max(now - since, Duration::zero());
}

StayValue within_year(const Survival::Curves& curves, std::size_t cause) {
  const bool known = curves.known() >= kDaysWithinYear || curves.complete();
  return {known ? curves.incidence(cause, kDaysWithinYear) : engine::kNoValue};
}

StayValue of_stays(const Survival::Curves& curves, StayStatistic statistic) {
  const auto percentile = [&curves](double share) {
    const Survival::Quantile quantile = curves.quantile(share);
    return StayValue{quantile.days, !quantile.reached};
  };
  switch (statistic) {
    case StayStatistic::Mean:
      return {curves.restricted_mean(), !curves.complete()};
    case StayStatistic::Median:
      return percentile(0.5);
    case StayStatistic::NinetiethPercentile:
      return percentile(0.9);
    case StayStatistic::WithinYear:
      return within_year(curves, 0);
  }
  return {engine::kNoValue};
}

StayValue of_episodes(const Survival::Curves& curves, StayStatistic statistic) {
  constexpr std::size_t kHome = 0;
  switch (statistic) {
    case StayStatistic::Mean:
      return {curves.mean_of_cause(kHome), !curves.complete()};
    case StayStatistic::Median:
      return {curves.quantile_of_cause(kHome, 0.5), !curves.complete()};
    case StayStatistic::NinetiethPercentile:
      return {curves.quantile_of_cause(kHome, 0.9), !curves.complete()};
    case StayStatistic::WithinYear:
      return within_year(curves, kHome);
  }
  return {engine::kNoValue};
}

}  // namespace

std::array<StayValue, kStayStatistics> statistics_of(const Survival& table) {
  std::array<StayValue, kStayStatistics> values{};
  values.fill({engine::kNoValue});
  if (table.stays() == 0) return values;
  const Survival::Curves curves = table.curves();
  // How many ended before anybody was watched, and when, is not known: there is not even a lower bound.
  if (curves.known_from() >= kFromTheBeginning) return values;
  for (std::size_t i = 0; i < kStayStatistics; ++i) {
    const auto statistic = static_cast<StayStatistic>(i);
    values[i] = table.causes() == 1 ? of_stays(curves, statistic) : of_episodes(curves, statistic);
  }
  return values;
}

StayValue statistic_of(const Survival& table, StayStatistic statistic) {
  return statistics_of(table)[static_cast<std::size_t>(statistic)];
}

void StayTables::ended(Time now, StageId stage, GroupId group, Time entered) {
  at(stage, group).ended(now - entered, 0, age(entered, from_));
}

void StayTables::censored(Time now, StageId stage, GroupId group, Time entered) {
  at(stage, group).censored(now - entered, age(entered, from_));
}

Duration Episodes::entry(Time first_acute) const {
  return age(first_acute, from_);
}

void Episodes::ended(Time first_acute, Time left, bool home) {
  if (left < from_) return;
  table_.ended(left - first_acute, home ? 0 : 1, entry(first_acute));
}

void Episodes::censored(Time first_acute) {
  table_.censored(to_ - first_acute, entry(first_acute));
}

void Returns::home(Time got) {
  while (!recent_.empty() && recent_.front().at + engine::kYear <= got) recent_.pop_front();
  recent_.push_back({got, false});
  if (months_end(got)) ++count_.whole;
}

void Returns::returned(Time got) {
  recent_.push_back({got, true});
  if (months_end(got)) ++count_.part;
}

void Returns::take_over(const Returns& earlier) {
  for (const Got& one : earlier.recent_) {
    if (one.returned) {
      returned(one.at);
    } else {
      home(one.at);
    }
  }
}

}  // namespace trapphus::models
