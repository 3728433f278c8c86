// SPDX-License-Identifier: MIT
#include "engine/process/simulation.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

#include "engine/process/combine.hpp"
#include "tests/engine/world.hpp"

namespace trapphus::engine {
namespace {

/// Comes at `when`, wants a unit, uses it for 12 seconds.
Process user(World& world, std::string name, Time when) {
  co_await until(when);
  world.diary.note(name + " comes");
  const Grant unit = co_await world.pool.claim();
  world.diary.note(name + " starts");
  co_await delay(s(12));
  world.diary.note(name + " leaves");
}

Process thrower(Time when) {
  co_await until(when);
  throw std::out_of_range("the roof leaks");
}

}  // namespace

TEST_CASE("Users at 0, 10 and 15 of one unit are served one after another") {
  World world;
  world.simulation.spawn(user(world, "anna", at(0)));
  world.simulation.spawn(user(world, "bo", at(10)));
  world.simulation.spawn(user(world, "cia", at(15)));
  world.simulation.run();
  // anna 0-12, bo waits 2 and stays 12-24, cia waits 9 and stays 24-36.
  CHECK(world.diary.lines() == Lines{"0 anna comes", "0 anna starts", "10 bo comes", "12 anna leaves", "12 bo starts",
                                     "15 cia comes", "24 bo leaves", "24 cia starts", "36 cia leaves"});
  CHECK(world.simulation.live_processes() == 0);
}

TEST_CASE("Processes that wake at one instant go on in the order in which they began to wait") {
  World world;
  for (const char* name : {"first", "second", "third"}) world.simulation.spawn(sleeper(world, name, at(7)));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"7 first wakes", "7 second wakes", "7 third wakes"});
}

namespace {

struct NotedChange final : Waiter {
  explicit NotedChange(World& w) : world(w) {}
  void fired(unsigned branch) override { world.diary.note("change " + std::to_string(branch)); }
  World& world;
  Timer timer;
};

Process impatient(World& world) {
  co_await first_of(world.signal.next(), delay(s(5)));
  world.diary.note("the deadline passes");
}

}  // namespace

TEST_CASE("At one instant the world changes first, then delays end, then deadlines pass") {
  World world;
  NotedChange change(world);
  world.simulation.spawn(impatient(world));
  world.simulation.spawn(sleeper(world, "a delay", at(5)));
  world.simulation.run_until(at(1));
  world.simulation.schedule(change.timer, at(5), Phase::Change, change, 3);
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"5 change 3", "5 a delay wakes", "5 the deadline passes"});
}

TEST_CASE("However many deadlines pass at one instant, all do before anybody goes on") {
  // Each process that goes on sleeps for nothing, which ends before deadlines of this instant that had not passed.
  World world;
  const auto impatient_then_brief = [](World& w) -> Process {
    co_await first_of(w.signal.next(), delay(s(5)));
    w.diary.note("deadline");
    co_await delay(s(0));
    w.diary.note("delay");
  };
  const std::size_t many = 1000;
  for (std::size_t i = 0; i < many; ++i) world.simulation.spawn(impatient_then_brief(world));
  world.simulation.run();
  Lines expected(many, "5 deadline");
  expected.insert(expected.end(), many, "5 delay");
  CHECK(world.diary.lines() == expected);
}

TEST_CASE("A unit that is released at an instant is had by who claims it at that instant, whoever was resumed first") {
  World world;
  world.simulation.spawn(user(world, "late", at(12)));  // begins to wait for its time before anna has the unit
  world.simulation.spawn(user(world, "anna", at(0)));
  world.simulation.run();
  CHECK(world.diary.lines() ==
        Lines{"0 anna comes", "0 anna starts", "12 late comes", "12 anna leaves", "12 late starts", "24 late leaves"});
}

namespace {

Process patient(World& world, std::string name, Duration patience) {
  auto outcome = co_await first_of(world.pool.claim(), delay(patience));
  world.diary.note(name + (outcome.index() == 0 ? " has it" : " gives up"));
  if (outcome.index() == 1) co_return;
  const Grant unit = std::move(outcome.get<0>());
  co_await delay(s(1));
}

}  // namespace

TEST_CASE("A unit that is released at the very instant at which patience ends is granted") {
  World world;
  world.simulation.spawn(patient(world, "in vain", s(11)));  // the order of spawning decides who claims first
  world.simulation.run_until(at(0));
  CHECK(world.diary.lines() == Lines{"0 in vain has it"});
  world.simulation.run_until(at(100));
  world.simulation.spawn(user(world, "anna", at(0)));
  world.simulation.run_until(at(100));
  world.simulation.spawn(patient(world, "too short", s(11)));
  world.simulation.spawn(patient(world, "just enough", s(12)));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"0 in vain has it", "100 anna comes", "100 anna starts", "111 too short gives up",
                                     "112 anna leaves", "112 just enough has it"});
}

TEST_CASE("An exception that leaves a process ends the run with that exception") {
  World world;
  world.simulation.spawn(sleeper(world, "early", at(3)));
  world.simulation.spawn(thrower(at(5)));
  world.simulation.spawn(holder(world, "somebody", s(100)));
  CHECK_THROWS_AS(world.simulation.run(), std::out_of_range);
  CHECK(world.simulation.now() == at(5));
  world.simulation.close();
  CHECK(world.diary.lines() == Lines{"0 somebody has a unit", "3 early wakes", "5 somebody is destroyed"});
  CHECK(world.simulation.live_processes() == 0);
}

TEST_CASE("An exception before the first waiting ends the run as well") {
  World world;
  world.simulation.spawn(thrower(at(0)));
  CHECK_THROWS_WITH(world.simulation.run_until(at(9)), "the roof leaks");
}

TEST_CASE("Who waits for ever is reported by name") {
  World world;
  world.simulation.spawn(listener(world, "nobody"), {"household", 18});
  world.simulation.spawn(listener(world, "nobody"), {"household", 17});
  world.simulation.spawn(mourner(world, "m"), {"tenant", 4});  // other was never started: it has ended
  world.simulation.spawn(listener(world, "nobody"), {"course", 2});
  CHECK_THROWS_MATCHES(world.simulation.run_until(at(10)), Deadlock,
                       Catch::Matchers::Message("nothing happens any more after 1970-01-01, and still wait for ever: "
                                                "course 2; household 17 and 1 more"));
}

TEST_CASE("While something is still to happen nobody is reported") {
  World world;
  world.simulation.spawn(listener(world, "nobody"));
  world.simulation.spawn(sleeper(world, "late", at(50)));
  CHECK_NOTHROW(world.simulation.run_until(at(49)));
  CHECK_THROWS_AS(world.simulation.run_until(at(50)), Deadlock);
}

TEST_CASE("Background processes may wait for ever without being missed") {
  World world;
  world.simulation.spawn(listener(world, "radio"), {"radio", 1}, true);
  world.simulation.run_until(at(10));
  world.simulation.run();
  CHECK(world.simulation.now() == at(10));
  CHECK(world.simulation.live_processes() == 1);
}

TEST_CASE("A run can be continued, and the clock stands at the end of each part") {
  World world;
  world.simulation.spawn(sleeper(world, "five", at(5)));
  world.simulation.spawn(sleeper(world, "ten", at(10)));
  world.simulation.run_until(at(5));
  CHECK(world.diary.lines() == Lines{"5 five wakes"});
  world.simulation.run_until(at(8));
  CHECK(world.simulation.now() == at(8));
  world.simulation.spawn(sleeper(world, "past", at(3)));  // a time that is past is now
  world.simulation.run_until(at(10));
  CHECK(world.diary.lines() == Lines{"5 five wakes", "8 past wakes", "10 ten wakes"});
  world.simulation.run_until(at(20));
  CHECK(world.simulation.now() == at(20));
}

namespace {

Process restless(World& world) {
  for (;;) co_await delay(s(0));
  world.diary.note("never");
}

Process ping(Signal& hear, Signal& call) {
  for (;;) {
    call.announce();
    co_await hear.next();
  }
}

}  // namespace

TEST_CASE("Processes that wake each other without end at one instant are reported", "[long]") {
  Simulation simulation(at(60));
  Signal a;
  Signal b;
  simulation.spawn(ping(a, b));
  simulation.spawn(ping(b, a));
  CHECK_THROWS_WITH(simulation.run(), Catch::Contains("time stands still at 1970-01-01 00:01:00"));
}

TEST_CASE("A process that delays itself by nothing without end is reported", "[long]") {
  World world;
  world.simulation.spawn(restless(world));
  CHECK_THROWS_WITH(world.simulation.run(), Catch::Contains("time stands still at 1970-01-01"));
}

}  // namespace trapphus::engine
