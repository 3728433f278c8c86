// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/witness.hpp"

/// Stages that nobody enters without a caseload place: a household needs a unit and a place at the same time.
using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

Build supported_apartments(int units, int places) {
  Build b;
  b.group("singles", 1.47, "training");
  b.apartment("training", units);
  b.exit("home");
  b.stage("training").support = Support{b.team("coaches", 1, 20, places), 0, 1, Admission::Wait};
  b.planned("training", "home", exponential_days(10));
  return b;
}

std::vector<double> waits(const Witness& w) {
  const std::vector<double> arrived = w.all(EventKind::Arrived), entered = w.all(EventKind::Entered, "training");
  std::vector<double> waits;
  for (std::size_t i = 0; i < entered.size(); ++i) waits.push_back(entered[i] - arrived[i]);
  return waits;
}

}  // namespace

TEST_CASE("with c units and k caseload places a supported stage is a queue M/M/min(c,k)") {
  // 0.21 arrivals a day, a mean stay of 10 days, 3 servers: a = 2.1, Erlang B = 0.22538, and the probability of a wait
  // C = B / (1 - 0.7 (1 - B)) = 0.49235. The mean wait is C / (0.3 - 0.21) = 5.471 days.
  constexpr double kMeanWait = 5.471;
  for (const auto& [units, places] : {std::pair(3, 5), {5, 3}}) {
    std::vector<double> means;
    for (std::uint64_t replication = 0; replication < 40; ++replication) {
      const Witness w(supported_apartments(units, places).settings(), 6000, replication);
      means.push_back(mean(waits(w)));
    }
    double variance = 0;
    for (const double m : means) variance += (m - mean(means)) * (m - mean(means));
    const double error = std::sqrt(variance / static_cast<double>(means.size() * (means.size() - 1)));
    INFO(units << " units, " << places << " places: " << mean(means) << " +- " << error);
    CHECK(error < 0.1 * kMeanWait);
    CHECK(std::abs(mean(means) - kMeanWait) < 4 * error);
  }
}

TEST_CASE("which of units and places is the scarcer decides the cause, not the wait") {
  const Witness places_scarce(supported_apartments(5, 3).settings(), 3000);
  const Witness units_scarce(supported_apartments(3, 5).settings(), 3000);
  CHECK(waits(places_scarce) == waits(units_scarce));
  const std::vector<double> arrived = places_scarce.all(EventKind::Arrived);
  int waited = 0;
  for (int i = 0; i < 300; ++i) {
    const double wait = waits(places_scarce)[static_cast<std::size_t>(i)];
    if (wait <= 0) continue;
    ++waited;
    const double half_way = arrived[static_cast<std::size_t>(i)] + wait / 2;
    REQUIRE(places_scarce.cause_at(i, half_way) == "support:coaches");
    REQUIRE(units_scarce.cause_at(i, half_way) == "pool:training");
  }
  CHECK(waited > 100);
}

TEST_CASE("at no time do more live in a supported stage than there are units, or places when they moved in") {
  Build b = supported_apartments(6, 4);
  Settings fewer = b.settings();
  fewer.teams[0].fte = 0.5;  // 2 places
  const Witness w(alternative_of(b.settings(), {{1000, fewer}}), 3000);
  int most_later = 0;
  for (const Witness::Seen& seen : w.seen()) {
    if (seen.event.kind != EventKind::Entered || seen.event.subject != b.id("training").index()) continue;
    const double when = days(seen.event.time);
    REQUIRE(w.living("training", when) <= (when < 1000 ? 4 : 2));
    if (when > 1000) most_later = std::max(most_later, w.living("training", when));
  }
  CHECK(most_later == 2);
}

TEST_CASE("the cause follows the apartments: pool while none is vacant, support from when one is") {
  // Two tenants have the two apartments and the two places. At day 20 one leaves, and at that time a post is vacant:
  // there is one place, which the other tenant has. At day 40 he leaves too.
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel", 500);
  b.apartment("training", 2);
  b.exit("home");
  const auto team = b.team("coaches", 2, 20, 1);
  b.team(team).vacancies = {{day(10), day(90), 1}};
  b.stage("training").support = Support{team, 0, 1, Admission::Wait};
  b.planned("hotel", "training", fixed_days(5));
  b.planned("training", "home", fixed_days(40));
  b.initial("training", "singles", 1);
  b.raw().initial.back().elapsed = fixed_days(20);
  just_came(b, "training", "singles");
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 100);
  CHECK(w.cause_at(2, 15) == "pool:training");
  CHECK(w.cause_at(2, 30) == "support:coaches");
  CHECK(w.enters("training", 2) == 40);
}

TEST_CASE("whoever waits for an apartment leaves the caseload place to others") {
  Build b;
  b.group("singles", 0, "hotel");
  b.group("families", 0, "hostel");
  b.placement("hotel", 500);
  b.placement("hostel", 500);
  b.apartment("training", 0);
  b.exit("home");
  const auto team = b.team("coaches", 1, 10, 1);
  const auto course = b.service("course", team, Distribution::constant(10), 10);  // a week
  b.stage("training").support = Support{team, 1, 1, Admission::Wait};
  b.planned("hotel", "training", fixed_days(1));
  b.planned("hostel", "home", fixed_days(2), 1, {course});
  never_leaves(b, "training", "home");
  just_came(b, "hotel", "singles");
  just_came(b, "hostel", "families");
  const Witness w(b.settings(), 60);
  CHECK(w.cause_at(0, 10, GroupId(0)) == "pool:training");
  CHECK(w.first(EventKind::Finished, "course") == 7);
}

TEST_CASE("a tenant brings the caseload place along where the same team supports the next stage") {
  // The team has one place, and the tenant has it: without it nobody could move from training to trial.
  Build b;
  b.group("singles", 0, "training");
  b.apartment("training", 1);
  b.apartment("trial", 1);
  b.exit("home");
  const auto team = b.team("coaches", 1, 20, 1);
  for (const char* stage : {"training", "trial"}) b.stage(stage).support = Support{team, 1, 1, Admission::Wait};
  b.planned("training", "trial", fixed_days(10));
  b.planned("trial", "home", fixed_days(10));
  just_came(b, "training", "singles");
  const Witness w(b.settings(), 60);
  CHECK(w.all(EventKind::Supported) == std::vector<double>{0, 10});
  CHECK(w.enters("home", 0) == 20);
}

TEST_CASE("residents have their caseload places before anybody is admitted, however long he has waited") {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel", 500);
  b.apartment("training", 3);
  b.exit("home");
  b.stage("training").support = Support{b.team("coaches", 2, 20, 1), 1, 1, Admission::Wait};
  b.planned("hotel", "training", fixed_days(0));
  b.planned("training", "home", fixed_days(100));
  b.initial("hotel", "singles", 1);
  b.raw().initial.back().elapsed = fixed_days(900);
  b.initial("training", "singles", 2);
  b.raw().initial.back().elapsed = fixed_days(50);
  const Witness w(b.settings(), 60);
  CHECK(w.all(EventKind::Supported) == std::vector<double>{0, 0, 50});
  CHECK(w.enters("training", 0) == 50);
}
