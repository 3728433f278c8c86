// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

using Causes = std::vector<std::string>;

/// A hotel, training apartments behind it, and a home behind them.
}  // namespace

TEST_CASE("a wait is booked on the service first, then on the pool") {
  Build b = hotel_training_home(1);
  const auto course = b.service("course", b.team("teachers", 1, 40), Distribution::constant(20), 10);
  b.planned("hotel", "training", fixed_days(7), 1, {course});
  b.planned("training", "home", fixed_days(30));
  just_came(b, "training", "singles");
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 100);
  REQUIRE(w.cause_at(1, 3).empty());
  REQUIRE(w.cause_at(1, 10) == "service:course");
  REQUIRE(w.cause_at(1, 20) == "pool:training");
  REQUIRE(w.enters("training", 1) == 30);
  REQUIRE(w.causes(1) == Causes{"service:course", "pool:training"});
}

TEST_CASE("waits for a service whose team has nobody are booked on the vacancy") {
  Build b = hotel_training_home(1);
  const auto team = b.team("teachers", 1, 40);
  const auto course = b.service("course", team, Distribution::constant(20), 10);
  b.planned("hotel", "training", fixed_days(1), 1, {course});
  b.planned("training", "home", fixed_days(30));
  b.team(team).vacancies = {{day(5), day(25), 1}};
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 100);
  REQUIRE(w.causes(0) == Causes{"service:course", "vacancy:teachers", "service:course", "pool:training"});
  REQUIRE(w.cause_at(0, 10) == "vacancy:teachers");
  REQUIRE(w.first(EventKind::Finished, "course") == Approx(34));
}

TEST_CASE("a wait for a caseload place of the next stage is booked on support") {
  Build b = hotel_training_home(2);
  b.stage("training").support = Support{b.team("coaches", 1, 20, 1), 1, 1, Admission::Wait};
  b.planned("hotel", "training", fixed_days(1));
  b.planned("training", "home", fixed_days(30));
  just_came(b, "training", "singles");
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 100);
  REQUIRE(w.cause_at(1, 15) == "support:coaches");
  REQUIRE(w.enters("training", 1) == 30);
}

TEST_CASE("who waits with no plan for an offer waits for the market") {
  Build b = hotel_training_home(1);
  const auto search = b.service("search", b.team("navigators", 1, 40), Distribution::constant(10), 10);
  b.offers("hotel", "home", 1e-9, 1e-9, {search});
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 100);
  REQUIRE(w.cause_at(0, 3) == "service:search");
  REQUIRE(w.cause_at(0, 50) == "market");
}

TEST_CASE("who can be booked only by a board waits for its meeting") {
  Build b = hotel_training_home(1);
  const auto search = b.service("search", b.team("navigators", 1, 40), Distribution::constant(10), 10);
  b.service(search).reached = everyone(Share(0));
  b.offers("hotel", "home", 1e-9, 1e-9, {search});
  Board& board = b.board("board", {"hotel"});
  board.weekday = 3;  // the first day of 2012 is a Sunday: Wednesday 09:00 is day 3.375
  board.books = {search};
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 100);
  REQUIRE(w.causes(0) == Causes{"board", "service:search", "market"});
  REQUIRE(w.first(EventKind::Booked) == 3.375);
}

TEST_CASE("where a pool is full and a ceiling is reached the wait is booked on the pool, then on the budget") {
  Build b = hotel_training_home(1);
  b.placement("hostel", 1000, false);
  b.stage("hostel").units = 1;
  b.planned("hotel", "hostel", fixed_days(2));
  b.planned("hostel", "home", fixed_days(20));
  b.ceiling("nights", {"hostel"}, a_month(5000)).when_reached = WhenReached::Refuse;
  just_came(b, "hostel", "singles");
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 60);
  REQUIRE(w.cause_at(1, 4) == "pool:hostel");
  REQUIRE(w.cause_at(1, 10) == "pool:hostel");
  REQUIRE(w.cause_at(1, 25) == "budget:nights");
  REQUIRE(w.enters("hostel", 1) == 31);  // 1 February: a new month
}

TEST_CASE("waiting ends when a household leaves, and at one time it has at most one cause") {
  Build b = hotel_training_home(1);
  b.planned("hotel", "training", fixed_days(5));
  b.planned("training", "home", fixed_days(10));
  just_came(b, "hotel", "singles", 4);
  const Witness w(b.settings(), 100);
  for (const auto& [event, client] : w.seen()) {
    if (event.kind == EventKind::Entered) REQUIRE(client.cause == kNoSubject);
    if (event.kind != EventKind::Waits) continue;
    REQUIRE(event.subject != client.cause);  // the state still has the one before
  }
  REQUIRE(w.count(EventKind::Waits) == 4);
  REQUIRE(w.enters("training", 3) == 35);
}
