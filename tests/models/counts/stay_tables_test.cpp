// SPDX-License-Identifier: MIT
#include "models/counts/stay_tables.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/witness.hpp"

namespace trapphus::models {
namespace {

using build::day;

StayValue mean(const engine::Survival& table) {
  return statistic_of(table, StayStatistic::Mean);
}
StayValue median(const engine::Survival& table) {
  return statistic_of(table, StayStatistic::Median);
}
StayValue p90(const engine::Survival& table) {
  return statistic_of(table, StayStatistic::NinetiethPercentile);
}
double within_year(const Episodes& episodes) {
  return statistic_of(episodes.table(), StayStatistic::WithinYear).value;
}

const Period kThousandDays(day(0), day(1000));

TEST_CASE("a stay that is not over is censored, not dropped") {
  StayTables stays(1, 2, kThousandDays);
  stays.ended(day(10), StageId(0), GroupId(0), day(0));
  stays.censored(day(30), StageId(0), GroupId(0), day(0));
  // Kaplan-Meier: half of them after day 10; the mean up to day 30: 10 days, then 20 days of a half.
  const engine::Survival& table = stays.of(StageId(0), GroupId(0));
  CHECK(mean(table).value == Approx(10 + 20 * 0.5));
  CHECK(mean(table).at_least);
  CHECK(median(table).value == 10);
  CHECK_FALSE(median(table).at_least);
  CHECK(p90(table).value == 30);  // not reached: the longest observed
  CHECK(p90(table).at_least);
}

TEST_CASE("who was there before the period counts only from then on") {
  StayTables stays(1, 1, kThousandDays);
  stays.ended(day(5), StageId(0), GroupId(0), day(-95));  // 100 days, watched from day 95
  stays.ended(day(20), StageId(0), GroupId(0), day(10));
  stays.ended(day(130), StageId(0), GroupId(0), day(10));
  // At risk: after 10 days the two that came; after 100 one of them and the one that was there. 1 - F: 1/2, then 1/4.
  const engine::Survival& table = stays.of(StageId(0), GroupId(0));
  CHECK(mean(table).value == Approx(10 + 90 * 0.5 + 20 * 0.25));
  CHECK_FALSE(mean(table).at_least);
  CHECK(median(table).value == 10);
  CHECK(p90(table).value == 120);
}

// Three are there when the period begins, since 400, 380 and 370 days. That two more leave says nothing of the first
// 370 days, nor of how many left within them. One who comes and stays two days is watched from the beginning.
TEST_CASE("of stays that nobody was watched at from their beginning no statistic is known") {
  StayTables stays(1, 1, kThousandDays);
  stays.ended(day(100), StageId(0), GroupId(0), day(-400));
  stays.ended(day(120), StageId(0), GroupId(0), day(-380));
  stays.censored(day(1000), StageId(0), GroupId(0), day(-370));
  const engine::Survival& table = stays.of(StageId(0), GroupId(0));
  for (const StayValue& value : statistics_of(table)) {
    CHECK(std::isnan(value.value));
    CHECK_FALSE(value.at_least);
  }
  stays.censored(day(12), StageId(0), GroupId(0), day(10));
  CHECK(mean(table).value == 2);
  CHECK(mean(table).at_least);
}

TEST_CASE("nobody's home within a year is known where all were homeless for a year before the period") {
  Episodes episodes(kThousandDays);
  episodes.ended(day(-400), day(100), true);
  episodes.censored(day(-366));
  CHECK(std::isnan(within_year(episodes)));
  CHECK(std::isnan(median(episodes.table()).value));
}

TEST_CASE("a stage that nobody lived in has no stay") {
  StayTables stays(2, 2, kThousandDays);
  stays.ended(day(20), StageId(1), GroupId(1), day(0));
  CHECK(std::isnan(mean(stays.of(StageId(0), GroupId(0))).value));
  CHECK(std::isnan(median(stays.of(StageId(1), GroupId(0))).value));
  CHECK(mean(stays.of(StageId(1), GroupId(1))).value == Approx(20));
}

TEST_CASE("days to a home are those of the ones who get it, with other exits as competing events") {
  Episodes episodes(kThousandDays);
  episodes.ended(day(0), day(100.5), true);
  episodes.ended(day(0), day(200), false);
  episodes.ended(day(0), day(300.5), true);
  episodes.ended(day(0), day(400), false);
  // No censoring: a quarter each. Of those with a home: days 100.5 and 300.5.
  CHECK(mean(episodes.table()).value == Approx(200.5));
  CHECK_FALSE(mean(episodes.table()).at_least);
  CHECK(median(episodes.table()).value == 100.5);
  CHECK(p90(episodes.table()).value == 300.5);
  CHECK(within_year(episodes) == Approx(0.5));
}

TEST_CASE("an episode still open counts as longer than the time observed") {
  Episodes episodes(kThousandDays);
  episodes.ended(day(0), day(100), true);
  episodes.censored(day(950));             // 50 days
  episodes.ended(day(0), day(200), true);  // two at risk by then, one left
  CHECK(within_year(episodes) == Approx(1));
  CHECK(mean(episodes.table()).value == Approx(150));
}

TEST_CASE("the days to a home are a lower bound where others still wait for theirs") {
  Episodes episodes(kThousandDays);
  episodes.ended(day(0), day(100), true);
  episodes.censored(day(0));  // 1000 days
  CHECK(mean(episodes.table()).value == Approx(100));
  CHECK(mean(episodes.table()).at_least);
  CHECK(median(episodes.table()).at_least);
  CHECK(within_year(episodes) == Approx(0.5));
}

TEST_CASE("the share within a year is not known where nobody was observed for so long") {
  Episodes episodes(kThousandDays);
  CHECK(std::isnan(within_year(episodes)));
  episodes.ended(day(900), day(950), true);
  episodes.censored(day(900));
  CHECK(std::isnan(within_year(episodes)));
  CHECK(mean(episodes.table()).value == Approx(50));
}

TEST_CASE("without a home nobody has days to it") {
  Episodes episodes(kThousandDays);
  episodes.ended(day(0), day(400), false);
  CHECK(std::isnan(mean(episodes.table()).value));
  CHECK(std::isnan(p90(episodes.table()).value));
  CHECK(within_year(episodes) == 0);
}

TEST_CASE("returns are counted of the homes that could be watched for twelve months") {
  Returns returns(kThousandDays);
  for (const int got : {0, 100, 200, 600, 700}) returns.home(day(got));  // the last has not had its twelve months
  returns.returned(day(100));
  returns.returned(day(700));
  CHECK(returns.count().whole == 4);
  CHECK(returns.count().part == 1);
}

}  // namespace
}  // namespace trapphus::models
