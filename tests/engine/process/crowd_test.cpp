// SPDX-License-Identifier: MIT
// What must not take quadratic time: none of these would end within the tests' limit if it did.
#include <catch2/catch.hpp>
#include <vector>

#include "engine/process/combine.hpp"
#include "engine/resources/pool.hpp"

namespace {

using namespace trapphus::engine;  // NOLINT(google-build-using-namespace): a test of one file

constexpr std::size_t kCrowd = 300'000;

struct Crowd {
  Simulation simulation{Time{}};
  Pool pool{simulation, "pool", 0};
  std::vector<ProcessRef> members;
  std::size_t woken = 0;
  ~Crowd() { simulation.close(); }

  template <class Maker>
  void gather(const Maker& make) {
    for (std::size_t i = 0; i < kCrowd; ++i) members.push_back(simulation.spawn(make(*this), {"member", i}));
  }
};

Process sleeps(Crowd& crowd) {
  co_await delay(Duration(10));
  ++crowd.woken;
}

Process waits_for_unit(Crowd& crowd) {
  auto got = co_await first_of(crowd.pool.claim(), delay(Duration(10)));
  crowd.woken += got.index();
}

Process queues(Crowd& crowd, std::int64_t priority) {
  const Grant unit = co_await crowd.pool.claim(priority);
  ++crowd.woken;
}

Process brings_units(Crowd& crowd) {
  co_await delay(Duration(5));
  crowd.pool.add(static_cast<int>(kCrowd));
}

Process sleeps_again_and_again(Crowd& crowd) {
  for (int i = 0; i < 3; ++i) co_await delay(Duration(0));
  ++crowd.woken;
}

}  // namespace

TEST_CASE("A crowd wakes at one instant") {
  Crowd crowd;
  crowd.gather(sleeps);
  crowd.simulation.run();
  CHECK(crowd.woken == kCrowd);
}

TEST_CASE("A crowd gives up waiting at one instant") {
  Crowd crowd;
  crowd.gather(waits_for_unit);
  crowd.simulation.run();
  CHECK(crowd.woken == kCrowd);
  CHECK(crowd.pool.waiting() == 0);
}

TEST_CASE("A crowd sleeps for no time at all, and again", "[long]") {
  Crowd crowd;
  crowd.gather(sleeps_again_and_again);
  crowd.simulation.run();
  CHECK(crowd.woken == kCrowd);
}

TEST_CASE("A crowd is served at one instant when the units come") {
  Crowd crowd;
  const bool priorities = GENERATE(false, true);
  crowd.gather(
      [&](Crowd& c) { return queues(c, priorities ? static_cast<std::int64_t>(c.members.size() % 1'000) : 0); });
  crowd.simulation.spawn(brings_units(crowd));
  crowd.simulation.run();
  CHECK(crowd.woken == kCrowd);
}

TEST_CASE("A crowd is cancelled, the last first, whatever it does") {
  Crowd crowd;
  SECTION("before it has begun") {
    crowd.gather(sleeps);
  }
  SECTION("while it sleeps") {
    crowd.gather(sleeps);
    crowd.simulation.run_until(Time(Duration(1)));
  }
  SECTION("while it waits for one of two") {
    crowd.gather(waits_for_unit);
    crowd.simulation.run_until(Time(Duration(1)));
  }
  for (std::size_t i = kCrowd; i-- > 0;) crowd.members[i].cancel();
  CHECK(crowd.simulation.live_processes() == 0);
  CHECK(crowd.pool.waiting() == 0);
  crowd.simulation.run();
  CHECK(crowd.woken == 0);
}
