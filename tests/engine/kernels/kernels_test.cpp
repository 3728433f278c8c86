// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <stdexcept>
#include <vector>

#include "engine/kernels/simgrid_kernel.hpp"
#include "tests/bench/models.hpp"
#include "tests/engine/random_model.hpp"

// All tests of the SimGrid kernel are in this file, since its state is global and bound to one thread.
namespace trapphus::engine {
namespace {

using KernelMaker = std::function<std::unique_ptr<Kernel>()>;

const std::vector<KernelMaker>& kernels() {
  static const std::vector<KernelMaker> all{[] { return calendar_kernel(); }, [] { return simgrid_kernel(at(0)); }};
  return all;
}

/// The first line in which they differ, with what came before it.
std::string difference(const Lines& a, const Lines& b) {
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string left = i < a.size() ? a[i] : "(end)";
    const std::string right = i < b.size() ? b[i] : "(end)";
    if (left == right) continue;
    std::string text = "calendar: " + left + "\nsimgrid: " + right + "\nafter:";
    for (std::size_t k = i > 8 ? i - 8 : 0; k < i; ++k) text += "\n  " + a[k];
    return text;
  }
  return "";
}

}  // namespace

TEST_CASE("Random models have identical trajectories on the calendar and on SimGrid", "[long]") {
  std::size_t lines = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const RandomModel model(seed);
    RandomRun calendar(model, calendar_kernel());
    RandomRun simgrid(model, simgrid_kernel(at(0)));
    calendar.run();
    simgrid.run();
    INFO("model " << seed);
    CHECK(difference(calendar.lines(), simgrid.lines()) == "");
    for (std::size_t i = 0; i < calendar.delivered().size(); ++i) {
      CHECK(simgrid.delivered()[i] == Approx(calendar.delivered()[i]).margin(2e-3));
    }
    lines += calendar.lines().size();
  }
  CHECK(lines > 5'000);  // something happens in them
}

TEST_CASE("The staircase of the benchmark is the same on the calendar and on SimGrid", "[long]") {
  const auto calendar = bench::staircase(1, 7, [](Time) { return calendar_kernel(); });
  const auto simgrid = bench::staircase(1, 7, [](Time start) { return simgrid_kernel(start); });
  CHECK(simgrid.events.mean() == calendar.events.mean());
  CHECK(simgrid.first_hand.mean() == calendar.first_hand.mean());
  CHECK(simgrid.acute_at_end.mean() == calendar.acute_at_end.mean());
}

namespace {

Process throws_at(Time when) {
  co_await until(when);
  throw std::out_of_range("the roof leaks");
}

/// A world on a kernel of choice.
struct WorldOn {
  explicit WorldOn(const KernelMaker& kernel) : simulation(at(0), kernel()), team(simulation, "team", 1) {}
  WorldOn(const WorldOn&) = delete;
  WorldOn& operator=(const WorldOn&) = delete;
  ~WorldOn() { simulation.close(); }
  Simulation simulation;
  Team team;
  Diary diary{simulation};
};

Process works(WorldOn& world, std::string name, Time from, double amount, Time limit) {
  co_await until(from);
  Activity work(world.team, amount, std::numeric_limits<double>::infinity());
  const auto first = co_await first_of(work.done(), until(limit));
  world.diary.note(name + (first.index() == 0 ? " done" : " given up"));
}

Process waits(WorldOn& world, std::string name, Time when) {
  const Farewell farewell(world.diary, name);
  co_await until(when);
  world.diary.note(name + " wakes");
}

Process rests(WorldOn& world, Time from, Time to) {
  co_await until(from);
  world.team.set_capacity(0);
  co_await until(to);
  world.team.set_capacity(2);
}

}  // namespace

TEST_CASE("An exception that leaves a process ends the run with it on both kernels, and the rest can be closed") {
  for (const KernelMaker& kernel : kernels()) {
    WorldOn world(kernel);
    world.simulation.spawn(waits(world, "early", at(3)));
    world.simulation.spawn(throws_at(at(5)));
    world.simulation.spawn(waits(world, "late", at(9)));
    world.simulation.spawn(works(world, "work", at(1), 100, Time::max()));
    CHECK_THROWS_AS(world.simulation.run(), std::out_of_range);
    CHECK(world.simulation.now() == at(5));
    world.simulation.close();
    CHECK(world.diary.lines() == Lines{"3 early wakes", "3 early is destroyed", "5 late is destroyed"});
  }
}

TEST_CASE("Who waits for ever is reported on both kernels") {
  for (const KernelMaker& kernel : kernels()) {
    WorldOn world(kernel);
    world.simulation.spawn(waits(world, "never", Time::max()), {"tenant", 9});
    world.simulation.spawn(works(world, "endless", at(1), kEndless, Time::max()), {"case", 2});
    world.simulation.spawn(waits(world, "early", at(3)));
    CHECK_THROWS_WITH(world.simulation.run(),
                      "nothing happens any more after 1970-01-01 00:00:03, and still wait for ever: case 2; tenant 9");
  }
}

TEST_CASE("A run that goes on in parts is the same as one on both kernels, work included") {
  for (const KernelMaker& kernel : kernels()) {
    WorldOn world(kernel);
    world.simulation.spawn(works(world, "a", at(0), 10, Time::max()));
    world.simulation.spawn(waits(world, "b", at(7)));
    world.simulation.run_until(at(4));
    CHECK(world.team.delivered() == Approx(4).margin(1e-3));
    world.simulation.run_until(at(4));
    world.simulation.spawn(works(world, "c", at(4), 2, Time::max()));  // 1/2 each: done at 8; a at 12
    world.simulation.run_until(at(8));
    CHECK(world.diary.lines() == Lines{"7 b wakes", "7 b is destroyed", "8 c done"});
    world.simulation.run();
    CHECK(world.diary.lines().back() == "12 a done");
    CHECK(world.team.delivered() == Approx(12));
  }
}

TEST_CASE("On both kernels work rests while there is no capacity, and work of nothing is done even then") {
  for (const KernelMaker& kernel : kernels()) {
    WorldOn world(kernel);
    world.simulation.spawn(works(world, "a", at(0), 10, Time::max()));
    world.simulation.spawn(rests(world, at(4), at(100)));
    world.simulation.spawn(works(world, "nothing", at(50), 0, at(50)));
    world.simulation.run();
    CHECK(world.diary.lines() == Lines{"50 nothing done", "103 a done"});
  }
}

TEST_CASE("On both kernels what is finished within a millisecond after a second comes before that second's deadlines") {
  for (const double late : {0.0, 0.0002, 0.0004, 0.0006, 0.0009}) {
    for (const KernelMaker& kernel : kernels()) {
      WorldOn world(kernel);
      world.simulation.spawn(works(world, "in time", at(0), 5 + late, at(5)));
      world.simulation.spawn(works(world, "next", at(7), 2 + late, Time::max()));
      world.simulation.run();
      CHECK(world.diary.lines() == Lines{"5 in time done", "9 next done"});
    }
  }
}

namespace {

/// Completion second of each of many random activities, or the second at which it was abandoned.
Lines many_works(const KernelMaker& kernel, std::uint64_t seed) {
  WorldOn world(kernel);
  Stream random({seed, 0, 0, 0});
  double now = 0;
  for (int i = 0; i < 1'000; ++i) {
    now += random.exponential() * 10;
    const Time from = at(static_cast<std::int64_t>(now));
    const Duration patience(static_cast<std::int64_t>(random.exponential() * 150));
    const double amount = random.exponential() * 9;
    world.simulation.spawn(works(world, std::to_string(i), from, amount, from + patience));
  }
  for (double t = 1'000; t < now; t += 2'000) {
    world.simulation.spawn(rests(world, at(static_cast<std::int64_t>(t)), at(static_cast<std::int64_t>(t + 300))));
  }
  world.simulation.run();
  return world.diary.lines();
}

}  // namespace

TEST_CASE("A thousand works are done at the same seconds on both kernels", "[long]") {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    CHECK(difference(many_works(kernels()[0], seed), many_works(kernels()[1], seed)) == "");
  }
}

TEST_CASE("Two simulations may take turns on SimGrid") {
  WorldOn a(kernels()[1]);
  WorldOn b(kernels()[1]);
  a.simulation.spawn(works(a, "a", at(0), 10, Time::max()));
  b.simulation.spawn(works(b, "b", at(0), 500, Time::max()));
  a.simulation.run_until(at(4));
  b.simulation.run_until(at(400));
  a.simulation.spawn(waits(a, "c", at(12)));
  a.simulation.run();
  b.simulation.run();
  CHECK(a.diary.lines() == Lines{"10 a done", "12 c wakes", "12 c is destroyed"});
  CHECK(b.diary.lines() == Lines{"500 b done"});
}

TEST_CASE("After a pause in which nothing happens work on SimGrid starts at the simulation's time") {
  for (const KernelMaker& kernel : kernels()) {
    WorldOn world(kernel);
    world.simulation.spawn(waits(world, "a", at(3)));
    world.simulation.run_until(at(100));
    world.simulation.spawn(works(world, "b", at(0), 10, Time::max()));
    world.simulation.run();
    CHECK(world.diary.lines().back() == "110 b done");
  }
}

TEST_CASE("A SimGrid kernel that is given up without a run leaves nothing behind") {
  {
    WorldOn world(kernels()[1]);
    world.simulation.spawn(works(world, "a", at(0), 10, Time::max()));
  }
  WorldOn world(kernels()[1]);
  world.simulation.spawn(works(world, "b", at(0), 10, Time::max()));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"10 b done"});
  CHECK(simgrid_version().substr(0, 2) == "3.");
}

TEST_CASE("A model that needs more actors at once than the SimGrid kernel may have is stopped, with the time") {
  constexpr int kWaiting = 30;
  const auto run = [](std::size_t most) {
    WorldOn world([most] { return simgrid_kernel(at(0), most); });
    world.simulation.spawn(waits(world, "first", at(5)));
    world.simulation.run_until(at(50));
    for (int i = 0; i < kWaiting; ++i) world.simulation.spawn(waits(world, "p" + std::to_string(i), at(100 + i)));
    world.simulation.run();
    return world.diary.lines().size();
  };
  for (const std::size_t most : {0, 1, 10}) {
    INFO(most);
    CHECK_THROWS_AS(run(most), SimGridLimit);
  }
  try {
    static_cast<void>(run(10));
  } catch (const SimGridLimit& limit) {
    CHECK(limit.when() == at(50));
    CHECK(limit.most_actors() == 10);
  }
  // Each of them waits in an actor; the dispatcher and the horizon have one as well.
  CHECK_THROWS_AS(run(kWaiting + 1), SimGridLimit);
  CHECK(run(kWaiting + 2) == 2 * (1 + kWaiting));
}

TEST_CASE("Works that are more at once than the SimGrid kernel may have actors are stopped") {
  WorldOn world([] { return simgrid_kernel(at(0), 20); });
  for (int i = 0; i < 20; ++i) world.simulation.spawn(works(world, "w" + std::to_string(i), at(1), 10, Time::max()));
  CHECK_THROWS_AS(world.simulation.run(), SimGridLimit);
}

TEST_CASE("SimGrid holds more waiting at once than a process has memory maps for guarded stacks", "[long]") {
  constexpr int kWaiting = static_cast<int>(kMostSimGridActors) - 10;
  WorldOn world(kernels()[1]);
  for (int i = 0; i < kWaiting; ++i) world.simulation.spawn(waits(world, "w", at(1'000 + i % 7)));
  world.simulation.run();
  CHECK(world.diary.lines().size() == 2 * kWaiting);
}

TEST_CASE("More teams than the SimGrid kernel has hosts are refused") {
  Simulation simulation(at(0), simgrid_kernel(at(0)));
  std::deque<Team> teams;
  const auto many = [&] {
    for (int i = 0; i < 1000; ++i) teams.emplace_back(simulation, "team", 1);
  };
  CHECK_THROWS_AS(many(), std::length_error);
  teams.clear();
  CHECK_NOTHROW(Team(simulation, "team", 1));
}

}  // namespace trapphus::engine
