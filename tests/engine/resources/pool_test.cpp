// SPDX-License-Identifier: MIT
#include "engine/resources/pool.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

#include "engine/process/combine.hpp"
#include "tests/engine/world.hpp"

namespace trapphus::engine {
namespace {

Process gives_up(World& world, Pool& pool, std::string name, Time when, Duration patience) {
  co_await until(when);
  const auto outcome = co_await first_of(pool.claim(), delay(patience));
  world.diary.note(name + (outcome.index() == 0 ? " is served" : " gives up"));
}

Process takes_over(World& world, Pool& pool, Time when) {
  Grant unit = co_await pool.claim();
  co_await until(when);
  unit.take_over();
  unit.release();  // nothing is left to be released
  world.diary.note("taken over");
}

Process changes(Pool& pool, Time when, int units) {
  co_await until(when);
  pool.set_units(units);
}

}  // namespace

TEST_CASE("Those who wait are served in the order in which they came") {
  World world;
  Pool pool(world.simulation, "pool", 2);
  for (int i = 0; i < 5; ++i) {
    world.simulation.spawn(stays(world, pool, std::string(1, static_cast<char>('a' + i)), at(i), s(10)));
  }
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"0 a gets 1", "1 b gets 0", "10 c gets 1", "11 d gets 0", "20 e gets 1"});
  CHECK(pool.held() == 0);
  CHECK(pool.units() == 2);
  CHECK(pool.name() == "pool");
}

TEST_CASE("A smaller priority is served first, negative ones before 0, equal ones in the order of arrival") {
  World world;
  Pool pool(world.simulation, "pool", 1);
  world.simulation.spawn(stays(world, pool, "first", at(0), s(10)));
  const std::vector<std::int64_t> priorities{7, 0, -2, 7, 3, 0, -2};
  for (std::size_t i = 0; i < priorities.size(); ++i) {
    world.simulation.spawn(stays(world, pool, std::to_string(priorities[i]) + "/" + std::to_string(i),
                                 at(1 + static_cast<int>(i)), s(1), {priorities[i], 0}));
  }
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"0 first gets 0", "10 -2/2 gets 0", "11 -2/6 gets 0", "12 0/1 gets 0",
                                     "13 0/5 gets 0", "14 3/4 gets 0", "15 7/0 gets 0", "16 7/3 gets 0"});
}

TEST_CASE("Of those who claim at one instant the priority decides, not who came first") {
  World world;
  Pool pool(world.simulation, "pool", 1);
  world.simulation.spawn(stays(world, pool, "plain", at(5), s(1)));
  world.simulation.spawn(stays(world, pool, "urgent", at(5), s(1), {-1, 0}));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"5 urgent gets 0", "6 plain gets 0"});
}

TEST_CASE("Who gives up leaves the line and is passed over") {
  World world;
  Pool pool(world.simulation, "pool", 1);
  world.simulation.spawn(stays(world, pool, "anna", at(0), s(10)));
  world.simulation.spawn(gives_up(world, pool, "bo", at(1), s(8)));
  world.simulation.spawn(gives_up(world, pool, "cia", at(2), s(8)));  // until 10: just in time
  world.simulation.spawn(stays(world, pool, "dan", at(3), s(1)));
  world.simulation.run_until(at(9));
  CHECK(pool.waiting() == 2);
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"0 anna gets 0", "9 bo gives up", "10 cia is served", "10 dan gets 0"});
}

TEST_CASE("The unit that became vacant last is given next, and the same number is the same unit") {
  World world;
  Pool pool(world.simulation, "pool", 3);
  world.simulation.spawn(stays(world, pool, "a", at(0), s(5)));
  world.simulation.spawn(stays(world, pool, "b", at(0), s(7)));
  world.simulation.spawn(stays(world, pool, "c", at(0), s(6)));
  world.simulation.spawn(stays(world, pool, "d", at(8), s(1)));
  world.simulation.run();
  REQUIRE(world.diary.lines().size() == 4);
  const std::string of_b = world.diary.lines()[1].substr(std::string("0 b gets ").size());
  CHECK(world.diary.lines()[3] == "8 d gets " + of_b);
}

TEST_CASE("Capacity that falls while all units are occupied drains, and nobody loses his unit") {
  World world;
  Pool pool(world.simulation, "pool", 3);
  for (int i = 0; i < 3; ++i) world.simulation.spawn(stays(world, pool, std::to_string(i), at(0), s(10 + i)));
  world.simulation.spawn(changes(pool, at(5), 1));
  world.simulation.spawn(stays(world, pool, "next", at(6), s(1)));
  world.simulation.run_until(at(6));
  CHECK(pool.units() == 1);
  CHECK(pool.held() == 3);
  CHECK(pool.excess() == 2);
  world.simulation.run_until(at(11));
  CHECK(pool.held() == 1);
  CHECK(pool.excess() == 0);
  world.simulation.run();
  CHECK(world.diary.lines().back().substr(0, 12) == "12 next gets");
}

TEST_CASE("Capacity that grows is given to those who wait at once") {
  World world;
  Pool pool(world.simulation, "pool", 0);
  world.simulation.spawn(stays(world, pool, "a", at(0), kLong));
  world.simulation.spawn(stays(world, pool, "b", at(0), kLong));
  world.simulation.spawn(changes(pool, at(4), 1));
  world.simulation.spawn(changes(pool, at(9), 2));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"4 a gets 0", "9 b gets 1"});
}

TEST_CASE("Units that are vacant go first when there are to be fewer") {
  World world;
  Pool pool(world.simulation, "pool", 3);
  world.simulation.spawn(stays(world, pool, "a", at(0), s(10)));
  world.simulation.spawn(changes(pool, at(1), 1));
  world.simulation.spawn(stays(world, pool, "b", at(2), s(10)));
  world.simulation.run();
  CHECK(world.diary.lines().size() == 2);
  CHECK(world.diary.lines()[1].substr(0, 9) == "10 b gets");
}

TEST_CASE("There are never fewer than no units") {
  World world;
  Pool pool(world.simulation, "pool", 2);
  CHECK_THROWS_AS(pool.add(-3), std::domain_error);
  CHECK_THROWS_AS(pool.set_units(-1), std::domain_error);
  CHECK_THROWS_AS(pool.set_reserved(0, -1), std::domain_error);
  CHECK_THROWS_AS(Pool(world.simulation, "impossible", -1), std::domain_error);
  CHECK(pool.units() == 2);
  pool.set_units(0);
  CHECK(pool.units() == 0);
}

TEST_CASE("Who was there from the beginning may be more than there are units") {
  World world;
  Pool pool(world.simulation, "pool", 1);
  Grant first = pool.occupy();
  Grant second = pool.occupy();
  CHECK(first.unit() != second.unit());
  CHECK(pool.held() == 2);
  CHECK(pool.excess() == 1);
  world.simulation.spawn(stays(world, pool, "a", at(0), s(1)), {}, true);
  world.simulation.run();
  first.release();
  CHECK(pool.excess() == 0);
  world.simulation.run();
  CHECK(world.diary.lines().empty());
  second.release();
  world.simulation.run();
  CHECK(world.diary.lines().size() == 1);
}

TEST_CASE("A unit that is taken over leaves the pool with its holder") {
  World world;
  Pool pool(world.simulation, "pool", 2);
  world.simulation.spawn(takes_over(world, pool, at(5)));
  world.simulation.spawn(stays(world, pool, "b", at(0), s(9)));
  world.simulation.spawn(stays(world, pool, "c", at(1), s(9)));
  world.simulation.run();
  CHECK(pool.units() == 1);
  CHECK(pool.held() == 0);
  // The unit of b is the only one left, and goes to c.
  CHECK(world.diary.lines() == Lines{"0 b gets " + world.diary.lines()[0].substr(9), "5 taken over",
                                     "9 c gets " + world.diary.lines()[0].substr(9)});
}

TEST_CASE("A taken over unit is never given to anybody else, but an added one is new") {
  World world;
  Pool pool(world.simulation, "pool", 1);
  world.simulation.spawn(takes_over(world, pool, at(5)));
  world.simulation.spawn(stays(world, pool, "b", at(1), s(9)));
  world.simulation.spawn(changes(pool, at(7), 1));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"5 taken over", "7 b gets 1"});
}

namespace {

Process cancels_when_served(World& world, Pool& pool) {
  const Grant unit = co_await pool.claim();
  world.other.cancel();
}

Process releases(Grant& first, Grant& second, Time when) {
  co_await until(when);
  first.release();
  second.release();
}

}  // namespace

TEST_CASE("A unit that was granted to somebody who is cancelled before he collects it goes to the next") {
  // Both pools serve at 3 before anybody goes on; who was served by the first cancels whom the second has served.
  for (const bool in_first_of : {false, true}) {
    World world;
    Pool first(world.simulation, "one", 1);
    Pool second(world.simulation, "two", 1);
    Grant of_first = first.occupy();
    Grant of_second = second.occupy();
    world.simulation.spawn(cancels_when_served(world, first));
    world.other = world.simulation.spawn(in_first_of ? gives_up(world, second, "a", at(0), kLong)
                                                     : stays(world, second, "a", at(0), kLong));
    world.simulation.spawn(stays(world, second, "b", at(1), s(5)));
    world.simulation.spawn(releases(of_first, of_second, at(3)));
    world.simulation.run();
    CHECK(world.diary.lines() == Lines{"3 b gets 0"});
    CHECK(second.held() == 0);
    world.simulation.close();
  }
}

TEST_CASE("A grant can be moved, and is released once") {
  World world;
  Pool pool(world.simulation, "pool", 2);
  Grant a = pool.occupy();
  Grant b = pool.occupy();
  CHECK(static_cast<bool>(a));
  const std::uint32_t unit = b.unit();
  a = std::move(b);  // releases what it held
  CHECK(pool.held() == 1);
  CHECK(a.unit() == unit);
  Grant& same = a;
  a = std::move(same);
  CHECK(static_cast<bool>(a));
  a.release();
  a.release();
  CHECK(pool.held() == 0);
  CHECK_FALSE(static_cast<bool>(a));
}

TEST_CASE("A pool may go before the simulation once nobody waits in it") {
  World world;
  {
    Pool pool(world.simulation, "short-lived", 0);
    pool.add(1);  // asks the simulation to be served
  }
  CHECK_NOTHROW(world.simulation.run());
}

}  // namespace trapphus::engine
