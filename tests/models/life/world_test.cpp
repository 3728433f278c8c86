// SPDX-License-Identifier: MIT
#include "models/life/world.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

/// A unit that comes free on day 50, for which a family (from a hostel, ready last) and two singles compete.
struct Competition {
  Build b;
  GroupId singles, families;

  explicit Competition(Allocation allocation) {
    singles = b.group("singles", 0, "hotel");
    families = b.group("families", 0, "hotel");
    b.group("families").children = Distribution::constant(2);
    b.placement("hotel", 500);
    b.placement("hostel", 300);
    b.placement("dear", 900);
    b.apartment("training", 1);
    b.exit("home");
    b.stage("training").allocation = allocation;
    b.planned("hotel", "training", fixed_days(10));
    b.planned("hostel", "training", fixed_days(400));
    b.planned("dear", "training", fixed_days(30));
    b.planned("training", "home", fixed_days(50));
    just_came(b, "training", "singles");  // single 0
  }
  void lives(const char* stage, const char* group, double elapsed) {
    b.initial(stage, group, 1);
    b.raw().initial.back().elapsed = fixed_days(elapsed);
  }
  [[nodiscard]] Witness run() const { return Witness(b.settings(), 160); }
};

/// Stops at its n-th event.
class Fuse final : public Recorder {
 public:
  struct Blown : std::runtime_error {
    Blown() : std::runtime_error("blown") {}
  };
  explicit Fuse(int events) : left_(events) {}
  void record(const Event&, const ClientState&) override {
    if (--left_ == 0) throw Blown();
  }

 private:
  int left_;
};

}  // namespace

TEST_CASE("the queue gives a unit to who has waited for it longest") {
  Competition c(Allocation::Queue);
  c.lives("dear", "families", 0);  // ready on day 30
  c.lives("hotel", "singles", 0);  // ready on day 10
  const Witness w = c.run();
  REQUIRE(w.enters("training", 1, c.singles) == 50);
  REQUIRE(w.enters("training", 0, c.families) == 100);
}

TEST_CASE("a unit may go to who has been homeless longest, before the period too") {
  Competition c(Allocation::LongestHomeless);
  c.lives("hotel", "singles", 2);     // ready on day 8
  c.lives("hostel", "singles", 380);  // ready on day 20, and homeless for more than a year
  const Witness w = c.run();
  REQUIRE(w.enters("training", 2) == 50);
  REQUIRE(w.enters("training", 1) == 100);
}

TEST_CASE("a unit may go to households with children first") {
  Competition c(Allocation::ChildrenFirst);
  c.lives("hotel", "singles", 0);
  c.lives("dear", "families", 0);
  const Witness w = c.run();
  REQUIRE(w.enters("training", 0, c.families) == 50);
  REQUIRE(w.enters("training", 1, c.singles) == 100);
}

TEST_CASE("a unit may go to who is placed most expensively") {
  Competition c(Allocation::CostliestFirst);
  c.lives("hotel", "singles", 0);
  c.lives("dear", "families", 0);
  const Witness w = c.run();
  REQUIRE(w.enters("training", 0, c.families) == 50);
  REQUIRE(w.enters("training", 1, c.singles) == 100);
}

TEST_CASE("of equally expensive ones it goes to who has waited longest, though months differ in length") {
  Competition c(Allocation::CostliestFirst);
  c.b.stage("hotel").price = everyone(a_month(15'000));
  c.b.stage("dear").price = everyone(a_month(15'000));  // ready on day 41, in February, whose days are dearer
  c.b.raw().moves[2].stay = everyone(fixed_days(41));
  c.lives("hotel", "singles", 0);
  c.lives("dear", "families", 0);
  const Witness w = c.run();
  REQUIRE(w.enters("training", 1, c.singles) == 50);
  REQUIRE(w.enters("training", 0, c.families) == 100);
}

TEST_CASE("reserved units are kept for their group") {
  Build b = hotel_training_home(3);
  b.group("families", 0, "hotel");
  b.stage("training").reserved = PerGroup<int>(std::vector<int>{0, 2});
  b.planned("hotel", "training", fixed_days(5));
  b.planned("training", "home", fixed_days(100));
  just_came(b, "hotel", "singles", 3);
  b.placement("hostel", 300);
  b.planned("hostel", "training", fixed_days(20));
  just_came(b, "hostel", "families", 1);
  const Settings two = b.settings();
  const Witness w(two, 90);
  REQUIRE(w.all(EventKind::Entered, "training", -1, GroupId(0)) == std::vector<double>{5});
  REQUIRE(w.enters("training", 0, GroupId(1)) == 20);
  // With one less reserved the second single gets what is left.
  b.stage("training").reserved = PerGroup<int>(std::vector<int>{0, 1});
  const Witness v(alternative_of(two, {{40, b.settings()}}), 90);
  REQUIRE(v.all(EventKind::Entered, "training", -1, GroupId(0)) == std::vector<double>{5, 40});
}

TEST_CASE("fewer units drain: nobody has to leave, and who leaves is not replaced") {
  Build b = hotel_training_home(3);
  b.planned("hotel", "training", fixed_days(5));
  b.planned("training", "home", fixed_days(50));
  just_came(b, "training", "singles", 3);
  just_came(b, "hotel", "singles", 1);
  never_leaves(b, "hotel", "home");
  const Settings three = b.settings();
  b.stage("training").units = 1;
  const Witness w(alternative_of(three, {{20, b.settings()}}), 80);
  REQUIRE(w.living("training", 49) == 3);
  REQUIRE(w.enters("training", 3) == 50);
  REQUIRE(w.units_at("training", 30).units == 1);
  REQUIRE(w.units_at("training", 30).empty == 0);
}

TEST_CASE("where the scenario evicts, who came last must leave when units are taken away") {
  Build b = hotel_training_home(4);
  b.stage("training").evicts = true;
  b.stage("training").then = b.id("hotel");
  b.planned("training", "home", fixed_days(300));
  b.planned("hotel", "training", fixed_days(5));
  just_came(b, "training", "singles", 2);
  just_came(b, "hotel", "singles", 1);
  const Settings four = b.settings();
  b.stage("training").units = 2;
  const Settings two = b.settings();
  const Witness w(alternative_of(four, {{20, two}, {30, two}}), 60);
  REQUIRE(w.first(EventKind::Left, "", 2) == 5);  // from the hotel
  REQUIRE(w.enters("hotel", 2) == 0);
  REQUIRE(w.all(EventKind::Entered, "hotel", 2) == std::vector<double>{0, 20});
  REQUIRE(w.count(EventKind::Left) == 2);
}

TEST_CASE("units without a tenant are given back before anybody is evicted") {
  Build b = hotel_training_home(3);
  b.stage("training").evicts = true;
  b.stage("training").then = b.id("hotel");
  b.stage("training").turnaround = fixed_days(30);
  b.planned("training", "home", fixed_days(300));
  never_leaves(b, "hotel", "home");
  just_came(b, "training", "singles", 2);
  b.initial("training", "singles", 1);
  b.raw().initial.back().elapsed = fixed_days(290);  // leaves on day 10: then its unit is made ready until day 40
  const Settings three = b.settings();
  b.stage("training").units = 2;
  const Witness w(alternative_of(three, {{20, b.settings()}}), 60);
  REQUIRE(w.count(EventKind::Entered, "hotel") == 0);
  REQUIRE(w.living("training", 50) == 2);
}

TEST_CASE("placements have a form, drawn by the group's shares, and keep it for the visit") {
  Build b = hotel_training_home(0);
  for (const double share : {0.25, 0.75}) {
    Form form;
    form.share = everyone(Share(share));
    form.price = everyone(a_day(100));
    b.stage("hotel").forms.push_back(form);
  }
  b.planned("hotel", "home", fixed_days(5));
  just_came(b, "hotel", "singles", 2000);
  const Witness w(b.settings(), 10);
  int second = 0;
  for (const auto& [event, client] : w.seen()) {
    if (event.kind != EventKind::Entered || event.subject != b.id("hotel").index()) continue;
    REQUIRE(client.form.valid());
    second += client.form.index() == 1 ? 1 : 0;
  }
  REQUIRE(std::abs(second - 1500) < 3.5 * std::sqrt(2000 * 0.1875));
}

TEST_CASE("the first acute night is remembered through all moves, also from before the period") {
  Build b = hotel_training_home(1);
  b.placement("hostel", 300);
  b.planned("hotel", "training", fixed_days(50));
  b.planned("training", "hostel", fixed_days(10));
  b.planned("hostel", "home", fixed_days(10));
  b.initial("hotel", "singles", 1);
  b.raw().initial.back().elapsed = fixed_days(45);
  const Witness w(b.settings(), 60);
  REQUIRE(w.enters("home", 0) == 25);
  for (const auto& [event, client] : w.seen()) {
    REQUIRE(client.has_acute);
    REQUIRE(client.first_acute == day(-45));
  }
}

TEST_CASE("a board meets at nine on its weekday, also right then") {
  const Time sunday = day(0);
  REQUIRE(World::next_meeting(sunday, 7) == day(0.375));
  REQUIRE(World::next_meeting(day(0.375), 7) == day(0.375));
  REQUIRE(World::next_meeting(day(0.376), 7) == day(7.375));
  REQUIRE(World::next_meeting(sunday, 1) == day(1.375));
  REQUIRE(World::next_meeting(day(1.5), 1) == day(8.375));
  REQUIRE(World::next_meeting(day(5), 3) == day(10.375));
}

TEST_CASE("whom something still meets after the end does not wait for ever") {
  Build b = hotel_training_home(0);
  b.risk("hotel", "home", 1e-6);
  just_came(b, "hotel", "singles", 3);
  REQUIRE(Witness(b.settings(), 30).living("hotel", 29) == 3);
}

TEST_CASE("an exception of a recorder comes out of the run, on both kernels") {
  Build b = hotel_training_home(2);
  b.group("singles").arrivals = per_week(7);
  b.planned("hotel", "training", exponential_days(20));
  b.planned("training", "home", exponential_days(20));
  b.stage("hotel").services = {b.service("course", b.team("teachers", 1, 40), Distribution::constant(10), 10)};
  const Alternative alternative = alternative_of(b.settings());
  for (const bool simgrid : {false, true}) {
    Fuse fuse(40);
    World world(alternative, {day(0), day(100)},
                simgrid ? trapphus::engine::simgrid_kernel(day(0)) : trapphus::engine::calendar_kernel(), fuse);
    REQUIRE_THROWS_AS(world.run(), Fuse::Blown);
  }
}

TEST_CASE("nothing happens at or after the end of the period") {
  Build b = hotel_training_home(2);
  b.planned("hotel", "home", fixed_days(10));
  just_came(b, "hotel", "singles");
  REQUIRE(Witness(b.settings(), 10).enters("home", 0) == kNever);
}

TEST_CASE("every event is counted") {
  Build b = hotel_training_home(2);
  b.planned("hotel", "home", fixed_days(10));
  just_came(b, "hotel", "singles", 5);
  const Witness w(b.settings(), 20);
  REQUIRE(w.counted() == w.seen().size());
  REQUIRE(w.counted() == 5 * 5);  // Entered, Ready, Left, Entered, Gone
}
