// SPDX-License-Identifier: MIT
#include "models/life/after_exit.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

constexpr double kMonthDays = 365.25 / 12;

/// Households that all get a home at once, and come back at this rate a year.
Build just_housed(int households, double rate) {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel", 500);
  b.placement("shelter", 500);
  b.exit("home");
  b.planned("hotel", "home", fixed_days(0));
  never_leaves(b, "shelter", "home");
  b.stage("home").relapse = Relapse{everyone(per_year(rate)), 1, {}, b.id("shelter")};
  just_came(b, "hotel", "singles", households);
  return b;
}

FollowUp follow_up_of(TeamId team, double months, double factor) {
  return {team, 2, Duration(static_cast<std::int64_t>(months * kMonthDays * kSecondsADay)), factor};
}

}  // namespace

TEST_CASE("follow-up lowers the rate of relapse for as long as it lasts") {
  constexpr int kHouseholds = 4000;
  Build b = just_housed(kHouseholds, 0.6);
  b.stage("home").relapse->follow_up = follow_up_of(b.team("workers", 1, 40), 6, 0.25);
  const Witness w(b.settings(), 366);
  // Hazard 0.15 a year for half a year, then 0.6: 0.075 + 0.3.
  const auto back = w.all(EventKind::Relapsed);
  const auto off = [](double count, double share) {
    return std::abs(count - share * kHouseholds) / std::sqrt(kHouseholds * share * (1 - share));
  };
  REQUIRE(off(static_cast<double>(back.size()), 1 - std::exp(-0.375)) < 3.5);
  const auto early = std::count_if(back.begin(), back.end(), [](double t) { return t < 365.25 / 2; });
  REQUIRE(off(static_cast<double>(early), 1 - std::exp(-0.075)) < 3.5);
}

TEST_CASE("a household that follow-up does not reach has the same fate as without it, the others a later one") {
  constexpr int kHouseholds = 60;
  Build b = just_housed(kHouseholds, 2);
  const Witness without(b.settings(), 366);
  b.stage("home").relapse->follow_up = follow_up_of(b.team("workers", 1, 40, 20), 12, 0.5);
  const Witness with(b.settings(), 366);
  int later = 0, reached = 0;
  for (int i = 0; i < kHouseholds; ++i) {
    const double before = without.first(EventKind::Relapsed, "home", i),
                 now = with.first(EventKind::Relapsed, "home", i);
    if (!with.all(EventKind::Supported, "home", i).empty()) ++reached;
    if (with.all(EventKind::Supported, "home", i).empty()) REQUIRE(now == before);
    if (now > before) ++later;
    REQUIRE(now >= before);
  }
  REQUIRE(reached >= 20);  // places, and again whenever somebody is back
  REQUIRE(later > 10);
}

TEST_CASE("the hours of follow-up fall month by month to nothing") {
  Build b = just_housed(1, 0);
  const TeamId team = b.team("workers", 1, 40);
  b.stage("home").relapse->follow_up = follow_up_of(team, 4, 1);
  // 2 h a week in the first month, then 1.5, 1 and 0.5: 1.25 on average over four months.
  const double weeks = 4 * kMonthDays / 7;
  REQUIRE(Witness(b.settings(), 366).worked().front() == Approx(1.25 * weeks).epsilon(1e-3));
  b.stage("home").relapse->follow_up->length = {};
  REQUIRE(Witness(b.settings(), 366).worked().front() == 0);
}

TEST_CASE("follow-up waits for a caseload place, and tenants come first") {
  Build b = just_housed(1, 0);
  const TeamId team = b.team("workers", 1, 40, 1);
  b.stage("home").relapse->follow_up = follow_up_of(team, 6, 0.5);
  b.apartment("training", 3);
  b.stage("training").support = Support{team, 1, 1, Admission::Without};
  b.group("families", 0, "hotel");
  b.exit("elsewhere", false);
  b.planned("training", "elsewhere", fixed_days(30));
  just_came(b, "training", "families", 2);
  b.raw().initial.front().elapsed = fixed_days(0);
  // The one place is a tenant's until day 30, when both tenants leave.
  const Witness w(b.settings(), 366);
  REQUIRE(w.count(EventKind::Supported, "training") == 1);
  REQUIRE(w.all(EventKind::Supported, "home") == std::vector<double>{30});
}

TEST_CASE("a timeline may end the follow-up and change the rate of those who are out already") {
  Build b = just_housed(400, 0.001);
  b.stage("home").relapse->follow_up = follow_up_of(b.team("workers", 1, 40), 12, 1e-9);
  Settings later = b.settings();
  later.stages[b.id("home").index()].relapse->rate = everyone(per_year(1e5));
  later.stages[b.id("home").index()].relapse->follow_up->length = kDay;
  const Witness w(alternative_of(b.settings(), {{50, later}}), 60);
  const auto back = w.all(EventKind::Relapsed);
  REQUIRE(back.size() == 400);
  REQUIRE(std::count_if(back.begin(), back.end(), [](double t) { return t < 50; }) <= 2);
  REQUIRE(back.back() < 51);
}
