// SPDX-License-Identifier: MIT
#include "models/counts/stay_tables.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/witness.hpp"

namespace trapphus::models {
namespace {

using build::day;

const Period kThousandDays(day(0), day(1000));

TEST_CASE("a stay that is not over is censored, not dropped") {
  StayTables stays(1, 2, kThousandDays);
  stays.ended(day(10), StageId(0), GroupId(0), day(0));
  stays.censored(day(30), StageId(0), GroupId(0), day(0));
  // Kaplan-Meier: half of them after day 10; the mean, cut off at day 30: 10 whole days, then 21 days of a half.
  const DaySpread days = stays.spread(StageId(0), GroupId(0));
  CHECK(days.mean == Approx(10 + 21 * 0.5));
  CHECK(days.p50 == 10);
  CHECK(days.p90 == 30);  // not reached: the longest observed
}

TEST_CASE("who was there before the period counts only from then on") {
  StayTables stays(1, 1, kThousandDays);
  stays.ended(day(5), StageId(0), GroupId(0), day(-95));  // 100 days, watched from day 95
  stays.ended(day(20), StageId(0), GroupId(0), day(10));
  stays.ended(day(130), StageId(0), GroupId(0), day(10));
  // At risk: on day 10 the two that came; on day 100 one of them and the one that was there. 1 - F: 1/2, then 1/4.
  CHECK(stays.spread(StageId(0)).mean == Approx(10 + 90 * 0.5 + 20 * 0.25));
  CHECK(stays.spread(StageId(0)).p50 == 10);
  CHECK(stays.spread(StageId(0)).p90 == 120);
}

TEST_CASE("a stage that nobody lived in has no stay, and all groups count together") {
  StayTables stays(2, 2, kThousandDays);
  stays.ended(day(10), StageId(1), GroupId(0), day(0));
  stays.ended(day(20), StageId(1), GroupId(1), day(0));
  CHECK(std::isnan(stays.spread(StageId(0)).mean));
  CHECK(std::isnan(stays.spread(StageId(0)).p50));
  CHECK(stays.spread(StageId(1)).mean == Approx(15));
  CHECK(stays.spread(StageId(1), GroupId(1)).mean == Approx(20));
}

TEST_CASE("days to a home are those of the ones who get it, with other exits as competing events") {
  Episodes episodes(kThousandDays);
  episodes.ended(day(0), day(100.5), true);
  episodes.ended(day(0), day(200), false);
  episodes.ended(day(0), day(300.5), true);
  episodes.ended(day(0), day(400), false);
  // No censoring: a quarter each. Of those with a home: days 100.5 and 300.5.
  const DaySpread days = episodes.to_home();
  CHECK(days.mean == Approx(200.5));
  CHECK(days.p50 == 100);
  CHECK(days.p90 == 300);
  CHECK(episodes.home_within_year() == Approx(0.5));
}

TEST_CASE("an episode still open counts as longer than the time observed") {
  Episodes episodes(kThousandDays);
  episodes.ended(day(0), day(100), true);
  episodes.censored(day(950));             // 50 days
  episodes.ended(day(0), day(200), true);  // two at risk by then, one left
  CHECK(episodes.home_within_year() == Approx(1));
  CHECK(episodes.to_home().mean == Approx(150));
}

TEST_CASE("the share within a year is not known where nobody was observed for so long") {
  Episodes episodes(kThousandDays);
  CHECK(std::isnan(episodes.home_within_year()));
  episodes.ended(day(900), day(950), true);
  episodes.censored(day(900));
  CHECK(std::isnan(episodes.home_within_year()));
  CHECK(episodes.to_home().mean == Approx(50));
}

TEST_CASE("without a home nobody has days to it") {
  Episodes episodes(kThousandDays);
  episodes.ended(day(0), day(400), false);
  CHECK(std::isnan(episodes.to_home().mean));
  CHECK(std::isnan(episodes.to_home().p90));
  CHECK(episodes.home_within_year() == 0);
}

TEST_CASE("groups merge into all households") {
  Episodes a(kThousandDays), b(kThousandDays);
  a.ended(day(0), day(100), true);
  b.ended(day(0), day(400), true);
  b.merge(a);
  CHECK(b.to_home().mean == Approx(250));
  CHECK(b.home_within_year() == Approx(0.5));
}

TEST_CASE("returns are a share of the homes that could be watched for twelve months") {
  CHECK(Returns{4, 1}.share() == 0.25);
  CHECK(std::isnan(Returns{}.share()));
}

}  // namespace
}  // namespace trapphus::models
