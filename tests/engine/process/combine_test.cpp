// SPDX-License-Identifier: MIT
#include "engine/process/combine.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <variant>

#include "engine/resources/team.hpp"
#include "tests/engine/world.hpp"

namespace trapphus::engine {
namespace {

/// One of each that can be waited for. At first none of them ever happens.
struct Everything : World {
  Everything() {
    occupied = pool.occupy();
    other = simulation.spawn(sleeper(*this, "other", Time::max()), {}, true);
  }
  Everything(const Everything&) = delete;
  Everything& operator=(const Everything&) = delete;
  ~Everything() {
    simulation.close();
    occupied.release();
  }
  Grant occupied;
  Team team{simulation, "team", 0};
  Latch latch;
  Time limit = Time::max();
  Time deadline = Time::max();
};

constexpr double kAmount = 3;

Process waits_for_first(Everything& world) {
  const Farewell farewell(world.diary, "waiter");
  Activity work(world.team, kAmount, 1);
  auto first = co_await first_of(world.pool.claim(), world.signal.next(), world.latch.set(), work.done(),
                                 ended(world.other), until(world.limit), until(world.deadline));
  world.diary.note("part " + std::to_string(first.index()));
  if (first.index() == 0) CHECK(static_cast<bool>(first.get<0>()));
  if (first.index() != 0) CHECK_THROWS_AS(first.get<0>(), std::bad_variant_access);
}

Process waits_for_all(Everything& world) {
  const Farewell farewell(world.diary, "waiter");
  Activity work(world.team, kAmount, 1);
  auto all = co_await all_of(world.pool.claim(), world.signal.next(), world.latch.set(), work.done(),
                             ended(world.other), until(world.limit), until(world.deadline));
  world.diary.note("all, with unit " + std::to_string(std::get<0>(all).unit()));
}

using Act = std::function<void(Everything&)>;

Process acts(Everything& world, Time when, Act act) {
  co_await until(when);
  act(world);
}

const Act kRelease = [](Everything& world) { world.occupied.release(); };
const Act kAnnounce = [](Everything& world) { world.signal.announce(); };
const Act kSet = [](Everything& world) { world.latch.announce(); };
const Act kWork = [](Everything& world) { world.team.set_capacity(1); };  // done 3 seconds later
const Act kEnd = [](Everything& world) { world.other.cancel(); };

/// Nobody waits for anything any more.
void check_unlinked(Everything& world) {
  CHECK(world.pool.waiting() == 0);
  CHECK_FALSE(world.signal.awaited());
  CHECK(world.simulation.live_processes() <= 1);  // the other
}

}  // namespace

TEST_CASE("The first of several is whatever happens first, and the others are given up") {
  const std::array<Act, 5> happenings{kRelease, kAnnounce, kSet, kWork, kEnd};
  for (std::size_t part = 0; part < happenings.size(); ++part) {
    Everything world;
    world.simulation.spawn(waits_for_first(world));
    world.simulation.spawn(acts(world, at(7), happenings[part]));
    world.simulation.run();
    const std::string when = part == 3 ? "10 " : "7 ";
    CHECK(world.diary.lines() == Lines{when + "part " + std::to_string(part), when + "waiter is destroyed"});
    check_unlinked(world);
    for (const Act& happening : happenings) happening(world);  // too late: nobody listens
    world.simulation.run_until(at(20));
    CHECK(world.diary.lines().size() == 2);
    CHECK(world.pool.held() == 0);
  }
}

TEST_CASE("One of several deadlines may be first, and Time::max() never is") {
  for (const bool second : {false, true}) {
    Everything world;
    (second ? world.deadline : world.limit) = at(30);
    world.simulation.spawn(waits_for_first(world));
    world.simulation.run();
    CHECK(world.diary.lines().at(0) == (second ? "30 part 6" : "30 part 5"));
    check_unlinked(world);
  }
}

TEST_CASE("Of several that happen at one instant the earlier argument is first, and deadlines come last") {
  Everything world;
  world.limit = world.deadline = at(5);
  world.simulation.spawn(waits_for_first(world));
  world.simulation.run();
  CHECK(world.diary.lines().at(0) == "5 part 5");

  Everything later;
  later.limit = at(5);
  later.simulation.spawn(waits_for_first(later));
  later.simulation.spawn(acts(later, at(5), kRelease));
  later.simulation.run();
  CHECK(later.diary.lines().at(0) == "5 part 0");

  Everything both;
  both.latch.announce();
  both.other.cancel();
  both.simulation.spawn(waits_for_first(both));
  both.simulation.run();
  CHECK(both.diary.lines().at(0) == "0 part 2");
}

TEST_CASE("Two things that happen at once wake a process only once") {
  Everything world;
  world.limit = at(50);
  world.simulation.spawn(waits_for_first(world));
  world.simulation.spawn(acts(world, at(5), [](Everything& w) {
    w.latch.announce();
    w.signal.announce();
    w.occupied.release();
    w.other.cancel();
  }));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"5 part 2", "5 waiter is destroyed"});
  CHECK(world.pool.held() == 0);
}

namespace {

Process waits_twice_for_the_same(World& world) {
  const auto first = co_await first_of(ended(world.other), ended(world.other), world.signal.next());
  world.diary.note("part " + std::to_string(first.index()));
  co_await delay(s(1));
  const auto second = co_await first_of(world.signal.next(), world.signal.next());
  world.diary.note("part " + std::to_string(second.index()));
}

}  // namespace

TEST_CASE("The same thing may be waited for twice in one combination") {
  World world;
  world.other = world.simulation.spawn(sleeper(world, "other", at(3)));
  world.simulation.spawn(waits_twice_for_the_same(world));
  world.simulation.spawn(waits_twice_for_the_same(world));
  world.simulation.spawn(sleeper(world, "night", at(9)));
  world.simulation.run_until(at(4));
  world.signal.announce();
  world.simulation.run_until(at(5));
  CHECK(world.diary.lines() == Lines{"3 other wakes", "3 part 0", "3 part 0", "4 part 0", "4 part 0"});
}

TEST_CASE("A process that waits for the first of several can be cancelled") {
  Everything world;
  ProcessRef waiter = world.simulation.spawn(waits_for_first(world), {}, true);
  world.simulation.run_until(at(2));
  waiter.cancel();
  CHECK(world.diary.lines() == Lines{"2 waiter is destroyed"});
  check_unlinked(world);
}

TEST_CASE("All of several is the last of them, with their results") {
  Everything world;
  world.limit = at(4);
  world.deadline = at(20);
  world.simulation.spawn(waits_for_all(world));
  world.simulation.spawn(acts(world, at(3), kRelease));
  world.simulation.spawn(acts(world, at(5), kAnnounce));
  world.simulation.spawn(acts(world, at(6), kSet));
  world.simulation.spawn(acts(world, at(7), kWork));
  world.simulation.spawn(acts(world, at(8), kEnd));
  world.simulation.run_until(at(19));
  CHECK(world.diary.lines().empty());
  CHECK(world.pool.held() == 1);  // while the others are still waited for
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"20 all, with unit 0", "20 waiter is destroyed"});
  CHECK(world.pool.held() == 0);
}

TEST_CASE("All of several never is if one of them never is, cancelling gives back what was had already") {
  Everything world;
  world.limit = at(4);
  ProcessRef waiter = world.simulation.spawn(waits_for_all(world));
  world.simulation.spawn(acts(world, at(3), kRelease));
  world.simulation.spawn(acts(world, at(3), kAnnounce));
  world.simulation.spawn(acts(world, at(3), kEnd));
  world.simulation.spawn(sleeper(world, "night", at(30)));
  world.simulation.run_until(at(10));
  CHECK(world.pool.held() == 1);
  waiter.cancel();
  CHECK(world.pool.held() == 0);
  check_unlinked(world);
}

namespace {

Process both_units(World& world) {
  auto [first, second] = co_await all_of(world.pool.claim(), world.pool.claim());
  world.diary.note("units " + std::to_string(first.unit()) + " and " + std::to_string(second.unit()));
}

Process either_line(World& world, Pool& pool) {
  const auto first = co_await first_of(pool.claim(0, 1), pool.claim(0, 0));
  world.diary.note("line " + std::to_string(first.index()));
}

}  // namespace

TEST_CASE("Several units can be waited for together") {
  World world;
  world.simulation.spawn(both_units(world), {"pair", 1});
  CHECK_THROWS_AS(world.simulation.run_until(at(1)), Deadlock);
  world.pool.add(1);
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"0 units 0 and 1"});
}

TEST_CASE("Of two claims that are served at once only one takes a unit") {
  World world;
  Pool two(world.simulation, "two", 2, {1, 1});
  world.simulation.spawn(either_line(world, two));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"0 line 0"});
  CHECK(two.held() == 0);
  world.simulation.close();
}

}  // namespace trapphus::engine
