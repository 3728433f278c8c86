// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "models/counts/retention.hpp"
#include "models/measures/measure_recorder.hpp"
#include "models/staircase/cause.hpp"
#include "tests/models/recorder_driver.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::kAnna;
using build::kBo;
using build::kCarl;
using build::kDoris;
using build::kFamilies;
using build::kSingles;
using build::on;
using build::RecorderDriver;

// The window is 2013, in the middle of three years.
const Time kBegins = on(2012, 1, 1), kEnds = on(2015, 1, 1), kWindowFrom = on(2013, 1, 1), kWindowTo = on(2014, 1, 1);

constexpr std::size_t kMoveToTraining = 0, kMoveToHome = 1, kMoveByTakeover = 2, kMoveByEviction = 3;

Settings windowed() {
  Build b;
  b.group("families", 3, "hotel");
  b.group("singles", 1, "hotel");
  b.placement("hotel", 100);
  b.apartment("training", 10, 6000);
  b.exit("own_home");
  b.exit("first_hand", true, true);
  b.exit("lost", false);
  b.stage("training").tenancy = true;
  const TeamId navigators = b.team("navigators", 2, 24, 15, 600'000);
  b.service("search", navigators, Distribution::constant(14));
  b.planned("hotel", "training", build::fixed_days(90));
  b.offers("hotel", "own_home", 1);
  b.planned("training", "first_hand", build::fixed_days(500)).takeover = true;
  b.risk("training", "lost", 0.1).ending = Ending::Eviction;
  return b.settings();
}

RecorderDriver window_story(Time from = kWindowFrom, Time to = kWindowTo) {
  return {windowed(), kBegins, kEnds, {{from, to}}};
}

/// The window's first or last instant, with the hours worked so far.
void reaches(RecorderDriver& driver, Time now, double hours = 0) {
  driver.recorder().reached(now, std::vector<double>{hours});
}

TEST_CASE("households that live in a stage when a window begins are in it, those that have left are not") {
  RecorderDriver driver = window_story();
  driver.arrives(kAnna, "hotel", on(2012, 6, 1));
  driver.arrives(kBo, "hotel", on(2012, 6, 1));
  driver.moves(kBo, "own_home", on(2012, 12, 31), kMoveToHome);
  reaches(driver, kWindowFrom);
  driver.moves(kAnna, "own_home", on(2013, 4, 11), kMoveToHome);  // after 100 days of 2013
  driver.arrives(kCarl, "hotel", on(2013, 12, 22));               // the last 10 days
  reaches(driver, kWindowTo);
  driver.moves(kCarl, "own_home", kWindowTo, kMoveToHome);
  driver.finish({0});
  CHECK(driver.in_window("households.hotel") == Approx(110 / 365.0));
  CHECK(driver.in_window("households.hotel", kSingles) == Approx(10 / 365.0));
  CHECK(driver.in_window("arrivals") == Approx(1));
  CHECK(driver.in_window("homes") == Approx(1));
  CHECK(driver.in_window("moves.hotel.own_home", kFamilies) == Approx(1));
  CHECK(driver.in_window("cost.total") == Approx(110 * 100 / 12.0));
  CHECK(driver.in_window("cost_per_home") == Approx(110 * 100));
  CHECK(driver.value("homes") == Approx(1));  // three in three years
}

TEST_CASE("of a window that is a date, households are counted in the night that follows") {
  RecorderDriver driver = window_story(on(2013, 5, 3), on(2013, 5, 4));
  const StageId training = driver.stage("training");
  driver.recorder().units(kBegins, training, 10, 10);
  driver.arrives(kAnna, "hotel", on(2012, 6, 1));
  reaches(driver, on(2013, 5, 3));
  driver.moves(kAnna, "training", on(2013, 5, 3, 12), kMoveToTraining);
  driver.recorder().units(on(2013, 5, 3, 12), training, 10, 9);
  driver.arrives(kBo, "hotel", on(2013, 5, 3, 18));
  driver.arrives(kCarl, "hotel", on(2013, 5, 3, 23));
  reaches(driver, on(2013, 5, 4));
  driver.arrives(kDoris, "hotel", on(2013, 5, 4));  // at midnight: the next night
  driver.finish({0});
  CHECK(driver.in_window("households.hotel") == 2);
  CHECK(driver.in_window("households.acute", kSingles) == 1);
  CHECK(driver.in_window("households.training") == 1);
  CHECK(driver.in_window("vacancy.training") == Approx(0.9));
}

TEST_CASE("stays and episodes that have begun before a window are watched from its first day to its last") {
  RecorderDriver driver = window_story();
  driver.arrives(kAnna, "hotel", kWindowFrom - 100 * engine::kDay);
  driver.arrives(kDoris, "hotel", on(2012, 1, 2));
  driver.moves(kDoris, "own_home", on(2012, 1, 22), kMoveToHome);
  driver.record(EventKind::Gone, kDoris, on(2012, 1, 22));
  reaches(driver, kWindowFrom);
  driver.arrives(kBo, "hotel", kWindowFrom);
  driver.arrives(kCarl, "hotel", kWindowTo - 300 * engine::kDay);
  driver.moves(kBo, "own_home", kWindowFrom + 50 * engine::kDay, kMoveToHome);
  driver.moves(kAnna, "own_home", kWindowFrom + 100 * engine::kDay, kMoveToHome);
  driver.record(EventKind::Gone, kBo, kWindowFrom + 50 * engine::kDay);
  reaches(driver, kWindowTo);  // Anna is still followed: her home counts
  driver.moves(kCarl, "own_home", kWindowTo + 10 * engine::kDay, kMoveToHome);
  driver.finish({0});
  // At risk on day 50: Bo and Carl (Anna joins at the age of 100); on day 200: Anna and Carl; Carl stays on for 300.
  // The stay of 20 days was over before.
  CHECK(driver.in_window("stay.hotel.mean") == Approx(50 + 150 * 0.5 + 100 * 0.25));
  CHECK(driver.in_window("stay.hotel.p50") == 50);
  // Homes: one half of them at 50 days, one quarter at 200, of those who get one 2/3 and 1/3.
  CHECK(driver.in_window("days_to_home.mean") == Approx(50 * 2 / 3.0 + 200 / 3.0));
}

TEST_CASE("an episode whose home was lost within the window goes on in it") {
  RecorderDriver driver = window_story();
  driver.arrives(kAnna, "hotel", on(2012, 3, 1));
  driver.moves(kAnna, "own_home", on(2012, 6, 1), kMoveToHome);
  reaches(driver, kWindowFrom);
  driver.arrives(kBo, "hotel", on(2013, 1, 2));  // is there to the end: someone is watched from the first night on
  driver.relapses(kAnna, "hotel", on(2013, 3, 1));
  driver.moves(kAnna, "own_home", on(2013, 4, 1), kMoveToHome);
  reaches(driver, kWindowTo);
  driver.finish({0});
  CHECK(driver.in_window("days_to_home.mean") == Approx(396));  // 1 March 2012 to 1 April 2013
}

TEST_CASE("returns in a window are of the homes whose twelve months end in it") {
  RecorderDriver driver = window_story();
  for (const ClientId client : {kAnna, kBo, kCarl, kDoris}) driver.arrives(client, "hotel", on(2012, 1, 2));
  driver.moves(kAnna, "own_home", on(2012, 1, 10), kMoveToHome);  // back before the window
  driver.moves(kBo, "own_home", on(2012, 2, 1), kMoveToHome);     // back in it
  driver.moves(kCarl, "own_home", on(2012, 3, 1), kMoveToHome);
  driver.record(EventKind::Gone, kCarl, on(2012, 3, 1));  // not followed: does not come back
  driver.relapses(kAnna, "hotel", on(2012, 6, 1));
  reaches(driver, kWindowFrom);
  driver.relapses(kBo, "hotel", on(2013, 1, 15));
  driver.moves(kDoris, "own_home", on(2013, 2, 1), kMoveToHome);  // its twelve months end in 2014
  driver.relapses(kDoris, "hotel", on(2013, 3, 1));
  reaches(driver, kWindowTo);
  driver.finish({0});
  CHECK(driver.in_window("returns") == Approx(2 / 3.0));
  CHECK(driver.value("returns") == Approx(3 / 4.0));
}

TEST_CASE("turnover and vacancy of a window are of its own unit-days") {
  RecorderDriver driver = window_story();
  const StageId training = driver.stage("training");
  driver.recorder().units(kBegins, training, 40, 0);
  driver.lives(kAnna, "training", kBegins, kBegins);
  driver.moves(kAnna, "first_hand", on(2012, 7, 1), kMoveByTakeover);
  driver.recorder().units(on(2012, 12, 1), training, 80, 20);
  reaches(driver, kWindowFrom);
  driver.moves_in(kBo, "training", on(2013, 2, 1));
  driver.recorder().units(on(2013, 7, 2), training, 80, 40);  // after 182 of 365 days
  driver.moves(kBo, "lost", on(2013, 8, 1), kMoveByEviction);
  reaches(driver, kWindowTo);
  driver.finish({0});
  CHECK(driver.in_window("vacancy.training") == Approx((20 * 182 + 40 * 183) / (80 * 365.0)));
  CHECK(driver.in_window("turnover.training") == Approx(1 / (80 * 365 / 365.25)));
  CHECK(driver.in_window("turnover.training.takeovers") == 0);
}

TEST_CASE("queues, waits and hours go on from before a window") {
  RecorderDriver driver = window_story();
  driver.recorder().staff(kBegins, TeamId(0), 2, 40);
  driver.arrives(kAnna, "hotel", on(2012, 11, 1));
  driver.record(EventKind::Booked, kAnna, on(2012, 11, 1), 0);
  driver.arrives(kBo, "hotel", on(2012, 11, 1));
  driver.record(EventKind::Claimed, kBo, on(2012, 12, 1), driver.stage("training").index());
  driver.record(EventKind::Waits, kBo, on(2012, 12, 1), CauseTable(driver.settings()).pool(driver.stage("training")));
  reaches(driver, kWindowFrom, 1000);
  driver.record(EventKind::Taken, kAnna, on(2013, 1, 21), 0);
  driver.moves(kBo, "training", on(2013, 2, 10), kMoveToTraining);
  reaches(driver, kWindowTo, 1834);
  driver.finish({3000});
  CHECK(driver.in_window("waiting.search") == Approx(20 / 365.0));
  CHECK(driver.in_window("waiting.training") == Approx(40 / 365.0));
  CHECK(driver.in_window("utilisation.navigators") == Approx(834 / (365 / 7.0 * 40)));
  double waited = 0;
  for (const WaitingDays& lost : driver.result().windows[0].result.lost) waited += lost.days;
  CHECK(waited == Approx(40));
  CHECK(driver.in_window("cost.staff") == Approx(2 * 600'000 / 12.0));
}

TEST_CASE("tenants of a window live there when it begins or move in, and are judged at its end") {
  RecorderDriver driver = window_story();
  driver.moves_in(kAnna, "training", on(2012, 3, 1));  // stays on; her year ends in the window
  driver.moves_in(kBo, "training", on(2012, 4, 1));    // evicted in the window, after a year
  driver.moves_in(kCarl, "training", on(2012, 5, 1));  // evicted before it: only in the share of those with a year
  driver.moves(kCarl, "lost", on(2012, 9, 1), kMoveByEviction);
  driver.record(EventKind::Gone, kCarl, on(2012, 9, 1));
  reaches(driver, kWindowFrom);
  driver.moves(kBo, "lost", on(2013, 6, 1), kMoveByEviction);
  driver.moves_in(kDoris, "training", on(2013, 2, 1));  // evicted after it
  reaches(driver, kWindowTo);
  driver.moves(kDoris, "lost", on(2014, 6, 1), kMoveByEviction);
  driver.finish({0});
  CHECK(driver.in_window("retention.not_evicted") == Approx(2 / 3.0));
  CHECK(driver.in_window("retention.one_year") == Approx(2 / 3.0));
  CHECK(driver.value("retention.not_evicted") == Approx(1 / 4.0));
  CHECK(driver.value("retention.one_year") == Approx(3 / 4.0));
}

TEST_CASE("who has taken over the contract before a window is no tenant in it, though the year may end there") {
  RecorderDriver driver = window_story();
  driver.moves_in(kAnna, "training", on(2012, 3, 1));
  driver.moves(kAnna, "first_hand", on(2012, 9, 1), kMoveByTakeover);
  driver.moves_in(kBo, "training", on(2012, 10, 1));  // 18 months end after the window
  driver.moves(kBo, "first_hand", on(2012, 12, 1), kMoveByTakeover);
  driver.record(EventKind::Gone, kBo, on(2012, 12, 1));  // not followed: keeps the home
  reaches(driver, kWindowFrom);
  driver.relapses(kAnna, "hotel", on(2013, 4, 1));
  reaches(driver, kWindowTo);
  driver.finish({0});
  CHECK(std::isnan(driver.in_window("retention.not_evicted")));
  CHECK(driver.in_window("retention.one_year") == 1);  // both: 13 months, and kept
  CHECK(driver.in_window("retention.takeover_18_months") == 1);
  const auto& counts = driver.result().windows[0].result.counts[0];
  const MeasureTable table(driver.settings());
  CHECK(counts.at(*table.find("retention.takeover_18_months")).whole == 1);
  CHECK(counts.at(*table.find("retention.one_year")).whole == 2);
}

TEST_CASE("a window lies within the period, and its values are there when it is over") {
  CHECK_THROWS_AS(window_story(on(2011, 12, 31), kWindowTo), std::invalid_argument);
  CHECK_THROWS_AS(window_story(kWindowFrom, on(2015, 1, 2)), std::invalid_argument);
  RecorderDriver driver = window_story();
  CHECK(driver.recorder().stops() == std::vector<Time>{kWindowFrom, kWindowTo});
  CHECK_THROWS_AS(driver.finish({0}), std::logic_error);
}

TEST_CASE("only the families of the measures that are asked for have values in a window") {
  const Settings settings = windowed();
  const MeasureTable table(settings);
  const std::size_t vacancy = *table.find("vacancy.training");
  MeasureRecorder recorder(table, settings, kBegins, kEnds, {{kBegins, kWindowTo, {vacancy}}});
  CHECK(recorder.stops() == std::vector<Time>{kWindowTo});
  recorder.units(kBegins, StageId(1), 10, 5);
  recorder.reached(kWindowTo, {});
  recorder.finish(kEnds, {});
  const ReplicationResult result = recorder.result();
  REQUIRE(result.windows.size() == 1);
  CHECK(result.windows[0].result.values[0][vacancy] == Approx(0.5));
  CHECK(std::isnan(result.windows[0].result.values[0][*table.find("homes")]));
}

}  // namespace
}  // namespace trapphus::models
