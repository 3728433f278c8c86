// SPDX-License-Identifier: MIT
#include "engine/process/process.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

#include "tests/engine/world.hpp"

namespace trapphus::engine {

TEST_CASE("Cancelling a process runs its destructors and releases what it holds") {
  World world;
  world.other = world.simulation.spawn(holder(world, "anna", s(100)));
  world.simulation.spawn(holder(world, "bo", s(1)));
  world.simulation.spawn(canceller(world, at(10)));
  CHECK(world.other.alive());
  world.simulation.run();
  CHECK_FALSE(world.other.alive());
  CHECK(world.diary.lines() ==
        Lines{"0 anna has a unit", "10 anna is destroyed", "10 cancelled", "10 bo has a unit", "11 bo is destroyed"});
}

TEST_CASE("Cancelling a process that has ended does nothing, even if another took its place") {
  World world;
  world.other = world.simulation.spawn(sleeper(world, "short", at(1)));
  const ProcessRef copy = world.other;
  world.simulation.run();
  world.simulation.spawn(sleeper(world, "next", at(20)));
  world.simulation.spawn(canceller(world, at(10)));
  world.simulation.run();
  CHECK_FALSE(copy.alive());
  CHECK(world.diary.lines() == Lines{"1 short wakes", "10 cancelled", "20 next wakes"});
}

TEST_CASE("A process that was woken at this instant can still be cancelled before it goes on") {
  World world;
  world.simulation.spawn(canceller(world, at(5)));
  world.simulation.spawn(sleeper(world, "before", at(5)));
  world.other = world.simulation.spawn(sleeper(world, "victim", at(5)));
  world.simulation.spawn(sleeper(world, "after", at(5)));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"5 cancelled", "5 before wakes", "5 after wakes"});
}

TEST_CASE("The last to be woken can be cancelled, and others can be woken after it") {
  World world;
  world.simulation.spawn(canceller(world, at(5)));
  world.other = world.simulation.spawn(sleeper(world, "victim", at(5)));
  world.simulation.run_until(at(5));
  world.simulation.spawn(sleeper(world, "next", at(6)));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"5 cancelled", "6 next wakes"});
}

TEST_CASE("A process cannot cancel itself") {
  World world;
  world.other = world.simulation.spawn(canceller(world, at(2)));
  CHECK_THROWS_AS(world.simulation.run(), std::logic_error);
}

TEST_CASE("The end of a process is known to who waits for it, whether it ended, was cancelled or never began") {
  World world;
  world.simulation.spawn(mourner(world, "at once"));
  world.simulation.run();
  world.other = world.simulation.spawn(sleeper(world, "sleeper", at(4)));
  world.simulation.spawn(mourner(world, "one"));
  world.simulation.spawn(mourner(world, "two"));
  world.simulation.run();
  world.other = world.simulation.spawn(holder(world, "holder", s(50)));
  world.simulation.spawn(mourner(world, "three"));
  world.simulation.spawn(canceller(world, at(9)));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"0 at once knows", "4 sleeper wakes", "4 one knows", "4 two knows",
                                     "4 holder has a unit", "9 holder is destroyed", "9 cancelled", "9 three knows"});
}

TEST_CASE("Closing destroys what is left, the youngest first, and runs the destructors") {
  World world;
  world.simulation.spawn(holder(world, "gone", s(1)));
  world.simulation.spawn(listener(world, "old"));
  world.simulation.spawn(sleeper(world, "unborn", at(99)), {}, true);
  world.simulation.run_until(at(2));
  world.simulation.spawn(holder(world, "young", s(100)));  // in the place of the one that has gone
  world.simulation.run_until(at(3));
  world.simulation.spawn(listener(world, "never begun"));
  world.simulation.close();
  CHECK(world.diary.lines() == Lines{"0 gone has a unit", "1 gone is destroyed", "2 young has a unit",
                                     "3 young is destroyed", "3 old is destroyed"});
  CHECK(world.pool.held() == 0);
  CHECK(world.simulation.live_processes() == 0);
  CHECK(world.simulation.closing());
}

namespace {

struct Cancels {
  ProcessRef victim;
  ~Cancels() { victim.cancel(); }
};

Process holds(Diary& diary, std::string name, const ProcessRef& other) {
  const Farewell farewell(diary, name);
  const Cancels guard{other};
  co_await until(Time::max());
}

struct Spawns {
  World& world;
  ~Spawns() { world.simulation.spawn(sleeper(world, "too late", at(0))); }
};

Process spawns_at_the_end(World& world) {
  const Spawns guard{world};
  co_await until(Time::max());
}

}  // namespace

TEST_CASE("Destructors may cancel other processes, also each other's, also while the simulation closes") {
  Simulation simulation(at(0));
  Diary diary(simulation);
  ProcessRef c;
  const auto cancels_c = [](Diary& notes, const ProcessRef& last) -> Process {
    const Farewell farewell(notes, "a");
    co_await until(at(1));
    const Cancels guard{last};
    co_await until(Time::max());
  };
  const ProcessRef a = simulation.spawn(cancels_c(diary, c), {}, true);
  const ProcessRef b = simulation.spawn(holds(diary, "b", a), {}, true);
  c = simulation.spawn(holds(diary, "c", b), {}, true);
  simulation.run();
  simulation.close();
  // c goes first; its guards go before its farewell: b, for that a, for that c, which is going already.
  CHECK(diary.lines() == Lines{"1 a is destroyed", "1 b is destroyed", "1 c is destroyed"});
  CHECK(simulation.live_processes() == 0);
}

TEST_CASE("What a destructor spawns while the simulation closes is destroyed unrun") {
  World world;
  world.simulation.spawn(spawns_at_the_end(world), {}, true);
  world.simulation.run();
  world.simulation.close();
  CHECK(world.simulation.live_processes() == 0);
  CHECK(world.diary.lines().empty());
}

TEST_CASE("The end of the simulation itself closes it") {
  int ends = 0;
  struct Count {
    int& ends;
    explicit Count(int& e) : ends(e) {}
    ~Count() { ++ends; }
  };
  const auto wait = [](int& count) -> Process {
    const Count guard(count);
    co_await until(Time::max());
  };
  {
    Simulation simulation(at(0));
    simulation.spawn(wait(ends), {}, true);
    simulation.run();
    CHECK(ends == 0);
  }
  CHECK(ends == 1);
}

TEST_CASE("A process that is never spawned is destroyed unrun") {
  World world;
  { const Process unused = sleeper(world, "unused", at(0)); }
  world.simulation.run();
  CHECK(world.diary.lines().empty());
}

}  // namespace trapphus::engine
