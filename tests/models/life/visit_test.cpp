// SPDX-License-Identifier: MIT
#include "models/life/visit.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

constexpr double kAtOnce = 0.1;       // days
constexpr double kCertain = 1e7;      // a year: it happens within minutes
constexpr double kNegligible = 1e-9;  // a year

/// A hotel from which all go to the home after a week.
Build hotel_and_home() {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel", 500);
  b.exit("home");
  return b;
}

}  // namespace

TEST_CASE("a planned move is made when its stay is over") {
  Build b = hotel_and_home();
  b.planned("hotel", "home", fixed_days(7));
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 30);
  REQUIRE(w.first(EventKind::Ready) == 7);
  REQUIRE(w.enters("home", 0) == 7);
}

TEST_CASE("planned moves are drawn by their shares") {
  Build b = hotel_and_home();
  b.exit("elsewhere", false);
  b.exit("third", false);
  b.planned("hotel", "home", fixed_days(1), 0.2);
  b.planned("hotel", "elsewhere", fixed_days(1), 0.5);
  b.planned("hotel", "third", fixed_days(1), 0.3);
  constexpr int kHouseholds = 4000;
  just_came(b, "hotel", "singles", kHouseholds);
  const Witness w(b.settings(), 3);
  const auto off = [&](const char* exit, double share) {
    return std::abs(static_cast<double>(w.count(EventKind::Entered, exit)) - share * kHouseholds);
  };
  // Binomial counts: standard error sqrt(n p (1 - p)).
  REQUIRE(off("home", 0.2) < 3.5 * std::sqrt(kHouseholds * 0.16));
  REQUIRE(off("elsewhere", 0.5) < 3.5 * std::sqrt(kHouseholds * 0.25));
  REQUIRE(off("third", 0.3) < 3.5 * std::sqrt(kHouseholds * 0.21));
}

TEST_CASE("a move is not for groups that it does not allow, nor for households without its conditions") {
  Build b = hotel_and_home();
  b.group("families", 0, "hotel");
  const auto debts = b.attribute("debts");
  b.has("families", debts, 1);
  b.exit("elsewhere", false);
  b.planned("hotel", "home", fixed_days(1)).only_if = {{debts, false}};
  b.planned("hotel", "elsewhere", fixed_days(2)).allowed = PerGroup<bool>(std::vector<bool>{false, true});
  just_came(b, "hotel", "singles");
  just_came(b, "hotel", "families");
  const Witness w(b.settings(), 30);
  REQUIRE(w.enters("home", 0, GroupId(0)) == 1);
  REQUIRE(w.enters("home", 0, GroupId(1)) == kNever);
  REQUIRE(w.enters("elsewhere", 0, GroupId(1)) == 2);
}

TEST_CASE("until a household is ready for an offer it is offered none, and no work for offers is booked") {
  Build b = hotel_and_home();
  const auto search = b.service("search", b.team("navigators", 1, 40), Distribution::constant(10), 10);
  b.offers("hotel", "home", kCertain, 0, {search});
  b.stage("hotel").ready_after = everyone(fixed_days(20));
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 60);
  REQUIRE(w.first(EventKind::Booked, "search") == 20);
  REQUIRE(w.cause_at(0, 19).empty());
  REQUIRE(w.cause_at(0, 21) == "service:search");
  REQUIRE(w.enters("home", 0) == Approx(27).margin(kAtOnce));  // 10 h at 10 h a week
}

TEST_CASE("who lives in a stage already is ready when the rest of its time is over, or at once") {
  Build b = hotel_and_home();
  b.offers("hotel", "home", kCertain);
  b.stage("hotel").ready_after = everyone(fixed_days(20));
  b.initial("hotel", "singles", 1);
  b.raw().initial.back().elapsed = fixed_days(15);
  b.initial("hotel", "singles", 1);
  b.raw().initial.back().elapsed = fixed_days(1);
  b.raw().initial.back().ready = Share(1);
  const Witness w(b.settings(), 60);
  REQUIRE(w.enters("home", 0) == Approx(5).margin(kAtOnce));
  REQUIRE(w.enters("home", 1) == Approx(0).margin(kAtOnce));
}

TEST_CASE("risks do not wait until a household is ready for an offer") {
  Build b = hotel_and_home();
  b.exit("evicted", false);
  b.offers("hotel", "home", kCertain);
  b.risk("hotel", "evicted", kCertain);
  b.stage("hotel").ready_after = everyone(fixed_days(20));
  just_came(b, "hotel", "singles");
  REQUIRE(Witness(b.settings(), 60).enters("evicted", 0) == Approx(0).margin(kAtOnce));
}

TEST_CASE("requirements run in parallel from entering the stage") {
  Build b = hotel_and_home();
  const auto course = b.service("course", b.team("teachers", 1, 40), Distribution::constant(10), 10);
  const auto debts = b.service("debts", b.team("counsellors", 1, 40), Distribution::constant(20), 10);
  b.planned("hotel", "home", fixed_days(3), 1, {course, debts});
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 60);
  REQUIRE(w.first(EventKind::Taken, "course") == 0);
  REQUIRE(w.first(EventKind::Taken, "debts") == 0);
  REQUIRE(w.first(EventKind::Finished, "course") == 7);
  REQUIRE(w.enters("home", 0) == 14);  // the longer of the two, not their sum
}

TEST_CASE("`after` orders services: the later one begins when the first is finished") {
  Build b = hotel_and_home();
  const auto team = b.team("teachers", 1, 40);
  const auto course = b.service("course", team, Distribution::constant(10), 10);
  const auto debts = b.service("debts", team, Distribution::constant(20), 10);
  b.service(debts).after = {course};
  b.planned("hotel", "home", fixed_days(3), 1, {debts});  // books what it comes after as well
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 60);
  REQUIRE(w.first(EventKind::Taken, "debts") == 7);
  REQUIRE(w.enters("home", 0) == 21);
  REQUIRE(w.causes(0) == std::vector<std::string>{"rule", "service:debts"});
  REQUIRE(w.cause_at(0, 2).empty());  // its stay is not over
  REQUIRE(w.cause_at(0, 5) == "rule");
  REQUIRE(w.cause_at(0, 15) == "service:debts");
}

TEST_CASE("a service is booked for the share that it reaches") {
  Build b = hotel_and_home();
  const auto course = b.service("course", b.team("teachers", 1000, 40), Distribution::constant(1), 40);
  b.service(course).reached = everyone(Share(0.4));
  b.planned("hotel", "home", fixed_days(3), 1, {course});
  never_leaves(b, "hotel", "home");
  constexpr int kHouseholds = 2000;
  just_came(b, "hotel", "singles", kHouseholds);
  const Witness w(b.settings(), 10);
  const auto booked = static_cast<double>(w.count(EventKind::Booked, "course"));
  REQUIRE(std::abs(booked - 0.4 * kHouseholds) < 3.5 * std::sqrt(kHouseholds * 0.24));
  REQUIRE(w.count(EventKind::Entered, "home") == w.count(EventKind::Finished, "course"));
}

TEST_CASE("finished search work opens offers, before, only the rate of those who search alone counts") {
  Build b = hotel_and_home();
  const auto search = b.service("search", b.team("navigators", 1000, 40), Distribution::constant(10), 10);
  b.offers("hotel", "home", 12, 1.2, {search});
  constexpr int kHouseholds = 3000;
  just_came(b, "hotel", "singles", kHouseholds);
  const Witness w(b.settings(), 1000);
  const auto homes = w.all(EventKind::Entered, "home");
  REQUIRE(homes.size() == kHouseholds);
  // The work takes a week. Alone: 1 - exp(-1.2 x 7 / 365.25) have a home by then.
  const double alone = 1 - std::exp(-1.2 * 7 / 365.25);
  const auto early = static_cast<double>(std::count_if(homes.begin(), homes.end(), [](double t) { return t < 7; }));
  REQUIRE(std::abs(early - alone * kHouseholds) < 3.5 * std::sqrt(kHouseholds * alone * (1 - alone)));
  // Afterwards exponential with mean 365.25 / 12 days, whose standard deviation is its mean.
  double late = 0;
  for (const double t : homes) late += std::max(t - 7, 0.0);
  const double rest = kHouseholds - early;
  REQUIRE(std::abs(late / rest - 365.25 / 12) < 3.5 * 365.25 / 12 / std::sqrt(rest));
}

TEST_CASE("no offer can be accepted while a requirement is unmet") {
  Build b = hotel_and_home();
  const auto debts = b.service("debts", b.team("counsellors", 1, 40), Distribution::constant(10), 10);
  b.offers("hotel", "home", kCertain).requirements = {debts};
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 60);
  REQUIRE(w.enters("home", 0) == Approx(7).margin(kAtOnce));
  REQUIRE(w.enters("home", 0) > 7);
  REQUIRE(w.causes(0) == std::vector<std::string>{"service:debts", "market"});
}

TEST_CASE("a risk comes at its yearly rate") {
  Build b = hotel_and_home();
  b.risk("hotel", "home", 4);
  constexpr int kHouseholds = 2000;
  just_came(b, "hotel", "singles", kHouseholds);
  const Witness w(b.settings(), 4000);
  const double expected = 365.25 / 4;
  REQUIRE(std::abs(mean(w.all(EventKind::Entered, "home")) - expected) < 3.5 * expected / std::sqrt(kHouseholds));
}

TEST_CASE("of competing risks each comes first in proportion to its rate") {
  Build b = hotel_and_home();
  b.exit("lost", false);
  b.risk("hotel", "home", 3);
  b.risk("hotel", "lost", 1);
  constexpr int kHouseholds = 2000;
  just_came(b, "hotel", "singles", kHouseholds);
  const Witness w(b.settings(), 4000);
  const auto homes = static_cast<double>(w.count(EventKind::Entered, "home"));
  REQUIRE(std::abs(homes - 0.75 * kHouseholds) < 3.5 * std::sqrt(kHouseholds * 0.1875));
  // The time to the first of them does not depend on which it is.
  REQUIRE(std::abs(mean(w.all(EventKind::Left)) - 365.25 / 4) < 3.5 * 365.25 / 4 / std::sqrt(kHouseholds));
}

TEST_CASE("a changed rate moves the fate of the same household instead of redrawing it") {
  const auto at_rate = [](double rate, double later = -1) {
    Build b = hotel_and_home();
    Move& move = b.risk("hotel", "home", rate);
    just_came(b, "hotel", "singles");
    const Settings first = b.settings();
    if (later < 0) return Witness(first, 20'000).enters("home", 0);
    move.risk = everyone(per_year(later));
    return Witness(alternative_of(first, {{10, b.settings()}}), 20'000).enters("home", 0);
  };
  const double once = at_rate(1);
  REQUIRE(once > 10);
  REQUIRE(at_rate(2) == Approx(once / 2).margin(2e-5));  // a second is 1.2e-5 days
  REQUIRE(at_rate(1, 2) == Approx(10 + (once - 10) / 2).margin(2e-5));
  REQUIRE(at_rate(1, kNegligible) == kNever);
}

TEST_CASE("a risk multiplied for the waiting rises when the stay is over") {
  Build b = hotel_and_home();
  b.apartment("training", 0);
  b.planned("hotel", "training", fixed_days(20));
  b.risk("hotel", "home", kNegligible).effects = {{Circumstance::Waiting, {}, kCertain / kNegligible}};
  never_leaves(b, "training", "home");
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 60);
  REQUIRE(w.enters("home", 0) == Approx(20).margin(kAtOnce));
  REQUIRE(w.enters("home", 0) > 20);
}

TEST_CASE("a risk multiplied for the served changes when that service is finished") {
  Build b = hotel_and_home();
  const auto course = b.service("course", b.team("teachers", 1, 40), Distribution::constant(10), 10);
  b.stage("hotel").services = {course};
  b.risk("hotel", "home", kNegligible).effects = {{Circumstance::Served, course, kCertain / kNegligible}};
  just_came(b, "hotel", "singles");
  REQUIRE(Witness(b.settings(), 60).enters("home", 0) == Approx(7).margin(kAtOnce));
}

TEST_CASE("risks multiplied for the supported and the unsupported change when support begins") {
  Build b = hotel_and_home();
  const auto team = b.team("coaches", 0, 40, 1);
  b.exit("evicted", false);
  b.stage("hotel").support = Support{team, 1, 1, Admission::Without};
  b.risk("hotel", "home", kNegligible).effects = {{Circumstance::Supported, {}, kCertain / kNegligible}};
  just_came(b, "hotel", "singles");
  const Settings nobody = b.settings();
  b.team(team).fte = 1;
  const Witness w(alternative_of(nobody, {{15, b.settings()}}), 60);
  REQUIRE(w.first(EventKind::Supported) == 15);
  REQUIRE(w.enters("home", 0) == Approx(15).margin(kAtOnce));

  Build c = hotel_and_home();
  c.exit("evicted", false);
  c.stage("hotel").support = Support{c.team("coaches", 1, 40, 1), 1, 1, Admission::Without};
  c.risk("hotel", "evicted", kNegligible).effects = {{Circumstance::Unsupported, {}, kCertain / kNegligible}};
  just_came(c, "hotel", "singles", 2);  // a place for one of them
  const Witness v(c.settings(), 60);
  REQUIRE(v.count(EventKind::Supported) == 1);
  REQUIRE(v.enters("evicted", 0) == kNever);
  REQUIRE(v.enters("evicted", 1) < kAtOnce);
}

TEST_CASE("where no stage gives support nobody is unsupported") {
  Build b = hotel_and_home();
  b.risk("hotel", "home", kNegligible).effects = {{Circumstance::Unsupported, {}, kCertain / kNegligible}};
  b.planned("hotel", "home", fixed_days(20));
  just_came(b, "hotel", "singles");
  REQUIRE(Witness(b.settings(), 60).enters("home", 0) == 20);
}

TEST_CASE("the longest stay ends a stay, whatever the household waits for then") {
  Build b = hotel_and_home();
  b.apartment("transit", 1);
  b.apartment("training", 0);
  b.stage("transit").at_most = trapphus::engine::kDay * 90;
  b.stage("transit").then = b.id("hotel");
  b.planned("transit", "training", fixed_days(30));  // has no unit, ever
  never_leaves(b, "hotel", "home");
  never_leaves(b, "training", "home");
  just_came(b, "transit", "singles");
  const Witness w(b.settings(), 200);
  REQUIRE(w.first(EventKind::Ready) == 30);
  REQUIRE(w.cause_at(0, 50) == "pool:training");
  REQUIRE(w.enters("hotel", 0) == 90);
}

TEST_CASE("the longest stay counts from moving in, also before the period") {
  Build b = hotel_and_home();
  b.apartment("transit", 5);
  b.stage("transit").at_most = trapphus::engine::kDay * 90;
  b.stage("transit").then = b.id("hotel");
  never_leaves(b, "transit", "home");
  never_leaves(b, "hotel", "home");
  b.initial("transit", "singles", 1);
  b.raw().initial.back().elapsed = fixed_days(60);
  b.initial("transit", "singles", 1);
  b.raw().initial.back().elapsed = fixed_days(600);
  const Witness w(b.settings(), 200);
  REQUIRE(w.enters("hotel", 0) == 30);
  REQUIRE(w.enters("hotel", 1) == 0);
}

TEST_CASE("a service that is done once, in an episode or in a stage is repeated accordingly") {
  const auto times = [](Repeat repeat) {
    Build b = hotel_and_home();
    const auto course = b.service("course", b.team("teachers", 10, 40), Distribution::constant(10), 10);
    b.service(course).repeat = repeat;
    b.placement("hostel", 300);
    b.stage("hotel").services = {course};
    b.stage("hostel").services = {course};
    b.planned("hotel", "hostel", fixed_days(20));
    b.planned("hostel", "home", fixed_days(20));
    b.stage("home").relapse = Relapse{everyone(per_year(kCertain)), 1, {}, b.id("hotel")};
    just_came(b, "hotel", "singles");
    return Witness(b.settings(), 79).count(EventKind::Finished, "course");  // two stages, twice
  };
  REQUIRE(times(Repeat::Once) == 1);
  REQUIRE(times(Repeat::Episode) == 2);
  REQUIRE(times(Repeat::Stage) == 4);
}

TEST_CASE("a household at rest waits for nothing") {
  Build b = hotel_and_home();
  b.planned("hotel", "home", fixed_days(50));
  just_came(b, "hotel", "singles");
  REQUIRE(Witness(b.settings(), 60).causes(0).empty());
}

// A household's exponential is used up at (days in full force) = E / r0. With a part p of the hours the rate is
// r0 (1 + (f - 1)(1 - p)): for f = 3 it is r0 with all hours, 2 r0 with half of them, 3 r0 with none.
TEST_CASE("a risk multiplied for the short of support rises in proportion to the hours that are missing") {
  const auto lost_after = [](int tenants, double fte, double caseload = 0) {
    Build b = hotel_and_home();
    b.stage("hotel").support = Support{b.team("coaches", fte, 10, caseload), 10, 1, Admission::Without};
    b.risk("hotel", "home", 1).effects = {{Circumstance::ShortOfSupport, {}, 3}};
    never_leaves(b, "hotel", "home");
    just_came(b, "hotel", "singles");
    b.group("others", 0, "hotel");
    b.raw().moves[0].allowed = PerGroup<bool>(std::vector<bool>{true, false});
    just_came(b, "hotel", "others", tenants - 1);
    return Witness(b.settings(), 20'000).enters("home", 0);
  };
  const double full = lost_after(1, 1);
  REQUIRE(full > 10);
  REQUIRE(full < 20'000);
  REQUIRE(lost_after(1, 2) == full);                             // more than is needed changes nothing
  REQUIRE(lost_after(1, 0.5) == Approx(full / 2).margin(2e-5));  // a second is 1.2e-5 days
  REQUIRE(lost_after(2, 1) == Approx(full / 2).margin(2e-5));    // shared by two
  REQUIRE(lost_after(1, 0) == Approx(full / 3).margin(2e-5));
  REQUIRE(lost_after(4, 1) == Approx(full / 2.5).margin(2e-5));     // a quarter: 1 + 2 * 3/4
  REQUIRE(lost_after(1, 1, 0.5) == Approx(full / 3).margin(2e-5));  // no caseload place
}

TEST_CASE("support that becomes short, and enough again, changes the risk from that day on") {
  Build b = hotel_and_home();
  const TeamId coaches = b.team("coaches", 1, 10);
  b.stage("hotel").support = Support{coaches, 10, 1, Admission::Without};
  b.risk("hotel", "home", 0.05).effects = {{Circumstance::ShortOfSupport, {}, 3}};
  just_came(b, "hotel", "singles");
  const Settings enough = b.settings();
  b.team(coaches).fte = 0.5;
  const Settings half = b.settings();
  const double once = Witness(enough, 40'000).enters("home", 0);
  REQUIRE(once > 40);
  // Ten days at the double rate are twenty at the single one.
  REQUIRE(Witness(alternative_of(enough, {{20, half}, {30, enough}}), 40'000).enters("home", 0) ==
          Approx(once - 10).margin(2e-5));
  // A neighbour who shares the ten hours for thirty days.
  b.team(coaches).fte = 1;
  b.group("neighbours", 0, "hotel");
  b.raw().moves[0].allowed = PerGroup<bool>(std::vector<bool>{true, false});
  b.exit("away", false);
  Move& leaves = b.planned("hotel", "away", fixed_days(30));
  leaves.allowed = PerGroup<bool>(std::vector<bool>{false, true});
  just_came(b, "hotel", "neighbours");
  REQUIRE(Witness(b.settings(), 40'000).enters("home", 0) == Approx(once - 30).margin(2e-5));
}

// With k tenants of need h each and H hours, p = min(1, H / k h). Sixty tenants, each replaced at once, at half of the
// hours that they need: losses are a Poisson stream of 60 x r0 x (1 + (f - 1)/2) = 60 x 0.2 x 1.5 = 18 a year, with
// standard deviation sqrt(18 x 40) over 40 years.
TEST_CASE("in the steady state half of the hours needed give the rate that lies halfway to the factor") {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel", 500);
  b.apartment("trial", 60);
  b.planned("hotel", "trial", fixed_days(0));
  b.risk("trial", "hotel", 0.2).effects = {{Circumstance::ShortOfSupport, {}, 2}};
  b.stage("trial").support = Support{b.team("workers", 3, 20), 2, 1, Admission::Without};
  b.exit("home");
  never_leaves(b, "hotel", "home");
  just_came(b, "hotel", "singles", 70);
  constexpr double kYears = 40;
  const Witness w(b.settings(), kYears * 365.25);
  const auto lost = static_cast<double>(w.count(EventKind::Entered, "hotel")) - 70;
  REQUIRE(std::abs(lost - 18 * kYears) < 3.5 * std::sqrt(18 * kYears));
}

TEST_CASE("a service reaches in a stage the share that is written for it there") {
  Build b = hotel_and_home();
  b.waiting("friends");
  const auto visit = b.service("visit", b.team("teachers", 1000, 40), Distribution::constant(1), 40);
  b.service(visit).reached = everyone(Share(1));
  b.service(visit).reached_in.assign(3, std::nullopt);
  b.service(visit).reached_in[b.id("friends").index()] = Share(0);
  b.stage("friends").services = {visit};
  b.stage("hotel").services = {visit};
  b.planned("friends", "hotel", fixed_days(5));
  never_leaves(b, "hotel", "home");
  just_came(b, "friends", "singles");
  const Witness w(b.settings(), 10);
  REQUIRE(w.all(EventKind::Booked, "visit") == std::vector<double>{5});
}

TEST_CASE("a service that comes after one which does not reach the household is not booked") {
  Build b = hotel_and_home();
  const auto team = b.team("teachers", 1000, 40);
  const auto visit = b.service("visit", team, Distribution::constant(1), 40);
  const auto search = b.service("search", team, Distribution::constant(1), 40);
  b.service(visit).reached = everyone(Share(0));
  b.service(search).after = {visit};
  b.offers("hotel", "home", 12, 0, {search});
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 10);
  REQUIRE(w.count(EventKind::Booked) == 0);
}

TEST_CASE("a home is got with help if the search work is finished, or a service that the move requires") {
  const auto helped = [](const Witness& w) {
    for (const auto& seen : w.seen()) {
      if (seen.event.kind == EventKind::Entered && seen.event.time > kSunday) return seen.client.helped;
    }
    throw std::logic_error("nobody moved");
  };
  Build b = hotel_and_home();
  const auto team = b.team("navigators", 1, 40);
  const auto search = b.service("search", team, Distribution::constant(10), 10);
  Move& offers = b.offers("hotel", "home", kCertain, 0, {search});
  just_came(b, "hotel", "singles");
  REQUIRE(helped(Witness(b.settings(), 30)));
  offers.alone = everyone(per_year(kCertain));
  REQUIRE_FALSE(helped(Witness(b.settings(), 30)));  // before the work is finished

  Build c = hotel_and_home();
  const auto course = c.service("course", c.team("teachers", 1, 40), Distribution::constant(10), 10);
  const auto debts = c.attribute("debts");
  c.has("singles", debts, 1);
  c.service(course).only_if = {{debts, true}};
  c.planned("hotel", "home", fixed_days(3), 1, {course});
  just_came(c, "hotel", "singles");
  REQUIRE(helped(Witness(c.settings(), 30)));
  c.has("singles", debts, 0);  // who does not need the course moves without it
  REQUIRE_FALSE(helped(Witness(c.settings(), 30)));
}
