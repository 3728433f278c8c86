// SPDX-License-Identifier: MIT
#include "engine/process/wait.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/world.hpp"

namespace trapphus::engine {
namespace {

Process two_delays(World& world, Duration first, Duration second) {
  co_await delay(first);
  world.diary.note("first");
  co_await delay(second);
  world.diary.note("second");
}

Process starts_and_waits(World& world) {
  co_await ended(world.simulation.spawn(sleeper(world, "child", at(6))));
  world.diary.note("the child has ended");
  co_await ended(ProcessRef{});
  world.diary.note("nobody has ended");
}

Process waits_for_end(World& world) {
  const Farewell farewell(world.diary, "waiter");
  co_await ended(world.other);
  world.diary.note("never");
}

}  // namespace

TEST_CASE("A delay goes on that much later") {
  World world;
  world.simulation.spawn(two_delays(world, s(4), s(5)));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"4 first", "9 second"});
}

TEST_CASE("A delay of nothing or less goes on at the same instant") {
  World world;
  world.simulation.spawn(two_delays(world, s(0), s(-5)));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"0 first", "0 second"});
}

TEST_CASE("A delay of nothing lets those go first who are to wake at this instant already") {
  World world;
  world.simulation.spawn(two_delays(world, s(3), s(0)));
  world.simulation.spawn(sleeper(world, "other", at(3)));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"3 first", "3 other wakes", "3 second"});
}

TEST_CASE("Delays may be as long as 10 000 years less the time that is past") {
  World world;
  const Duration age = 6'000 * kYear;
  world.simulation.spawn(two_delays(world, s(1), age));
  world.simulation.run();
  CHECK(world.simulation.now() == at(1) + age);
}

TEST_CASE("Until goes on at that time, at once if it is past, and never at Time::max()") {
  World world;
  world.simulation.spawn(sleeper(world, "eight", at(8)));
  world.simulation.spawn(sleeper(world, "long ago", at(-100)));
  world.simulation.spawn(sleeper(world, "never", Time::max()));
  CHECK_THROWS_AS(world.simulation.run(), Deadlock);
  CHECK(world.diary.lines() == Lines{"0 long ago wakes", "8 eight wakes"});
}

TEST_CASE("Ended goes on when the process has ended, at once if it has already or never was") {
  World world;
  world.simulation.spawn(starts_and_waits(world));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"6 child wakes", "6 the child has ended", "6 nobody has ended"});
}

TEST_CASE("Who waits for an end can be cancelled before it") {
  World world;
  world.other = world.simulation.spawn(sleeper(world, "long", at(10)));
  ProcessRef waiter = world.simulation.spawn(waits_for_end(world));
  world.simulation.run_until(at(2));
  waiter.cancel();
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"2 waiter is destroyed", "10 long wakes"});
}

TEST_CASE("Who waits for an end can be cancelled by the destructor of what ends") {
  struct Cancels {
    ProcessRef& victim;
    ~Cancels() { victim.cancel(); }
  };
  World world;
  ProcessRef waiter;
  const auto kill = [](ProcessRef& victim) -> Process {
    const Cancels guard{victim};
    co_await delay(s(3));
  };
  world.other = world.simulation.spawn(kill(waiter));
  waiter = world.simulation.spawn(waits_for_end(world));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"3 waiter is destroyed"});
}

}  // namespace trapphus::engine
