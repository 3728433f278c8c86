// SPDX-License-Identifier: MIT
#include "models/counts/tenancies.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "models/runs/aggregate.hpp"
#include "models/runs/run.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/recorder_driver.hpp"
#include "tests/models/witness.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::on;
using build::RecorderDriver;
using engine::Proportion;

constexpr GroupId kWomen(0), kMen(1);
constexpr ClientId kAda{kWomen, 0}, kBeata{kWomen, 1}, kCesar{kMen, 0}, kDan{kMen, 1}, kErik{kMen, 2};

const Time kTenanciesFrom = on(2014, 1, 1), kTenanciesTo = on(2020, 1, 1);

// Places in the list of moves.
constexpr std::size_t kTakeoverMove = 0, kAgreedMove = 1, kOwnHomeMove = 2, kAbandonsMove = 3, kNoticeMove = 4,
                      kEvictedMove = 5, kTreatmentMove = 6, kDiesMove = 7, kChangesMove = 8, kFriendsMove = 9;

/// Apartments of two landlords; all ways in which a tenancy ends.
Build homes() {
  Build b;
  b.group("women", 0.1, "street");
  b.group("men", 0.1, "street");
  b.placement("street", 0);
  b.apartment("flat", 10, 6000);
  b.apartment("other_flat", 10, 6000);
  b.exit("contract", true, true);
  b.exit("own_home");
  b.exit("friends", false);
  b.exit("institution", false);
  b.exit("dead", false);
  b.stage("flat").tenancy = true;
  b.stage("other_flat").tenancy = true;
  b.planned("flat", "contract", build::fixed_days(550)).takeover = true;
  b.planned("flat", "own_home", build::fixed_days(550));
  b.offers("flat", "own_home", 0.1);
  b.risk("flat", "street", 0.1);
  b.risk("flat", "street", 0.1).ending = Ending::Notice;
  b.risk("flat", "street", 0.1).ending = Ending::Eviction;
  b.risk("flat", "institution", 0.1).ending = Ending::Institution;
  b.risk("flat", "dead", 0.1).ending = Ending::Deceased;
  b.risk("flat", "other_flat", 0.1);
  b.offers("flat", "friends", 0.1);
  return b;
}

RecorderDriver tenancy_story() {
  return {homes().settings(), kTenanciesFrom, kTenanciesTo};
}

/// By definition: part and whole.
Proportion counted(const RecorderDriver& driver, Retention definition, GroupId group = {}) {
  const MeasureTable table(driver.settings());
  const std::size_t row = group.valid() ? 1 + group.index() : 0;
  return driver.result().counts.at(row).at(*table.find(definition_of(definition).measure));
}

/// All definitions at once, of one tenant that moved in on 2015-01-01.
struct Expected {
  int notice, evicted, year, takeover, closed, stays, lives, balance, kept, unplanned;  // -1: not in the denominator
};
void check(const RecorderDriver& driver, const Expected& expected) {
  const int parts[] = {expected.notice, expected.evicted, expected.year,    expected.takeover, expected.closed,
                       expected.stays,  expected.lives,   expected.balance, expected.kept,     expected.unplanned};
  for (std::size_t i = 0; i < kRetentions; ++i) {
    INFO(retention_definitions()[i].measure);
    const Proportion one = counted(driver, static_cast<Retention>(i));
    CHECK(one.whole == (parts[i] < 0 ? 0 : 1));
    CHECK(one.part == std::max(parts[i], 0));
  }
}

/// Ada moves in on 2015-01-01, and on by this move.
void ada_leaves(RecorderDriver& driver, std::size_t move, const std::string& to, Time when) {
  driver.arrives(kAda, "street", on(2014, 12, 1));
  driver.moves(kAda, "flat", on(2015, 1, 1));
  driver.moves(kAda, to, when, move);
}

}  // namespace

TEST_CASE("each way out of a tenancy counts by every definition as its team would count it") {
  const Time when = on(2015, 9, 1);  // within the first year
  RecorderDriver driver = tenancy_story();
  const auto leaves = [&](std::size_t move, const std::string& to, const Expected& expected) {
    ada_leaves(driver, move, to, when);
    driver.finish();
    check(driver, expected);
  };
  SECTION("still there") {
    driver.arrives(kAda, "flat", on(2015, 1, 1));
    driver.finish();
    check(driver, {1, 1, 1, 0, -1, 1, 1, 1, 1, 0});
  }
  SECTION("takeover: lives on in the same apartment") {
    leaves(kTakeoverMove, "contract", {1, 1, 1, 1, 1, 1, 1, 1, 1, 0});
  }
  SECTION("planned, to a home of its own") {
    leaves(kAgreedMove, "own_home", {1, 1, 0, 0, 0, 0, 0, 0, 1, 0});
  }
  SECTION("its own effort, to a home of its own") {
    leaves(kOwnHomeMove, "own_home", {1, 1, 0, 0, 0, 1, 0, 0, 1, 0});
  }
  SECTION("its own effort, to friends: no home of its own") {
    leaves(kFriendsMove, "friends", {1, 1, 0, 0, 0, 1, 0, 0, 0, 0});
  }
  SECTION("abandoned") {
    leaves(kAbandonsMove, "street", {1, 1, 0, 0, 0, 0, 0, 0, 0, 1});
  }
  SECTION("given notice") {
    leaves(kNoticeMove, "street", {0, 1, 0, 0, 0, 0, 0, 0, 0, 1});
  }
  SECTION("evicted") {
    leaves(kEvictedMove, "street", {0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  }
  SECTION("institution") {
    leaves(kTreatmentMove, "institution", {1, 1, 0, 0, 0, 0, 0, 0, 0, 0});
  }
  SECTION("deceased") {
    leaves(kDiesMove, "dead", {1, 1, 0, 0, 0, 1, 0, 0, 1, 0});
  }
  SECTION("sent elsewhere by a board or the longest stay: planned") {
    leaves(kNoSubject, "street", {1, 1, 0, 0, 0, 0, 0, 0, 0, 0});
  }
}

TEST_CASE("a contract taken over and lost again ends the life there, unplanned, but is no move-out of the team's") {
  RecorderDriver driver = tenancy_story();
  ada_leaves(driver, kTakeoverMove, "contract", on(2015, 9, 1));
  driver.relapses(kAda, "street", on(2015, 12, 1));
  driver.finish();
  check(driver, {1, 1, 0, 1, 1, 1, 0, 1, 0, 1});
}

TEST_CASE("another home of its own that is lost again is no home kept") {
  RecorderDriver driver = tenancy_story();
  ada_leaves(driver, kOwnHomeMove, "own_home", on(2016, 9, 1));
  driver.relapses(kAda, "street", on(2016, 12, 1));
  driver.finish();
  check(driver, {1, 1, 1, 0, 0, 1, 0, 0, 0, 0});
}

TEST_CASE("who is not homeless again while it is followed keeps its home") {
  RecorderDriver driver = tenancy_story();
  ada_leaves(driver, kTakeoverMove, "contract", on(2015, 9, 1));
  driver.record(EventKind::Gone, kAda, on(2016, 9, 1));
  driver.finish();
  check(driver, {1, 1, 1, 1, 1, 1, 1, 1, 1, 0});
}

TEST_CASE("another apartment is the same tenancy, but begins the year anew") {
  RecorderDriver driver = tenancy_story();
  driver.arrives(kAda, "flat", on(2018, 11, 1));
  driver.moves(kAda, "other_flat", on(2019, 5, 1), kChangesMove);
  driver.finish();
  check(driver, {1, 1, 0, -1, -1, 1, 1, 1, 1, 0});
  RecorderDriver long_ago = tenancy_story();
  ada_leaves(long_ago, kChangesMove, "other_flat", on(2015, 9, 1));
  long_ago.finish();
  check(long_ago, {1, 1, 1, 0, -1, 1, 1, 1, 1, 0});
}

TEST_CASE("a takeover into a stage where the tenant is followed on is no change of apartment") {
  Build b = homes();
  b.planned("flat", "other_flat", build::fixed_days(550)).takeover = true;
  RecorderDriver driver(b.settings(), kTenanciesFrom, kTenanciesTo);
  driver.arrives(kAda, "flat", on(2018, 10, 1));
  driver.moves(kAda, "other_flat", on(2019, 5, 1), kFriendsMove + 1);
  driver.finish();
  check(driver, {1, 1, 1, -1, 1, 1, 1, 1, 1, 0});
}

TEST_CASE("who moved in less than a year, or 18 months, before the end is left out where that is the measure") {
  RecorderDriver driver = tenancy_story();
  driver.arrives(kAda, "flat", on(2019, 2, 1));
  driver.finish();
  check(driver, {1, 1, -1, -1, -1, 1, 1, 1, 1, 0});
}

TEST_CASE("who lives there when the period begins is a tenant since it moved in") {
  RecorderDriver driver = tenancy_story();
  driver.lives(kAda, "flat", kTenanciesFrom, on(2013, 3, 1));
  driver.moves(kAda, "street", on(2014, 3, 2), kAbandonsMove);
  driver.finish();
  check(driver, {1, 1, 1, 0, 0, 0, 0, 0, 0, 1});
}

TEST_CASE("a household that gets another tenancy after losing one is a new tenant") {
  RecorderDriver driver = tenancy_story();
  ada_leaves(driver, kNoticeMove, "street", on(2015, 9, 1));
  driver.moves(kAda, "flat", on(2016, 1, 1));
  driver.finish();
  CHECK(counted(driver, Retention::NotGivenNotice) == Proportion{1, 2});
  CHECK(counted(driver, Retention::SinceMoveIn) == Proportion{1, 2});
}

TEST_CASE("what happens at the end of the period or later does not count") {
  RecorderDriver driver = tenancy_story();
  driver.arrives(kAda, "flat", on(2015, 1, 1));
  driver.moves(kAda, "street", kTenanciesTo, kEvictedMove);
  driver.arrives(kBeata, "flat", kTenanciesTo);
  driver.finish();
  check(driver, {1, 1, 1, 0, -1, 1, 1, 1, 1, 0});
}

TEST_CASE("retention is told by group, and is not defined where nobody is in the denominator") {
  RecorderDriver driver = tenancy_story();
  driver.arrives(kAda, "flat", on(2015, 1, 1));
  driver.arrives(kCesar, "flat", on(2015, 1, 1));
  driver.arrives(kDan, "flat", on(2016, 1, 1));
  driver.moves(kDan, "street", on(2017, 5, 1), kEvictedMove);
  driver.finish();
  CHECK(driver.value("retention.not_evicted") == Approx(2.0 / 3));
  CHECK(driver.value("retention.not_evicted", kWomen) == 1);
  CHECK(driver.value("retention.not_evicted", kMen) == 0.5);
  CHECK(counted(driver, Retention::NotEvicted, kMen) == Proportion{1, 2});
  CHECK(std::isnan(driver.value("retention.closed_first_hand", kWomen)));
  CHECK(driver.value("retention.closed_first_hand", kMen) == 0);
  CHECK(driver.value("unplanned_endings") == Approx(1.0 / 3));
}

TEST_CASE("a staircase without tenancies measures no retention") {
  Build b = homes();
  b.stage("flat").tenancy = b.stage("other_flat").tenancy = false;
  CHECK_FALSE(MeasureTable(b.settings()).find("retention.one_year"));
  CHECK_FALSE(MeasureTable(b.settings()).find("unplanned_endings"));
}

TEST_CASE("simulated tenants stay, leave and are evicted as often as theory says") {
  // Tenants move in by a Poisson stream, at any time of T = 4 years equally likely, and leave by hazards a year: 0.15
  // evicted, 0.1 by their own effort, 0.2 taking over. With all three L = 0.45:
  //   an ending of hazard h has come by the end with probability h / L (1 - (1 - exp(-L T)) / (L T));
  //   one year in the same apartment, of those in time for it: not gone within it but by a takeover.
  Build b;
  b.group("people", 1.5, "flat");
  b.apartment("flat", 2000);
  b.exit("contract", true, true);
  b.exit("own_home");
  b.exit("street", false);
  b.stage("flat").tenancy = true;
  b.risk("flat", "street", 0.15).ending = Ending::Eviction;
  b.offers("flat", "own_home", 0.1);
  b.offers("flat", "contract", 0.2).takeover = true;
  Scenario scenario;
  scenario.from = build::kSunday;
  scenario.to = build::kSunday + 4 * engine::kYear;
  scenario.replications = 20;
  scenario.precision_measure = "homes";
  scenario.alternatives = {build::alternative_of(b.settings())};
  RunOptions options;
  options.check = CheckChoice::Off;
  const Results results = run(scenario, options);
  const auto pooled = [&](Retention definition) {
    const MeasureTable table(scenario);
    return results.alternatives[0].all.counts.at(*table.find(definition_of(definition).measure));
  };
  const auto agrees = [&](Retention definition, double theory) {
    const Counted counted = pooled(definition);
    const auto whole = static_cast<double>(counted.whole);
    INFO(definition_of(definition).measure << " " << counted.part << " of " << counted.whole);
    CHECK(std::abs(static_cast<double>(counted.part) / whole - theory) <
          3.5 * std::sqrt(theory * (1 - theory) / whole));
  };
  const double all = 0.45, length = 4;
  const double gone = 1 - (1 - std::exp(-all * length)) / (all * length);
  agrees(Retention::NotEvicted, 1 - 0.15 / all * gone);
  agrees(Retention::StaysOrMovesOn, 1 - 0.15 / all * gone);
  agrees(Retention::SinceMoveIn, 1 - 0.25 / all * gone);
  agrees(Retention::MoveBalance, 1 - 0.25 / all * gone);
  agrees(Retention::UnplannedEndings, 0.15 / all * gone);
  agrees(Retention::ClosedFirstHand, 0.2 / all);
  agrees(Retention::OneYear, 1 - 0.25 / all * (1 - std::exp(-all)));
  // Of those with 18 months behind them, by the end: the time since is uniform from 1.5 to 4 years.
  const double mean_left = (std::exp(-all * 1.5) - std::exp(-all * 4)) / (all * 2.5);
  agrees(Retention::Takeover18Months, 0.2 / all * (1 - mean_left));
}

TEST_CASE("a team that keeps all of its four tenants does not come out as certain") {
  Build b;
  b.group("people", 5, "flat");
  b.apartment("flat", 4);
  b.exit("street", false);
  b.stage("flat").tenancy = true;
  b.risk("flat", "street", 1e-9).ending = Ending::Eviction;
  Scenario scenario;
  scenario.from = build::kSunday;
  scenario.to = build::kSunday + engine::kYear;
  scenario.replications = 30;
  scenario.precision_measure = "homes";
  scenario.alternatives = {build::alternative_of(b.settings())};
  Observation observed{"retention.not_evicted", {}, scenario.from, scenario.to, 1.0, {}, "", "the team", {}};
  scenario.observations = {observed};
  RunOptions options;
  options.check = CheckChoice::Off;
  const Results results = run(scenario, options);
  const std::size_t place = *MeasureTable(scenario).find("retention.not_evicted");
  const Estimate& mean = results.alternatives[0].all.values[place];
  CHECK(mean.mean == 1);
  CHECK(mean.low < 0.95);
  CHECK(mean.high == 1);
  const Counted& counted = results.alternatives[0].all.counts.at(place);
  CHECK(counted.of == 4);
  CHECK(counted.part == 120);
  CHECK(counted.low == 0.75);
  CHECK(results.observations[0].low == 0.75);
  CHECK(results.observations[0].simulated == 1);
  // 30 trials, all kept: beta-binomial of 12 with a = 30.5, b = 0.5 has P(X <= 9) = 0.0066, P(X <= 10) = 0.0315.
  scenario.observations[0].of = 12;
  CHECK(run(scenario, options).observations[0].low == Approx(10.0 / 12));
}

}  // namespace trapphus::models
