// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "models/pathway/pathway.hpp"
#include "tests/models/build.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::everyone;
using build::exponential_days;
using build::fixed_days;
using build::per_year;
using build::uniform_days;

constexpr double kDaysAYear = 365.25;

const PathwayLimits::Flow& flow(const std::vector<PathwayLimits::Flow>& flows, const std::string& name) {
  for (const auto& one : flows) {
    if (one.name == name) return one;
  }
  throw std::invalid_argument(name);
}

/// 100 families a year come to the hotel.
Build begun() {
  Build b;
  b.group("families", 1, "hotel");
  b.group("families").arrivals = per_year(100);
  b.placement("hotel", 585);
  return b;
}

// The hotel: half of the families plan to move to training after an exponential stay of mean 100 days; all have offers
// of a home at 1/200 a day. With a plan: P(training first) = (1/100) / (1/100 + 1/200) = 2/3, mean stay 200/3 days.
// Without: home after 200 days. So P(hotel -> training) = 1/3, P(hotel -> home) = 2/3, mean stay 400/3 days.
// Training: home after exactly 300 days, unless lost before at 1/1000 a day: P(home) = exp(-0.3) = L, mean stay
// 1000 (1 - L) days; the others are back in the hotel. Visits: v = 1 + (1 - L) w, w = v / 3.
TEST_CASE("visits, times, flows and costs agree with an absorbing chain solved by hand") {
  Build b = begun();
  b.apartment("training", 50, 7000);
  b.exit("own_home");
  b.planned("hotel", "training", exponential_days(100), 0.5);
  b.offers("hotel", "own_home", kDaysAYear / 200);
  b.planned("training", "own_home", fixed_days(300));
  b.risk("training", "hotel", kDaysAYear / 1000);
  b.stage("training").turnaround = fixed_days(20);
  const PathwayLimits limits = pathway_limits(b.settings());

  const double kept = std::exp(-0.3);
  const double hotel = 1 / (1 - (1 - kept) / 3), training = hotel / 3;
  const double hotel_days = 400.0 / 3, training_days = 1000 * (1 - kept);
  CHECK(flow(limits.stages, "hotel").per_year == Approx(100 * hotel));
  CHECK(flow(limits.stages, "hotel").days == Approx(hotel_days));
  CHECK(flow(limits.stages, "hotel").occupancy == Approx(100 * hotel * hotel_days / kDaysAYear));
  CHECK(flow(limits.stages, "hotel").capacity == -1);
  CHECK(flow(limits.stages, "training").per_year == Approx(100 * training));
  CHECK(flow(limits.stages, "training").days == Approx(training_days));
  CHECK(flow(limits.stages, "training").capacity == Approx(50 * kDaysAYear / (training_days + 20)));
  CHECK(flow(limits.moves, "hotel -> own_home").per_year == Approx(100 * hotel * 2 / 3));
  CHECK(flow(limits.moves, "training -> hotel").per_year == Approx(100 * training * (1 - kept)));
  CHECK(limits.homes_per_year == Approx(100));

  REQUIRE(limits.expectations.size() == 1);
  CHECK(limits.expectations[0].group == "families");
  CHECK(limits.expectations[0].share_home == Approx(1));
  CHECK(limits.expectations[0].days_to_home == Approx(hotel * hotel_days + training * training_days));
  CHECK(limits.expectations[0].cost_to_exit ==
        Approx(hotel * hotel_days * 585 + training * training_days * 7000 * 12 / kDaysAYear));
}

TEST_CASE("days to a home are those of the households that get one") {
  Build b = begun();
  b.exit("own_home");
  b.exit("lost", false);
  // A fixed stay of 200 days against a loss of 1/500 a day: who gets a home took 200 days; share exp(-0.4).
  SECTION("fixed") {
    b.planned("hotel", "own_home", fixed_days(200));
    b.risk("hotel", "lost", kDaysAYear / 500);
    const auto found = pathway_limits(b.settings()).expectations[0];
    CHECK(found.share_home == Approx(std::exp(-0.4)));
    CHECK(found.days_to_home == Approx(200).epsilon(1e-5));
  }
  // Two exponential clocks: the time is the same whoever rings first, 1 / (1/100 + 1/300) = 75 days.
  SECTION("two clocks") {
    b.offers("hotel", "own_home", kDaysAYear / 100);
    b.risk("hotel", "lost", kDaysAYear / 300);
    const auto found = pathway_limits(b.settings()).expectations[0];
    CHECK(found.share_home == Approx(0.75));
    CHECK(found.days_to_home == Approx(75));
  }
  // Uniform on (0, 100) days and h = 1/100 a day: P(home) = (1 - e^-1) / 1; E[X e^(-hX)] = 100 (1 - 2/e) days.
  SECTION("uniform") {
    b.planned("hotel", "own_home", uniform_days(0, 100));
    b.risk("hotel", "lost", kDaysAYear / 100);
    const auto found = pathway_limits(b.settings()).expectations[0];
    CHECK(found.share_home == Approx(1 - std::exp(-1)));
    CHECK(found.days_to_home == Approx(100 * (1 - 2 * std::exp(-1)) / (1 - std::exp(-1))).epsilon(1e-5));
  }
}

TEST_CASE("the longest stay ends stays and waits") {
  Build b = begun();
  b.exit("own_home");
  b.exit("lost", false);
  b.exit("hostel", false);
  b.stage("hotel").at_most = std::chrono::days{50};
  b.stage("hotel").then = b.id("hostel");
  // Uniform on (0, 100): half go home, after 25 days on average; half leave at 50. Mean stay 37.5 days.
  SECTION("no risk") {
    b.planned("hotel", "own_home", uniform_days(0, 100));
    const PathwayLimits limits = pathway_limits(b.settings());
    CHECK(limits.expectations[0].share_home == Approx(0.5));
    CHECK(limits.expectations[0].days_to_home == Approx(25));
    CHECK(flow(limits.stages, "hotel").days == Approx(37.5));
    CHECK(flow(limits.stages, "hostel").per_year == Approx(50));
  }
  // With a loss of h = 1/100 a day: P(home) = 1 - e^(-1/2), P(hostel) = e^(-1/2) / 2, the rest is lost.
  SECTION("with a risk") {
    b.planned("hotel", "own_home", uniform_days(0, 100));
    b.risk("hotel", "lost", kDaysAYear / 100);
    const PathwayLimits limits = pathway_limits(b.settings());
    CHECK(flow(limits.stages, "own_home").per_year == Approx(100 * (1 - std::exp(-0.5))).epsilon(1e-6));
    CHECK(flow(limits.stages, "hostel").per_year == Approx(50 * std::exp(-0.5)).epsilon(1e-6));
    CHECK(flow(limits.stages, "lost").per_year == Approx(50 * std::exp(-0.5)).epsilon(1e-6));
  }
  // No plan: an exponential clock of mean 100 days, cut at 50. Mean stay 100 (1 - e^(-1/2)).
  SECTION("no plan") {
    b.offers("hotel", "own_home", kDaysAYear / 100);
    b.risk("hotel", "lost", 0);
    const PathwayLimits limits = pathway_limits(b.settings());
    CHECK(flow(limits.stages, "hotel").days == Approx(100 * (1 - std::exp(-0.5))));
    CHECK(limits.expectations[0].share_home == Approx(1 - std::exp(-0.5)));
  }
}

TEST_CASE("offers are open where somebody does the search work, and else those of who searches alone") {
  Build b = begun();
  b.exit("own_home");
  const TeamId navigators = b.team("navigators", 2);
  const ServiceId search = b.service("search", navigators, Distribution::constant(10));
  b.offers("hotel", "own_home", 2, 0.5, {search});
  CHECK(flow(pathway_limits(b.settings()).stages, "hotel").days == Approx(kDaysAYear / 2));
  b.team(navigators).fte = 0;
  CHECK(flow(pathway_limits(b.settings()).stages, "hotel").days == Approx(kDaysAYear / 0.5));
}

TEST_CASE("what a market's offer requires must be done by somebody") {
  Build b = begun();
  b.exit("own_home");
  b.exit("lost", false);
  b.risk("hotel", "lost", 1);
  b.offers("hotel", "own_home", 1).requirements = {
      b.service("debts", b.team("counsellor", 0), Distribution::constant(10))};
  const auto found = pathway_limits(b.settings()).expectations[0];
  CHECK(found.share_home == 0);
  CHECK(std::isnan(found.days_to_home));
}

TEST_CASE("households that come back within a year add to the flows") {
  Build b = begun();
  b.exit("own_home");
  b.planned("hotel", "own_home", fixed_days(90));
  // Hazard 0.4 a year, doubled for the first quarter: 0.4 (0.25 x 2 + 0.75) = 0.5, so 1 - e^(-1/2) come back each time.
  b.stage("own_home").relapse = Relapse{everyone(per_year(0.4)), 2, engine::kYear / 4, StageId()};
  const double stay_away = std::exp(-0.5);
  SECTION("to where the group enters") {
    CHECK(flow(pathway_limits(b.settings()).stages, "hotel").per_year == Approx(100 / stay_away));
  }
  SECTION("to a stage of their own") {
    b.placement("shelter", 550);
    b.planned("shelter", "own_home", fixed_days(30));
    b.stage("own_home").relapse->to = b.id("shelter");
    const PathwayLimits limits = pathway_limits(b.settings());
    CHECK(flow(limits.stages, "hotel").per_year == Approx(100));
    CHECK(flow(limits.stages, "shelter").per_year == Approx(100 * (1 / stay_away - 1)));
    CHECK(limits.expectations[0].days_to_home == Approx(90));
  }
}

TEST_CASE("a board sends its share elsewhere after half a week on average") {
  Build b = begun();
  b.exit("own_home");
  b.exit("elsewhere", false);
  b.planned("hotel", "own_home", fixed_days(100));
  Board& board = b.board("board", {"hotel"});
  board.diverts.resize(3);
  board.diverts[b.id("elsewhere").index()] = Share(0.2);
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(limits.expectations[0].share_home == Approx(0.8));
  CHECK(flow(limits.stages, "hotel").days == Approx(0.8 * 100 + 0.2 * 3.5));
  b.raw().boards[0].active = false;
  CHECK(pathway_limits(b.settings()).expectations[0].share_home == Approx(1));
}

TEST_CASE("of households at risk, only those arrive that become homeless without a visit, all of them have the visit") {
  Build b = begun();
  b.exit("own_home");
  b.planned("hotel", "own_home", fixed_days(90));
  const ServiceId visit = b.service("visit", b.team("drop_in", 1), Distribution::constant(2));
  b.group("families").at_risk = AtRisk{fixed_days(60), visit, Share(0.6), Share(0.3)};
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(flow(limits.stages, "hotel").per_year == Approx(60));
  CHECK(flow(limits.services, "visit").per_year == Approx(100));
}

TEST_CASE("a service's load counts each household once, or each stage that asks for it, and only who needs it") {
  Build b = begun();
  b.apartment("training", 50);
  b.exit("own_home");
  b.planned("hotel", "training", fixed_days(90), 0.5);
  b.planned("hotel", "own_home", fixed_days(90), 0.5);
  const TeamId team = b.team("counsellors", 1);
  const ServiceId course = b.service("course", team, Distribution::constant(4));
  const ServiceId debts = b.service("debts", team, Distribution::constant(9));
  b.planned("training", "own_home", fixed_days(300)).requirements = {debts};
  b.stage("hotel").services = {debts};
  b.service(debts).after = {course};
  SECTION("once") {
    CHECK(flow(pathway_limits(b.settings()).services, "debts").per_year == Approx(100));
  }
  SECTION("once, if only asked for later") {
    b.stage("hotel").services = {};
    CHECK(flow(pathway_limits(b.settings()).services, "debts").per_year == Approx(50));
    CHECK(flow(pathway_limits(b.settings()).services, "course").per_year == Approx(50));
  }
  SECTION("in every stage") {
    b.service(debts).repeat = Repeat::Stage;
    CHECK(flow(pathway_limits(b.settings()).services, "debts").per_year == Approx(150));
  }
  SECTION("who needs it") {
    const AttributeId has_debts = b.attribute("debts");
    b.has("families", has_debts, 0.3);
    b.service(debts).only_if = {{has_debts, true}};
    CHECK(flow(pathway_limits(b.settings()).services, "debts").per_year == Approx(30));
  }
  SECTION("who is reached, unless a board books all of them") {
    b.service(debts).reached = everyone(Share(0.4));
    CHECK(flow(pathway_limits(b.settings()).services, "debts").per_year == Approx(40));
    b.board("board", {"hotel"}).books = {debts};
    CHECK(flow(pathway_limits(b.settings()).services, "debts").per_year == Approx(100));
  }
  SECTION("who is reached in a stage, of whom those who are reached with difficulty are part elsewhere") {
    b.service(debts).reached = everyone(Share(0.2));  // all come to the hotel, half of them to training
    b.service(debts).reached_in.assign(4, std::nullopt);
    b.service(debts).reached_in[b.id("training").index()] = Share(0.4);
    CHECK(flow(pathway_limits(b.settings()).services, "debts").per_year == Approx(20 + (40 - 20) * 0.5));
  }
  SECTION("who is reached in each stage, by the visits there") {
    b.service(debts).repeat = Repeat::Stage;  // 100 visits to the hotel, 50 to training
    b.service(debts).reached_in.assign(4, std::nullopt);
    b.service(debts).reached_in[b.id("training").index()] = Share(0.4);
    CHECK(flow(pathway_limits(b.settings()).services, "debts").per_year == Approx(100 + 0.4 * 50));
  }
}

TEST_CASE("moves only for some attributes split the households") {
  Build b = begun();
  b.exit("own_home");
  b.exit("supported", false);
  const AttributeId debts = b.attribute("debts");
  b.has("families", debts, 0.3);
  b.planned("hotel", "supported", fixed_days(10)).only_if = {{debts, true}};
  b.planned("hotel", "own_home", fixed_days(110)).only_if = {{debts, false}};
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(limits.expectations[0].share_home == Approx(0.7));
  CHECK(limits.expectations[0].days_to_home == Approx(110));
  CHECK(flow(limits.stages, "hotel").days == Approx(0.3 * 10 + 0.7 * 110));
}

TEST_CASE("a plan that can never be carried out never ends its stay") {
  Build b = begun();
  b.exit("own_home");
  b.planned("hotel", "own_home", fixed_days(10)).requirements = {
      b.service("debts", b.team("counsellor", 0), Distribution::constant(10))};
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(std::isinf(flow(limits.stages, "hotel").days));
  CHECK(std::isinf(limits.expectations[0].cost_to_exit));
  CHECK(limits.homes_per_year == 0);
  CHECK(limits.greatest_homes_per_year == 0);
  CHECK(limits.bottleneck == std::vector<std::string>{"service debts (0 FTE of counsellor)"});
}

TEST_CASE("households that only go round never get a home, and the analysis still ends") {
  Build b = begun();
  b.placement("shelter");
  b.exit("own_home");
  b.planned("hotel", "shelter", fixed_days(10));
  b.planned("shelter", "hotel", fixed_days(10));
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(limits.expectations[0].share_home == 0);
  CHECK(std::isinf(flow(limits.stages, "hotel").days));
}

TEST_CASE("costs a day: forms by their mix, rents, income support and fees, whatever they are asked for") {
  Build b = begun();
  b.apartment("training", 5, 7305);  // 7305 x 12 / 365.25 = 240 a day
  b.waiting("friends");
  b.exit("own_home");
  b.planned("hotel", "training", fixed_days(10));
  b.planned("training", "friends", fixed_days(10));
  b.planned("friends", "own_home", fixed_days(10));
  b.stage("hotel").forms = {{"dear", {}, everyone(build::a_day(1500)), everyone(Share(0.25))},
                            {"cheap", {}, everyone(Price{Money::kronor(3500), Per::Week}), everyone(Share(0.75))}};
  b.stage("training").fee = Price{Money::kronor(36'525), Per::Year};  // 100 a day
  b.stage("friends").income_support = build::a_day(70);
  const double expected = 10 * (0.25 * 1500 + 0.75 * 500) + 10 * (240 - 100) + 10 * 70;
  CHECK(pathway_limits(b.settings()).expectations[0].cost_to_exit == Approx(expected));
}

TEST_CASE("a group that nobody joins begins where it lives") {
  Build b = begun();
  b.group("tenants", 0);
  b.group("strangers", 0);
  b.apartment("training", 10);
  b.exit("own_home");
  b.planned("hotel", "own_home", fixed_days(20));
  b.planned("training", "own_home", fixed_days(300));
  b.initial("training", "tenants", 8);
  const PathwayLimits limits = pathway_limits(b.settings());
  REQUIRE(limits.expectations.size() == 2);
  CHECK(limits.expectations[1].group == "tenants");
  CHECK(limits.expectations[1].days_to_home == Approx(300));
  CHECK(flow(limits.stages, "training").per_year == 0);
  CHECK(flow(limits.stages, "training").days == Approx(300));
  CHECK(flow(limits.stages, "training").capacity == Approx(10 * kDaysAYear / 300));
}

// 10 units, a stay of 100 days: 36.525 households a year; of 6 units 21.915.
TEST_CASE("units that are reserved for a group that never comes are no capacity") {
  Build b = begun();
  b.group("students", 0);
  b.apartment("training", 10);
  b.exit("own_home");
  b.planned("hotel", "training", fixed_days(90));
  b.planned("training", "own_home", fixed_days(100));
  Settings settings = b.settings();
  CHECK(pathway_limits(settings).greatest_homes_per_year == Approx(3.6525 * 10));
  settings.stages[1].reserved = PerGroup<int>(std::vector{0, 4});
  PathwayLimits limits = pathway_limits(settings);
  CHECK(limits.greatest_homes_per_year == Approx(3.6525 * 6));
  CHECK(flow(limits.stages, "training").capacity == Approx(3.6525 * 6));
  CHECK(limits.bottleneck ==
        std::vector<std::string>{"stage training (10 units, 4 of them reserved for groups that never come)"});
  // Those of a group that comes are lived in.
  settings.stages[1].reserved = PerGroup<int>(std::vector{4, 0});
  CHECK(pathway_limits(settings).greatest_homes_per_year == Approx(3.6525 * 10));
}

TEST_CASE("where nothing limits, the greatest flow is infinite and has no bottleneck") {
  Build b = begun();
  b.exit("own_home");
  b.planned("hotel", "own_home", fixed_days(90));
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(std::isinf(limits.greatest_homes_per_year));
  CHECK(limits.bottleneck.empty());
}

// Two ways from the hotel to a home: by training, 10 units of a year each, so 10 a year; and by search work of 10 h a
// household: 1 FTE x 24 h a week x 365.25/7 weeks x 90 % = 1127 h, so 112.7 a year. The cut is both.
TEST_CASE("the greatest flow is the smallest cut, worked out by hand") {
  Build b = begun();
  b.apartment("training", 10);
  b.exit("own_home");
  const TeamId navigators = b.team("navigators", 1);
  b.team(navigators).absence = 0.1;
  const ServiceId search = b.service("search", navigators, Distribution::constant(10));
  b.planned("hotel", "training", fixed_days(90), 0.5);
  b.offers("hotel", "own_home", 1, 0, {search});
  b.planned("training", "own_home", fixed_days(kDaysAYear));
  const double searched = 24 * kDaysAYear / 7 * 0.9 / 10;
  SECTION("both limit") {
    const PathwayLimits limits = pathway_limits(b.settings());
    CHECK(limits.greatest_homes_per_year == Approx(10 + searched));
    CHECK(limits.bottleneck ==
          std::vector<std::string>{"stage training (10 units)", "service search (1 FTE of navigators)"});
    CHECK(flow(limits.services, "search").capacity == Approx(searched));
  }
  SECTION("a caseload of 1 case, each taking 5 weeks at 2 h a week") {
    b.team(navigators).caseload = 1;
    CHECK(pathway_limits(b.settings()).greatest_homes_per_year == Approx(10 + kDaysAYear / 7 / 5));
  }
  SECTION("if only half of the households need it, twice as many can pass") {
    const AttributeId attribute = b.attribute("needs");
    b.has("families", attribute, 0.5);
    b.service(search).only_if = {{attribute, true}};
    CHECK(pathway_limits(b.settings()).greatest_homes_per_year == Approx(10 + 2 * searched));
  }
  SECTION("those who search alone add what the households in the hotel find") {
    b.raw().moves[1].alone = everyone(per_year(0.2));
    const PathwayLimits limits = pathway_limits(b.settings());
    const double alone = 0.2 * flow(limits.stages, "hotel").occupancy;
    CHECK(limits.greatest_homes_per_year == Approx(10 + searched + alone));
    REQUIRE(limits.bottleneck.size() == 3);
    CHECK(limits.bottleneck.back() == "offers to those who search alone, hotel -> own_home");
    using Narrow = PathwayLimits::Narrow;
    CHECK(limits.narrow == std::vector<Narrow>{{Narrow::Kind::Units, "training", "", 10},
                                               {Narrow::Kind::Service, "search", "navigators", 1},
                                               {Narrow::Kind::SearchAlone, "hotel", "own_home", 0}});
  }
  SECTION("a narrow place before a wide one is the bottleneck") {
    b.placement("shelter", 550);
    b.stage("shelter").units = 4;
    b.group("families").enters = {};
    Settings settings = b.settings();
    settings.groups[0].enters.assign(4, Share());
    settings.groups[0].enters[3] = Share(1);
    Move move = settings.moves[0];
    move.from = StageId(3);
    move.to = StageId(0);
    move.share = everyone(Share(1));
    move.stay = everyone(fixed_days(36.525));
    settings.moves.push_back(move);
    const PathwayLimits limits = pathway_limits(settings);
    CHECK(limits.greatest_homes_per_year == Approx(40));
    CHECK(limits.bottleneck == std::vector<std::string>{"stage shelter (4 beds)"});
  }
}

// Of 10 apartments of a year each a tenth of the tenants get a home: one a year, and all that leave are ten.
TEST_CASE("households are not sent past the shares of their plan") {
  Build b = begun();
  b.apartment("training", 10);
  b.exit("own_home");
  b.exit("lost", false);
  b.planned("hotel", "training", fixed_days(30));
  b.planned("training", "own_home", fixed_days(kDaysAYear), 0.1);
  b.planned("training", "lost", fixed_days(kDaysAYear), 0.9);
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(limits.greatest_homes_per_year == Approx(1));
  CHECK(limits.bottleneck == std::vector<std::string>{"stage training (10 units)"});
}

// Half of those in 100 apartments of a year wait for one of 10 that serve 10 a year, and keep their apartment while
// they wait: no more than 20 a year pass, half of them each way.
TEST_CASE("who waits for a full stage holds back those with another plan, where units are few") {
  Build b = begun();
  b.apartment("training", 100);
  b.apartment("trial", 10);
  b.exit("own_home");
  b.planned("hotel", "training", fixed_days(30));
  b.planned("training", "trial", fixed_days(kDaysAYear), 0.5);
  b.planned("training", "own_home", fixed_days(kDaysAYear), 0.5);
  b.planned("trial", "own_home", fixed_days(kDaysAYear));
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(limits.greatest_homes_per_year == Approx(20));
  CHECK(limits.bottleneck == std::vector<std::string>{"stage trial (10 units)"});
}

// In a hotel without a limit the queue for the apartments keeps nobody else from a home.
TEST_CASE("who waits where there is room for all holds back nobody") {
  Build b = begun();
  b.apartment("training", 10);
  b.exit("own_home");
  b.planned("hotel", "training", fixed_days(30), 0.5);
  b.planned("hotel", "own_home", fixed_days(30), 0.5);
  b.planned("training", "own_home", fixed_days(kDaysAYear));
  CHECK(std::isinf(pathway_limits(b.settings()).greatest_homes_per_year));
}

// 12 beds of 0.1 years let 120 a year in; the others find it full, and those that are turned away get no home.
TEST_CASE("who finds a stage full goes past it") {
  Build b = begun();
  b.placement("shelter", 400);
  b.stage("shelter").units = 12;
  b.exit("own_home");
  b.exit("away", false);
  b.stage("shelter").when_full = b.id("away");
  b.planned("hotel", "shelter", fixed_days(1));
  b.planned("shelter", "own_home", fixed_days(kDaysAYear / 10));
  CHECK(pathway_limits(b.settings()).greatest_homes_per_year == Approx(120));
}

// Ready for offers after 100 days, then one comes at 1/100 a day: 200 days on average, as at an even 1/200 a day.
TEST_CASE("offers that come only when a household is ready count with their mean time") {
  Build b = begun();
  b.exit("own_home");
  b.offers("hotel", "own_home", kDaysAYear / 100);
  b.stage("hotel").ready_after = everyone(fixed_days(100));
  CHECK(flow(pathway_limits(b.settings()).stages, "hotel").days == Approx(200));
}

TEST_CASE("takeovers are limited by allotments, not by the units that they take away") {
  Build b = begun();
  b.apartment("trial", 30);
  b.exit("first_hand", true, true);
  b.planned("hotel", "trial", fixed_days(30));
  b.planned("trial", "first_hand", fixed_days(kDaysAYear)).takeover = true;
  b.stage("trial").allotted = per_year(5);
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(flow(limits.stages, "trial").capacity == Approx(30));
  CHECK(limits.greatest_homes_per_year == Approx(5));
  CHECK(limits.bottleneck == std::vector<std::string>{"takeovers from stage trial (5 units allotted a year)"});
  REQUIRE(limits.narrow.size() == 1);
  CHECK(limits.narrow[0].kind == PathwayLimits::Narrow::Kind::Allotments);
  CHECK((limits.narrow[0].name == "trial" && limits.narrow[0].amount == Approx(5)));
  // Where the landlord gives another unit for each, only the units limit.
  b.stage("trial").replaced_after = engine::kDay;
  const PathwayLimits replaced = pathway_limits(b.settings());
  CHECK(replaced.greatest_homes_per_year == Approx(30));
  CHECK(replaced.bottleneck == std::vector<std::string>{"stage trial (30 units)"});
}

TEST_CASE("support that a household waits for limits a stage by its caseload places") {
  Build b = begun();
  b.waiting("hostel");
  b.exit("own_home");
  const TeamId coaches = b.team("coaches", 2, 24, 5);
  b.stage("hostel").support = Support{coaches, 1, 1, Admission::Wait};
  b.planned("hotel", "hostel", fixed_days(30));
  b.planned("hostel", "own_home", fixed_days(kDaysAYear / 2));
  const PathwayLimits limits = pathway_limits(b.settings());
  CHECK(flow(limits.stages, "hostel").capacity == Approx(20));
  CHECK(limits.bottleneck == std::vector<std::string>{"support in stage hostel"});
  CHECK(limits.narrow == std::vector<PathwayLimits::Narrow>{{PathwayLimits::Narrow::Kind::Support, "hostel", "", 0}});
  b.stage("hostel").support->admission = Admission::Without;
  CHECK(flow(pathway_limits(b.settings()).stages, "hostel").capacity == -1);
}

TEST_CASE("longest stays, boards and risks carry households to a home as well") {
  Build b = begun();
  for (const char* name : {"shelter", "hostel", "lodging"}) b.placement(name, 400);
  b.exit("own_home");
  for (const char* name : {"shelter", "hostel", "lodging"}) {
    b.stage(name).units = 1;
    b.planned(name, "own_home", fixed_days(kDaysAYear));
  }
  b.stage("hotel").at_most = engine::kMonth;
  b.stage("hotel").then = b.id("shelter");
  b.risk("hotel", "hostel", 1);
  Board& board = b.board("board", {"hotel"});
  board.diverts.resize(5);
  board.diverts[b.id("lodging").index()] = Share(0.2);
  CHECK(pathway_limits(b.settings()).greatest_homes_per_year == Approx(3));
}

}  // namespace
}  // namespace trapphus::models
