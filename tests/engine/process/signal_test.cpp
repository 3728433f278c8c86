// SPDX-License-Identifier: MIT
#include "engine/process/signal.hpp"

#include <catch2/catch.hpp>
#include <optional>

#include "engine/process/combine.hpp"
#include "tests/engine/world.hpp"

namespace trapphus::engine {
namespace {

Process announces(World& world, Signal& signal, Time when) {
  co_await until(when);
  world.diary.note("announced");
  signal.announce();
}

Process hears_twice(World& world, Signal& signal, std::string name) {
  co_await signal.next();
  world.diary.note(name + " hears");
  co_await signal.next();
  world.diary.note(name + " hears again");
}

Process waits_for_latch(World& world, Latch& latch, std::string name, Time from) {
  co_await until(from);
  co_await latch.set();
  world.diary.note(name + " goes on");
}

Process sets(World& world, Latch& latch, Time when) {
  co_await until(when);
  world.diary.note("set");
  latch.announce();
}

Process passes(World& world, Gate& gate, std::string name, Time when) {
  co_await until(when);
  co_await gate.passage();
  world.diary.note(name + " passes");
}

Process moves(Gate& gate, Time when, bool open) {
  co_await until(when);
  if (open) {
    gate.open();
  } else {
    gate.close();
  }
}

}  // namespace

TEST_CASE("A signal wakes all who wait, in the order in which they came") {
  World world;
  world.simulation.spawn(listener(world, "a"));
  world.simulation.spawn(listener(world, "b"));
  world.simulation.spawn(announces(world, world.signal, at(5)));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"5 announced", "5 a hears", "5 a is destroyed", "5 b hears", "5 b is destroyed"});
  CHECK_FALSE(world.signal.awaited());
}

TEST_CASE("A signal is not remembered for those who come later") {
  World world;
  Signal signal;
  world.simulation.spawn(announces(world, signal, at(0)));
  world.simulation.run();
  world.simulation.spawn(hears_twice(world, signal, "late"), {}, true);
  world.simulation.run();
  CHECK(signal.awaited());
  CHECK(world.diary.lines() == Lines{"0 announced"});
  world.simulation.close();
}

TEST_CASE("Who waits again after a signal waits for the next one") {
  World world;
  Signal signal;
  world.simulation.spawn(hears_twice(world, signal, "a"));
  world.simulation.spawn(announces(world, signal, at(5)));
  world.simulation.spawn(announces(world, signal, at(7)));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"5 announced", "5 a hears", "7 announced", "7 a hears again"});
}

TEST_CASE("Who is cancelled does not wait any longer, wherever in the row he stood") {
  for (std::size_t gone = 0; gone < 3; ++gone) {
    World world;
    std::vector<ProcessRef> listeners;
    for (const char* name : {"0", "1", "2"}) listeners.push_back(world.simulation.spawn(listener(world, name)));
    world.simulation.spawn(announces(world, world.signal, at(2)));
    world.simulation.run_until(at(1));
    listeners[gone].cancel();
    world.simulation.run();
    Lines expected{"1 " + std::to_string(gone) + " is destroyed", "2 announced"};
    for (std::size_t i = 0; i < 3; ++i) {
      if (i == gone) continue;
      expected.push_back("2 " + std::to_string(i) + " hears");
      expected.push_back("2 " + std::to_string(i) + " is destroyed");
    }
    CHECK(world.diary.lines() == expected);
  }
}

TEST_CASE("A signal may go before those who wait for it") {
  World world;
  std::optional<Signal> signal(std::in_place);
  world.simulation.spawn(hears_twice(world, *signal, "a"), {}, true);
  world.simulation.run();
  signal.reset();
  world.simulation.close();
  CHECK(world.diary.lines().empty());
}

TEST_CASE("A latch lets those through who waited, and from then on everybody") {
  World world;
  Latch latch;
  world.simulation.spawn(waits_for_latch(world, latch, "early", at(1)));
  world.simulation.spawn(sets(world, latch, at(5)));
  world.simulation.spawn(waits_for_latch(world, latch, "late", at(9)));
  world.simulation.run_until(at(4));
  CHECK_FALSE(latch.is_set());
  world.simulation.run();
  CHECK(latch.is_set());
  CHECK(world.diary.lines() == Lines{"5 set", "5 early goes on", "9 late goes on"});
}

TEST_CASE("An open gate is passed without a pause, a closed one when it opens") {
  World world;
  Gate gate(true);
  world.simulation.spawn(passes(world, gate, "first", at(0)));
  world.simulation.spawn(moves(gate, at(2), false));
  world.simulation.spawn(passes(world, gate, "second", at(3)));
  world.simulation.spawn(passes(world, gate, "third", at(4)));
  world.simulation.spawn(moves(gate, at(6), true));
  world.simulation.run_until(at(5));
  CHECK_FALSE(gate.is_open());
  world.simulation.run();
  CHECK(gate.is_open());
  CHECK(world.diary.lines() == Lines{"0 first passes", "6 second passes", "6 third passes"});
}

TEST_CASE("A gate that opens and closes again at once lets those through who were waiting") {
  World world;
  Gate gate(false);
  world.simulation.spawn(passes(world, gate, "waiting", at(0)));
  world.simulation.spawn(moves(gate, at(2), true));
  world.simulation.spawn(moves(gate, at(2), false));
  world.simulation.spawn(passes(world, gate, "late", at(3)), {}, true);
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"2 waiting passes"});
  world.simulation.close();
}

namespace {

Process waits_for_opening(World& world, Gate& gate) {
  const auto first = co_await first_of(gate.opened(), delay(s(5)));
  world.diary.note(first.index() == 0 ? "opened" : "too late");
}

}  // namespace

TEST_CASE("The opening of a gate can be waited for among other things") {
  World world;
  Gate gate(false);
  world.simulation.spawn(waits_for_opening(world, gate));
  world.simulation.spawn(moves(gate, at(5), true));
  world.simulation.run();
  world.simulation.spawn(waits_for_opening(world, gate));
  world.simulation.run();
  CHECK(world.diary.lines() == Lines{"5 opened", "10 too late"});
}

}  // namespace trapphus::engine
