// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "models/life/start.hpp"
#include "models/pathway/history.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

constexpr int kMany = 4000;

void require_part(double count, double share) {
  CAPTURE(count, kMany, share);
  REQUIRE(std::abs(count - share * kMany) <= 3.5 * std::sqrt(kMany * share * (1 - share)));
}

/// A hotel with many households at the beginning; a team that has hours for all.
struct PastHotel : Build {
  PastHotel() {
    group("singles", 0, "hotel");
    placement("hotel");
    exit("home");
    staff = team("staff", 10'000, 40);
    initial("hotel", "singles", kMany);
  }
  /// Work of that many days, at an hour a day.
  ServiceId work(const std::string& name, const Distribution& hours) { return service(name, staff, hours, 7); }
  void since(double days) { raw().initial.back().elapsed = fixed_days(days); }
  [[nodiscard]] Alternative alternative() const {
    Scenario scenario;
    scenario.alternatives = {alternative_of(settings())};
    set_history(scenario);
    return scenario.alternatives.front();
  }
  [[nodiscard]] double left_by(double day) const {
    return kMany - Witness(alternative(), day + 1).living("hotel", day);
  }
  TeamId staff;
};

}  // namespace

TEST_CASE("who has been there for a known time has not finished what the next step requires") {
  // Work of mean 140 days, exponential: whatever has passed, what remains is as long. e^-1 are left after 140 days.
  PastHotel b;
  const auto course = b.work("course", Distribution::exponential(140));
  b.planned("hotel", "home", fixed_days(0), 1, {course});
  b.since(280);
  require_part(b.left_by(1), 1 - std::exp(-1.0 / 140));
  require_part(b.left_by(140), 1 - std::exp(-1));
}

TEST_CASE("who is still there after the work would be finished was never reached by it") {
  PastHotel b;
  const auto course = b.work("course", Distribution::constant(14));
  b.service(course).reached = everyone(Share(0.5));
  b.planned("hotel", "home", fixed_days(0), 1, {course});
  b.since(365);
  CHECK(b.left_by(200) == 0);
}

TEST_CASE("who has been there for a known time has had offers for as long as that leaves it there") {
  SECTION("after a preparation") {
    // Ready after s, even in 0 to 100 days, then offers at 1 in 10 days. After 50 days are left the half with s > 50,
    // and of the others 10 (1 - e^-5) / 100 = 0.09933: 0.16573 of those there are ready. By day 10 leave 1 - e^-1 of
    // these, and of the others the integral of 1 - e^(-(10 - r) / 10) over r of 0 to 10, by 50: 0.2 e^-1.
    PastHotel b;
    b.stage("hotel").ready_after = everyone(uniform_days(0, 100));
    b.offers("hotel", "home", 36.525);
    b.since(50);
    const double ready = 0.1 * (1 - std::exp(-5)), part = ready / (ready + 0.5);
    require_part(b.left_by(10), part * (1 - std::exp(-1)) + (1 - part) * 0.2 * std::exp(-1));
  }
  SECTION("after search work") {
    // Work of mean 140 days, m = 1/140, then offers at l = 1/20. After a = 280 days, e^(-ma) search, and
    // m / (l - m) (e^(-ma) - e^(-la)) have finished: 6 in 7 search, but for e^-14. By day 20 leave 1 - e^-1 of the
    // others and 1 - e^(-1/7) - (e^(-1/7) - e^-1) / 6 of these.
    PastHotel b;
    const auto search = b.work("search", Distribution::exponential(140));
    b.offers("hotel", "home", 365.25 / 20, 0, {search});
    b.since(280);
    const double searching = 1 - std::exp(-1.0 / 7) - (std::exp(-1.0 / 7) - std::exp(-1)) / 6;
    require_part(b.left_by(20), 1.0 / 7 * (1 - std::exp(-1)) + 6.0 / 7 * searching);
  }
}

TEST_CASE("attributes that keep a household in a stage are frequent among those who are there") {
  PastHotel b;
  const auto debts = b.attribute("debts");
  b.has("singles", debts, 0.5);
  Move& slow = b.planned("hotel", "home", exponential_days(300));
  slow.id = "slow";
  slow.only_if = {{debts, true}};
  Move& quick = b.planned("hotel", "home", exponential_days(100));
  quick.id = "quick";
  quick.only_if = {{debts, false}};
  const double few = 1 - std::exp(-50.0 / 300), many = 1 - std::exp(-50.0 / 100);
  SECTION("in equilibrium") {
    // Half of those who come have debts; their visits are three times as long: 3 in 4 of those there.
    require_part(b.left_by(50), 0.75 * few + 0.25 * many);
  }
  SECTION("after a known time") {
    // After 300 days e^-1 and e^-3 are left.
    b.since(300);
    const double part = std::exp(-1) / (std::exp(-1) + std::exp(-3));
    require_part(b.left_by(50), part * few + (1 - part) * many);
  }
  SECTION("but not where the scenario has their share among those who are there") {
    b.raw().initial.back().attributes = {Share(0.2)};
    require_part(b.left_by(50), 0.2 * few + 0.8 * many);
  }
  SECTION("and there only they are, where the others have left") {
    b.raw().moves[0].stay = everyone(fixed_days(1000));
    b.raw().moves[1].stay = everyone(fixed_days(30));
    b.since(365);
    CHECK(b.left_by(600) == 0);
    CHECK(b.left_by(640) == kMany);
  }
}

TEST_CASE("a risk that depends on the plan makes the plan of those who are there") {
  // Half wait from the beginning for an apartment that never comes, at a risk of 2 a year; the others stay two years at
  // 0.2 a year. After a year and a half e^-3 and e^-0.3 are left, and e^-0.1 of the latter come home after two.
  PastHotel b;
  b.apartment("training", 0);
  b.exit("away", false);
  b.planned("hotel", "training", fixed_days(0), 0.5);
  b.planned("hotel", "home", fixed_days(2 * 365.25), 0.5);
  b.planned("training", "home", fixed_days(100));
  b.risk("hotel", "away", 0.2).effects = {{Circumstance::Waiting, {}, 10}};
  b.since(1.5 * 365.25);
  const double staying = std::exp(-0.3) / (std::exp(-0.3) + std::exp(-3));
  const Witness w(b.alternative(), 200);
  require_part(static_cast<double>(w.count(EventKind::Entered, "home")), staying * std::exp(-0.1));
}

TEST_CASE("a risk that a service ends makes the service of those who are there") {
  // Half plan a way with a course of 7 days, which ends a risk of 2 a year. After a year e^(-14/365.25) and e^-2 are
  // left; all come home after two years, but for the risk: 1 - e^-2 of those without a course.
  PastHotel b;
  b.exit("away", false);
  const auto course = b.work("course", Distribution::constant(7));
  b.planned("hotel", "home", fixed_days(2 * 365.25), 0.5, {course}).id = "with";
  b.planned("hotel", "home", fixed_days(2 * 365.25), 0.5).id = "without";
  b.risk("hotel", "away", 2).effects = {{Circumstance::Served, course, 0}};
  b.since(365.25);
  const double with = std::exp(-14 / 365.25), without = std::exp(-2);
  const Witness w(b.alternative(), 400);
  require_part(static_cast<double>(w.count(EventKind::Entered, "away")),
               without / (with + without) * (1 - std::exp(-2)));
}

TEST_CASE("what the ways into a stage require is finished by those who live there") {
  // 90 days in training, with a course of 30 days, for those who have not been to it before.
  PastHotel b;
  b.placement("training", 0, false);
  const auto course = b.work("course", Distribution::constant(30));
  b.planned("training", "home", fixed_days(90), 1, {course});
  b.raw().initial.back().stage = b.id("training");
  double booked = 0;
  SECTION("all of them, where there is no other way") {
    b.planned("hotel", "training", fixed_days(0), 1, {course});
  }
  SECTION("all of them, where other stages lie between") {
    b.placement("between", 0, false);
    b.planned("hotel", "between", fixed_days(0), 1, {course});
    b.planned("between", "training", fixed_days(10));
  }
  SECTION("their share, where half come another way") {
    // In 30 of 90 days those others are still at it.
    b.planned("hotel", "training", fixed_days(0), 0.5, {course});
    b.planned("hotel", "training", fixed_days(0), 0.5).id = "direct";
    booked = 1.0 / 6;
  }
  SECTION("nobody, where it is repeated in every stage") {
    b.service(course).repeat = Repeat::Stage;
    b.planned("hotel", "training", fixed_days(0), 1, {course});
    booked = 1.0 / 3;
  }
  const Witness w(b.alternative(), 100);
  require_part(static_cast<double>(w.count(EventKind::Booked, "course")), booked);
  const auto homes = w.all(EventKind::Entered, "home");
  require_part(static_cast<double>(std::count_if(homes.begin(), homes.end(), [](double day) { return day < 10; })),
               1.0 / 9);
  CHECK(homes.size() == kMany);
}

TEST_CASE("a vacancy that begins with the period leaves what was worked before") {
  PastHotel b;
  const auto course = b.work("course", Distribution::constant(7));
  b.planned("hotel", "home", fixed_days(100), 1, {course});
  b.since(90);
  b.team(b.staff).vacancies = {{day(0), day(1000), 10'000}};
  const Witness w(b.alternative(), 50);
  CHECK(w.all(EventKind::Entered, "home") == std::vector<double>(kMany, 10));
}

TEST_CASE("stays longer than a life's half are as frequent in equilibrium as their length makes them") {
  // Half stay 80 years, half 30 days: by their lengths, 0.99897 of those there stay long. In a year leave 1 in 80 of
  // these and all others.
  PastHotel b;
  b.planned("hotel", "home", fixed_days(80 * 365.25), 0.5).id = "long";
  b.planned("hotel", "home", fixed_days(30), 0.5).id = "short";
  const double longs = 80 * 365.25 / (80 * 365.25 + 30);
  require_part(b.left_by(365.25), longs / 80 + 1 - longs);
}

TEST_CASE("where nobody can have stayed so long the row is named, and only there") {
  PastHotel b;
  b.apartment("training", 0);
  b.planned("training", "home", fixed_days(10));
  b.planned("hotel", "home", fixed_days(30));
  b.since(60);
  using Rows = std::vector<std::size_t>;
  CHECK(rows_that_cannot_be(b.alternative(), day(0)) == Rows{0});
  SECTION("not if they have only come") {
    b.since(20);
  }
  SECTION("not if they wait for a full stage") {
    b.raw().moves.back().to = b.id("training");
  }
  SECTION("not if they wait for work") {
    b.raw().moves.back().requirements = {b.work("course", Distribution::constant(100))};
  }
  CHECK(rows_that_cannot_be(b.alternative(), day(0)).empty());
}
