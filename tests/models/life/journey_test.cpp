// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;
using trapphus::engine::kMonth;
using trapphus::engine::kYear;

namespace {

/// Off by at most 3.5 standard errors of a binomial count.
void require_share(double count, double all, double share) {
  CAPTURE(count, all, share);
  REQUIRE(std::abs(count - share * all) < 3.5 * std::sqrt(all * share * (1 - share)));
}

}  // namespace

TEST_CASE("a household keeps its bed until the next one is free") {
  Build b = hotel_training_home(1);
  b.planned("hotel", "training", fixed_days(5));
  b.planned("training", "home", fixed_days(40));
  just_came(b, "hotel", "singles", 2);
  const Witness w(b.settings(), 100);
  REQUIRE(w.enters("training", 0) == 5);
  REQUIRE(w.enters("training", 1) == 45);
  REQUIRE(w.living("hotel", 44) == 1);
  REQUIRE(w.first(EventKind::Left, "", 1) == 45);  // at the very moment at which the unit is there
}

TEST_CASE("a newcomer to an apartment without a free unit waits outside, booked on the pool") {
  Build b;
  const GroupId singles = b.group("singles", 7, "training");
  b.apartment("training", 1);
  b.exit("home");
  b.planned("training", "home", fixed_days(10));
  const Witness w(b.settings(), 40);
  const double second = w.first(EventKind::Arrived, "", 1);
  REQUIRE(w.enters("training", 0) == w.first(EventKind::Arrived, "", 0));
  REQUIRE(w.enters("training", 1) == w.enters("training", 0) + 10);
  REQUIRE(second < w.enters("training", 1));
  REQUIRE(w.first(EventKind::Claimed, "training", 1) == second);
  REQUIRE(w.cause_at(1, second, singles) == "pool:training");
  REQUIRE(w.cause_at(1, w.enters("training", 1)).empty());
}

TEST_CASE("a newcomer whom a ceiling refuses waits outside, booked on the budget") {
  Build b;
  b.group("singles", 2, "hostel");
  b.placement("hostel", 1000, false);
  b.exit("home");
  b.planned("hostel", "home", fixed_days(300));
  b.ceiling("nights", {"hostel"}, a_month(10'000)).when_reached = WhenReached::Refuse;
  const Witness w(b.settings(), 60);
  bool refused = false;
  for (int i = 0; i < static_cast<int>(w.count(EventKind::Arrived)); ++i) {
    const double arrived = w.first(EventKind::Arrived, "", i);
    if (w.cause_at(i, arrived) != "budget:nights") continue;
    refused = true;
    REQUIRE((w.enters("hostel", i) == 31 || w.enters("hostel", i) == kNever));  // 1 February; in March it is over
  }
  REQUIRE(refused);
}

TEST_CASE("a newcomer waits outside for a caseload place where nobody moves in without support") {
  Build b;
  b.group("singles", 7, "training");
  b.apartment("training", 5);
  b.exit("home");
  b.stage("training").support = Support{b.team("coaches", 1, 20, 1), 1, 1, Admission::Wait};
  b.planned("training", "home", fixed_days(10));
  const Witness w(b.settings(), 40);
  REQUIRE(w.first(EventKind::Supported, "", 0) == w.enters("training", 0));
  REQUIRE(w.cause_at(1, w.first(EventKind::Arrived, "", 1)) == "support:coaches");
  REQUIRE(w.enters("training", 1) == w.enters("training", 0) + 10);
}

TEST_CASE("acute placements take in more than they have beds for") {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel", 500);
  b.stage("hotel").units = 2;
  b.placement("hostel", 300, false);
  b.exit("home");
  b.planned("hostel", "hotel", fixed_days(1));
  b.planned("hotel", "home", fixed_days(10));
  just_came(b, "hostel", "singles", 5);
  const Witness w(b.settings(), 60);
  REQUIRE(w.living("hotel", 2) == 5);
  REQUIRE(w.causes(4).empty());
  REQUIRE(w.count(EventKind::Claimed) == 0);
}

namespace {

/// A single and a family in a hotel become ready at the same second, the single first; it is woken afterwards, when its
/// course is finished.
Build two_in_the_queue(int units) {
  Build b = hotel_training_home(units);
  b.group("families", 0, "hotel");
  const auto single = b.attribute("single");
  b.has("singles", single, 1);
  const auto team = b.team("teachers", 10, 40);
  const auto course = b.service("course", team, Distribution::constant(10), 10);  // a week
  const auto form = b.service("form", team, Distribution::constant(10), 70);      // a day: timers are set anew
  b.service(course).only_if = {{single, true}};
  b.service(form).only_if = {{single, false}};
  b.stage("hotel").services = {course, form};
  b.planned("hotel", "training", fixed_days(5));
  b.planned("training", "home", fixed_days(20));
  just_came(b, "training", "families");
  just_came(b, "hotel", "singles");
  just_came(b, "hotel", "families");
  return b;
}

}  // namespace

TEST_CASE("a household keeps its place in the queue although it is woken meanwhile") {
  const Witness w(two_in_the_queue(1).settings(), 100);
  REQUIRE(w.first(EventKind::Finished, "course") == 7);
  REQUIRE(w.first(EventKind::Claimed, "training", 0, GroupId(0)) == 5);
  REQUIRE(w.first(EventKind::Claimed, "training", 1, GroupId(1)) == 5);
  REQUIRE(w.enters("training", 0, GroupId(0)) == 20);
  REQUIRE(w.enters("training", 1, GroupId(1)) == 40);
}

TEST_CASE("who waits for a caseload place keeps its place in the queue although it is woken meanwhile") {
  Build b = two_in_the_queue(5);
  b.stage("training").support = Support{b.team("coaches", 1, 20, 1), 1, 1, Admission::Wait};
  const Witness w(b.settings(), 100);
  REQUIRE(w.cause_at(0, 6, GroupId(0)) == "support:coaches");
  REQUIRE(w.enters("training", 0, GroupId(0)) == 20);
  REQUIRE(w.enters("training", 1, GroupId(1)) == 40);
}

TEST_CASE("of those at risk the share `with` becomes acute if the visit's work is finished in time, else `without`") {
  const auto acute = [](double fte, double without, double with) {
    Build b = hotel_training_home(0);
    const auto visit = b.service("visit", b.team("project", fte, 40), Distribution::constant(2), 20);
    b.group("singles").arrivals = per_week(70);
    b.group("singles").at_risk = AtRisk{fixed_days(30), visit, Share(without), Share(with)};
    b.planned("hotel", "home", fixed_days(1));
    const Witness w(b.settings(), 200);
    const double decided = static_cast<double>(w.count(EventKind::Arrived) + w.count(EventKind::Prevented));
    REQUIRE(decided > 1000);
    REQUIRE(static_cast<double>(w.count(EventKind::AtRisk)) >= decided);
    return std::pair(static_cast<double>(w.count(EventKind::Arrived)), decided);
  };
  const auto served = acute(1000, 0.6, 0.25);
  require_share(served.first, served.second, 0.25);
  const auto overloaded = acute(0, 0.6, 0.25);
  require_share(overloaded.first, overloaded.second, 0.6);
  REQUIRE(overloaded.second == served.second);  // they are the same households
}

TEST_CASE("a visit that reaches nobody prevents nothing, and takes no hours") {
  const auto acute = [](double reached) {
    Build b = hotel_training_home(0);
    const auto visit = b.service("visit", b.team("project", 1000, 40), Distribution::constant(2), 20);
    b.service(visit).reached = everyone(Share(reached));
    b.group("singles").arrivals = per_week(70);
    b.group("singles").at_risk = AtRisk{fixed_days(30), visit, Share(0.6), Share(0.25)};
    b.planned("hotel", "home", fixed_days(1));
    const Witness w(b.settings(), 200);
    const double arrived = static_cast<double>(w.count(EventKind::Arrived));
    return std::tuple(arrived, arrived + static_cast<double>(w.count(EventKind::Prevented)), w.worked().front());
  };
  const auto [none, all, no_hours] = acute(0);
  require_share(none, all, 0.6);
  REQUIRE(no_hours == 0);
  const auto [half, of, hours] = acute(0.5);
  require_share(half, of, (0.6 + 0.25) / 2);
  REQUIRE(hours > 0);
}

TEST_CASE("a household becomes acute after its delay, and gives up the visit if it does not") {
  Build b = hotel_training_home(0);
  const auto team = b.team("project", 1, 40, 1);
  const auto visit = b.service("visit", team, Distribution::constant(1000), 20);
  b.group("singles").arrivals = per_week(1);
  b.group("singles").at_risk = AtRisk{fixed_days(30), visit, Share(0), Share(0)};
  const Witness w(b.settings(), 300);
  REQUIRE(w.first(EventKind::Prevented, "", 0) == w.first(EventKind::AtRisk, "", 0) + 30);
  REQUIRE(w.first(EventKind::Dropped, "visit", 0) == w.first(EventKind::Prevented, "", 0));
  REQUIRE(w.first(EventKind::Withdrawn, "visit") > 30);  // those who wait for the only place
  REQUIRE(w.count(EventKind::Arrived) == 0);
}

TEST_CASE("arrivals are a Poisson stream at the group's rate") {
  Build b = hotel_training_home(0);
  b.group("singles").arrivals = per_week(70);
  b.planned("hotel", "home", fixed_days(1));
  const Witness w(b.settings(), 700);
  const auto arrivals = w.all(EventKind::Arrived);
  REQUIRE(std::abs(static_cast<double>(arrivals.size()) - 7000) < 3.5 * std::sqrt(7000));
  // Gaps are exponential: their variance is the square of their mean; a sample variance has standard error sqrt(8/n).
  double squares = 0;
  for (std::size_t i = 1; i < arrivals.size(); ++i) squares += std::pow(arrivals[i] - arrivals[i - 1] - 0.1, 2);
  const double n = static_cast<double>(arrivals.size());
  REQUIRE(std::abs(squares / n / 0.01 - 1) < 3.5 * std::sqrt(8 / n));
}

TEST_CASE("a changed arrival rate stretches the stream: the k-th household comes earlier and stays itself") {
  Build b = hotel_training_home(0);
  b.group("singles").arrivals = per_week(7);
  b.planned("hotel", "home", exponential_days(10));
  const Settings slow = b.settings();
  b.group("singles").arrivals = per_week(14);
  const Witness once(slow, 100);
  const Witness twice(alternative_of(slow, {{50, b.settings()}}), 100);
  int later = 0;
  for (int k = 0; k < 40; ++k) {
    const double before = once.first(EventKind::Arrived, "", k);
    const double after = twice.first(EventKind::Arrived, "", k);
    REQUIRE(after == Approx(before < 50 ? before : 50 + (before - 50) / 2).margin(k * 2e-5));
    later += before > 50 ? 1 : 0;
    if (once.enters("home", k) == kNever) continue;
    REQUIRE(twice.enters("home", k) - after == Approx(once.enters("home", k) - before).margin(2e-5));
  }
  const Witness never(alternative_of([&] {
                        Settings none = slow;
                        none.groups[0].arrivals = {};
                        return none;
                      }()),
                      100);
  REQUIRE(never.count(EventKind::Arrived) == 0);
}

TEST_CASE("newcomers enter the stages in their shares") {
  Build b = hotel_training_home(0);
  b.placement("hostel");
  b.group("singles").arrivals = per_week(140);
  b.planned("hotel", "home", fixed_days(1));
  b.planned("hostel", "home", fixed_days(1));
  Settings settings = b.settings();
  settings.groups[0].enters[b.id("hotel").index()] = Share(0.3);
  settings.groups[0].enters[b.id("hostel").index()] = Share(0.7);
  const Witness w(settings, 100);
  require_share(static_cast<double>(w.count(EventKind::Entered, "hotel")),
                static_cast<double>(w.count(EventKind::Arrived)), 0.3);
}

TEST_CASE("within twelve months of an exit a household comes back at its rate, higher at first, then it is gone") {
  Build b = hotel_training_home(0);
  b.placement("hostel");
  b.planned("hotel", "home", fixed_days(0));
  never_leaves(b, "hostel", "home");
  b.stage("home").relapse = Relapse{everyone(per_year(0.4)), 3, kMonth * 3, b.id("hostel")};
  constexpr int kHouseholds = 4000;
  just_came(b, "hotel", "singles", kHouseholds);
  const Witness w(b.settings(), 366);
  const auto back = w.all(EventKind::Relapsed);
  // Hazard 1.2 a year for a quarter, then 0.4: 0.3 in the first quarter, 0.6 in all.
  require_share(static_cast<double>(back.size()), kHouseholds, 1 - std::exp(-0.6));
  const auto early = std::count_if(back.begin(), back.end(), [](double t) { return t < 365.25 / 4; });
  require_share(static_cast<double>(early), kHouseholds, 1 - std::exp(-0.3));
  REQUIRE(w.all(EventKind::Entered, "hostel") == back);
  const auto gone = w.all(EventKind::Gone);
  REQUIRE(gone.size() + back.size() == kHouseholds);
  REQUIRE(std::all_of(gone.begin(), gone.end(), [](double t) { return t == 365.25; }));
}

TEST_CASE("who comes back comes to where its group enters, unless another stage is named") {
  Build b = hotel_training_home(0);
  b.planned("hotel", "home", fixed_days(1));
  b.stage("home").relapse = Relapse{everyone(per_year(1e7)), 1, {}, StageId{}};
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 10);
  REQUIRE(w.count(EventKind::Entered, "hotel") > 3);
  REQUIRE(w.count(EventKind::Relapsed) + 1 == w.count(EventKind::Entered, "hotel"));
}

TEST_CASE("who comes back to a full apartment waits outside") {
  Build b = hotel_training_home(1);
  b.group("families", 0, "hotel");
  b.planned("hotel", "home", fixed_days(1));
  b.planned("training", "home", fixed_days(30));
  b.stage("home").relapse = Relapse{PerGroup<Rate>(std::vector<Rate>{per_year(1e7), Rate()}), 1, {}, b.id("training")};
  just_came(b, "training", "families");
  just_came(b, "hotel", "singles");
  const Witness w(b.settings(), 50);
  REQUIRE(w.first(EventKind::Relapsed) == Approx(1).margin(0.01));
  REQUIRE(w.cause_at(0, 15, GroupId(0)) == "pool:training");
  REQUIRE(w.enters("training", 0, GroupId(0)) == 30);
}

TEST_CASE("a household from an exit without relapse is gone at once") {
  Build b = hotel_training_home(0);
  b.planned("hotel", "home", fixed_days(1));
  just_came(b, "hotel", "singles");
  REQUIRE(Witness(b.settings(), 10).first(EventKind::Gone) == 1);
}

TEST_CASE("who leaves the staircase gives up its services") {
  Build b = hotel_training_home(0);
  const auto team = b.team("teachers", 1, 40, 1);
  const auto course = b.service("course", team, Distribution::constant(1000), 10);
  b.stage("hotel").services = {course};
  b.planned("hotel", "home", fixed_days(10));
  just_came(b, "hotel", "singles", 2);
  const Witness w(b.settings(), 30);
  REQUIRE(w.first(EventKind::Dropped, "course", 0) == 10);
  REQUIRE(w.first(EventKind::Withdrawn, "course", 1) == 10);  // it waited for the only place
}

TEST_CASE("initial households have lived there for the time given, and stay for what is left of it") {
  Build b = hotel_training_home(0);
  b.planned("hotel", "home", fixed_days(100));
  b.initial("hotel", "singles", 1);
  b.raw().initial.back().elapsed = fixed_days(60);
  const Witness w(b.settings(), 200);
  REQUIRE(w.seen().front().client.entered == day(-60));
  REQUIRE(w.seen().front().client.initial);
  REQUIRE(w.enters("home", 0) == 40);
}

TEST_CASE("the share of the initial households that is ready waits for the next step at once") {
  Build b = hotel_training_home(0);
  b.planned("hotel", "home", fixed_days(100));
  just_came(b, "hotel", "singles", 2000);
  b.raw().initial.back().ready = Share(0.35);
  const Witness w(b.settings(), 1);
  require_share(static_cast<double>(w.count(EventKind::Entered, "home")), 2000, 0.35);
}

TEST_CASE("without a date initial households are found there as in equilibrium") {
  Build b = hotel_training_home(0);
  b.exit("slow", false);
  // Stays of 0-100 and of 0-300 days, half of those who enter each: found there 1 to 3. Elapsed and remaining time of
  // a stay X have mean E[X^2] / (2 E[X]) = (L^2 / 3) / L for a uniform one up to L, so 33.3 and 100: 83.3 in all.
  b.planned("hotel", "home", uniform_days(0, 100), 0.5);
  b.planned("hotel", "slow", uniform_days(0, 300), 0.5);
  constexpr int kHouseholds = 4000;
  b.initial("hotel", "singles", kHouseholds);
  const Witness w(b.settings(), 301);
  std::vector<double> elapsed;
  for (const auto& [event, client] : w.seen()) {
    if (event.kind == EventKind::Entered && event.time == day(0)) elapsed.push_back(-days(client.entered));
  }
  // Both have E[T^2] = E[X^3] / (3 E[X]) = L^2 / 6, so the mixture has variance 0.25 x 1667 + 0.75 x 15000 - 83.3^2.
  const double error = std::sqrt((0.25 * 1e4 / 6 + 0.75 * 9e4 / 6 - 250.0 * 250 / 9) / kHouseholds);
  REQUIRE(elapsed.size() == kHouseholds);
  REQUIRE(std::abs(mean(elapsed) - 250.0 / 3) < 3.5 * error);
  require_share(static_cast<double>(w.count(EventKind::Entered, "slow")), kHouseholds, 0.75);
  // Each stays for what is left of the stay of which that much has passed.
  REQUIRE(std::abs(mean(w.all(EventKind::Left)) - 250.0 / 3) < 3.5 * error);
  const auto quick = w.all(EventKind::Entered, "home");
  REQUIRE(std::abs(mean(quick) - 100.0 / 3) < 3.5 * 100 / std::sqrt(18.0 * static_cast<double>(quick.size())));
}

TEST_CASE("initial households have a fate of their own, apart from those who arrive") {
  Build b = hotel_training_home(0);
  b.group("singles").arrivals = per_week(7);
  b.planned("hotel", "home", exponential_days(10));
  const Witness alone(b.settings(), 100);
  just_came(b, "hotel", "singles", 3);
  const Witness joined(b.settings(), 100);
  for (int k = 0; k < 20; ++k) {
    REQUIRE(alone.first(EventKind::Arrived, "", k) == joined.first(EventKind::Arrived, "", k + 3));
    REQUIRE(alone.enters("home", k) == joined.enters("home", k + 3));
  }
}
