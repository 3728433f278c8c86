// SPDX-License-Identifier: MIT
// Pools with several lines, of which some have units reserved.
#include <catch2/catch.hpp>

#include "engine/resources/pool.hpp"
#include "tests/engine/world.hpp"

namespace trapphus::engine {
TEST_CASE("Reserved units are kept for their line") {
  World world;
  Pool pool(world.simulation, "pool", 3, {0, 2});
  for (int i = 0; i < 3; ++i) world.simulation.spawn(stays(world, pool, "plain", at(i), kLong, {0, 0}));
  for (int i = 0; i < 3; ++i) world.simulation.spawn(stays(world, pool, "family", at(10 + i), s(20), {0, 1}));
  world.simulation.run_until(at(25));
  // One unit is for everybody, two are kept for families.
  CHECK(world.diary.lines().size() == 3);
  CHECK(world.diary.lines()[0].substr(0, 7) == "0 plain");
  CHECK(world.diary.lines()[1].substr(0, 9) == "10 family");
  CHECK(world.diary.lines()[2].substr(0, 9) == "11 family");
  CHECK(pool.waiting() == 3);
  world.simulation.run_until(at(31));
  // A family leaves at 30: the unit is kept for the third family. At 31 the other unit of the families stays vacant.
  CHECK(world.diary.lines().size() == 4);
  CHECK(world.diary.lines()[3].substr(0, 9) == "30 family");
  CHECK(pool.held() == 2);
  CHECK(pool.waiting() == 2);
  pool.set_reserved(1, 0);
  world.simulation.run_until(at(32));
  CHECK(pool.held() == 3);
  CHECK(world.diary.lines().back().substr(0, 8) == "31 plain");
  world.simulation.close();
}

TEST_CASE("The line of those with a reserve may also have what is for everybody") {
  World world;
  Pool pool(world.simulation, "pool", 3, {0, 1});
  for (int i = 0; i < 3; ++i) world.simulation.spawn(stays(world, pool, "family", at(i), s(5), {0, 1}));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"0 family gets 2", "1 family gets 1", "2 family gets 0"});
}

TEST_CASE("Over all lines that may have a unit the priority decides, then the arrival") {
  World world;
  Pool pool(world.simulation, "pool", 1, {0, 0});
  world.simulation.spawn(stays(world, pool, "first", at(0), s(9)));
  world.simulation.spawn(stays(world, pool, "b", at(2), s(1), {0, 1}));
  world.simulation.spawn(stays(world, pool, "a", at(3), s(1), {0, 0}));
  world.simulation.spawn(stays(world, pool, "urgent", at(4), s(1), {-5, 0}));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"0 first gets 0", "9 urgent gets 0", "10 b gets 0", "11 a gets 0"});
}

TEST_CASE("A reserve larger than the units gives the units to that line alone") {
  World world;
  Pool pool(world.simulation, "pool", 2, {0, 5});
  world.simulation.spawn(stays(world, pool, "plain", at(0), s(5), {0, 0}), {}, true);
  world.simulation.spawn(stays(world, pool, "family", at(1), s(5), {0, 1}));
  world.simulation.spawn(stays(world, pool, "family", at(2), s(5), {0, 1}));
  world.simulation.run();
  CHECK(world.diary.lines().size() == 2);
  CHECK(pool.waiting() == 1);
  world.simulation.close();
}

TEST_CASE("Reserves whose sum exceeds the units do not lock the pool up") {
  World world;
  Pool pool(world.simulation, "pool", 1, {1, 1});
  world.simulation.spawn(stays(world, pool, "a", at(0), s(5), {0, 0}));
  world.simulation.spawn(stays(world, pool, "b", at(1), s(5), {0, 1}));
  CHECK_NOTHROW(world.simulation.run());
  CHECK(world.diary.lines() == Lines{"0 a gets 0", "5 b gets 0"});
}

}  // namespace trapphus::engine
