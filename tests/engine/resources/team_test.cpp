// SPDX-License-Identifier: MIT
#include "engine/resources/team.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <memory>
#include <stdexcept>

#include "engine/process/combine.hpp"
#include "tests/engine/world.hpp"

namespace trapphus::engine {
namespace {

struct Office : World {
  explicit Office(double capacity) : team(simulation, "office", capacity) {}
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;
  ~Office() { simulation.close(); }
  Team team;
};

struct Job {
  double amount = 0, bound = 1, weight = 1;
};

Process works(Office& office, std::string name, Time from, Job job) {
  co_await until(from);
  Activity work(office.team, job.amount, job.bound, job.weight);
  co_await work.done();
  office.diary.note(name);
}

Process works_until(Office& office, Time from, Job job, Time end) {
  co_await until(from);
  Activity work(office.team, job.amount, job.bound, job.weight);
  const auto first = co_await first_of(work.done(), until(end));
  office.diary.note(first.index() == 0 ? "done" : "given up");
  CHECK(work.finished() == (first.index() == 0));
}

Process changes(Office& office, Time when, double capacity) {
  co_await until(when);
  office.team.set_capacity(capacity);
}

Process notes_changes(Office& office) {
  for (;;) {
    co_await office.team.rates_changed().next();
    office.diary.note("other rates");
  }
}

}  // namespace

TEST_CASE("Alone, a piece of work gets its bound, or the whole capacity if that is less") {
  Office office(10);
  office.simulation.spawn(works(office, "bounded", at(0), {40, 2}));  // 20 seconds
  office.simulation.run();
  office.simulation.spawn(works(office, "unbounded", at(20), {50, std::numeric_limits<double>::infinity()}));
  office.simulation.run();
  office.simulation.spawn(works(office, "by the capacity", at(25), {50, 11}));
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"20 bounded", "25 unbounded", "30 by the capacity"});
  CHECK(office.team.delivered() == Approx(140));
}

TEST_CASE("Equal pieces share the capacity, and the one that is left has it alone") {
  Office office(1);
  // Both at 1/2: a is finished at 20, when b has 10 left, and needs 10 more alone.
  office.simulation.spawn(works(office, "a", at(0), {10}));
  office.simulation.spawn(works(office, "b", at(0), {20}));
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"20 a", "30 b"});
}

TEST_CASE("Weights divide the capacity") {
  Office office(4);
  // Rates 3 and 1: heavy is finished at 10; light has 20 left and gets 4.
  office.simulation.spawn(works(office, "heavy", at(0), {30, 10, 3}));
  office.simulation.spawn(works(office, "light", at(0), {30, 10, 1}));
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"10 heavy", "15 light"});
}

TEST_CASE("What a bounded piece does not need goes to the others by their weights") {
  Office office(12);
  // Fair shares 6, 2, 4; the first needs only 1. The other 11 go 1 : 2, to 11/3 and 22/3.
  office.simulation.spawn(works(office, "bounded", at(0), {6, 1, 3}));
  office.simulation.spawn(works(office, "one", at(0), {11, 100, 1}));
  office.simulation.spawn(works(office, "two", at(0), {22, 100, 2}));
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"3 one", "3 two", "6 bounded"});
}

TEST_CASE("The bounds are reached in the order of bound per weight") {
  Office office(10);
  // Bound per weight 1/2, 4, 9. Fair per weight: 10/4 > 1/2, so a gets 1; then 9/2 > 4, so b gets 4; c gets 5.
  office.simulation.spawn(works(office, "a", at(0), {7, 1, 2}));
  office.simulation.spawn(works(office, "b", at(0), {8, 4, 1}));
  office.simulation.spawn(works(office, "c", at(0), {10, 9, 1}));
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"2 b", "2 c", "7 a"});
}

// As above: a gets its bound 1, b its bound 4, c the other 5. When b is finished, c gets its bound 9 = 10 - 1.
TEST_CASE("A watched team knows the rate of each activity, and announces when rates change under a shortage") {
  Office office(10);
  office.team.watch();
  CHECK(office.team.rate_of(3, 1) == 3);  // nobody is there
  office.simulation.spawn(works(office, "a", at(0), {7, 1, 2}));
  office.simulation.spawn(works(office, "b", at(0), {8, 4, 1}));
  office.simulation.spawn(works(office, "c", at(0), {100, 9, 1}));
  const auto rates = [&] {
    return std::vector{office.team.rate_of(1, 2), office.team.rate_of(4, 1), office.team.rate_of(9, 1)};
  };
  office.simulation.spawn(changes(office, at(5), 4));
  office.simulation.run_until(at(1));
  CHECK(rates() == std::vector<double>{1, 4, 5});
  office.simulation.run_until(at(3));
  CHECK(rates() == std::vector<double>{1, 4, 9});
  office.simulation.run_until(at(6));
  CHECK(rates() == std::vector<double>{1, 3, 3});  // c gets what a leaves of 4
}

TEST_CASE("Without a shortage no rate changes, and of a team that is not watched nothing is announced") {
  for (const bool watched : {true, false}) {
    Office office(3);
    if (watched) office.team.watch();
    office.simulation.spawn(notes_changes(office), {}, true);
    office.simulation.spawn(works(office, "a", at(1), {20, 2, 1}));
    office.simulation.spawn(works(office, "b", at(2), {2, 1, 1}));  // 2 + 1: enough
    office.simulation.spawn(works(office, "c", at(5), {2, 2, 1}));  // 2 + 2: short for a second and a third
    office.simulation.run_until(at(30));
    const Lines work{"4 b", "7 c", "12 a"};
    if (watched) {
      CHECK(office.diary.lines() == Lines{"4 b", "5 other rates", "7 other rates", "7 c", "12 a"});
    } else {
      CHECK(office.diary.lines() == work);
    }
  }
}

TEST_CASE("Pieces of equal terms that start later are finished in the order of what is left") {
  Office office(1);
  // a alone until 6 (4 left); then 1/2 each: b is finished at 8; a has 3 left, alone: 11.
  office.simulation.spawn(works(office, "a", at(0), {10}));
  office.simulation.spawn(works(office, "b", at(6), {1}));
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"8 b", "11 a"});
}

TEST_CASE("A finished piece frees its share at that exact instant, though it is told at the next whole second") {
  Office office(3);
  // 3/2 each: a is finished at 2/3, told at 1. b has 7 left and gets 3: finished at 2/3 + 7/3 = 3. Had it got 3 only
  // from 1 on, it would have been finished at 1 + 6.5/3, told at 4.
  office.simulation.spawn(works(office, "a", at(0), {1, 3}));
  office.simulation.spawn(works(office, "b", at(0), {8, 3}));
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"1 a", "3 b"});
}

TEST_CASE("What is finished within a millisecond after a whole second counts as that second") {
  Office office(100);
  office.simulation.spawn(works(office, "early", at(0), {4.9999}));
  office.simulation.spawn(works(office, "on time", at(0), {5.0009}));
  office.simulation.spawn(works(office, "late", at(0), {5.0011}));
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"5 early", "5 on time", "6 late"});
}

TEST_CASE("Work rests while the capacity is 0, and goes on where it stood") {
  Office office(1);
  office.simulation.spawn(works(office, "a", at(0), {10, 5}));
  office.simulation.spawn(changes(office, at(4), 0));
  office.simulation.spawn(changes(office, at(100), 2));  // 6 left, at 2
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"103 a"});
  CHECK(office.team.capacity() == 2);
  CHECK(office.team.name() == "office");
}

TEST_CASE("Who waits for a team without capacity waits for ever, and is reported") {
  Office office(0);
  office.simulation.spawn(works(office, "a", at(0), {10}), {"case", 3});
  CHECK_THROWS_WITH(office.simulation.run(), Catch::Contains("case 3"));
}

TEST_CASE("A change of capacity is felt from that second on") {
  Office office(1);
  office.simulation.spawn(works(office, "a", at(0), {10, 9}));
  office.simulation.spawn(changes(office, at(4), 3));    // 6 left
  office.simulation.spawn(changes(office, at(5), 0.5));  // 3 left
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"11 a"});
}

TEST_CASE("Work that is given up frees its share, what was done counts as delivered") {
  Office office(1);
  office.simulation.spawn(works_until(office, at(0), {100}, at(10)));
  office.simulation.spawn(works(office, "other", at(0), {7}));  // 5 done at 10, 2 left
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"10 given up", "12 other"});
  CHECK(office.team.delivered() == Approx(12));
}

TEST_CASE("Work that is finished at the second at which it would be given up is done") {
  Office office(1);
  office.simulation.spawn(works_until(office, at(0), {10.0005}, at(10)));
  office.simulation.run();
  office.simulation.spawn(works_until(office, at(10), {10.01}, at(20)));
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"10 done", "20 given up"});
}

TEST_CASE("Endless work takes its share until it is stopped") {
  Office office(1);
  office.simulation.spawn(works_until(office, at(0), {kEndless}, at(30)));
  office.simulation.spawn(works(office, "other", at(0), {20}));  // 15 done at 30
  office.simulation.run_until(at(20));
  CHECK(office.team.delivered() == Approx(20));
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"30 given up", "35 other"});
}

TEST_CASE("Work of nothing is done at once, even without capacity") {
  for (const double capacity : {0.0, 1.0}) {
    Office office(capacity);
    office.simulation.spawn(works(office, "nothing", at(3), {0}));
    office.simulation.run();
    CHECK(office.diary.lines() == Lines{"3 nothing"});
  }
}

namespace {

Process does_something_else_meanwhile(Office& office) {
  Activity work(office.team, 5, 1);
  CHECK_FALSE(work.finished());
  co_await delay(s(9));
  CHECK(work.finished());
  co_await work.done();
  office.diary.note("done");
}

}  // namespace

TEST_CASE("Work goes on while its owner does something else, and can be awaited afterwards") {
  Office office(1);
  office.simulation.spawn(does_something_else_meanwhile(office));
  office.simulation.run();
  CHECK(office.diary.lines() == Lines{"9 done"});
  CHECK(office.team.delivered() == Approx(5));
}

TEST_CASE("Nothing is delivered before anything is asked for, nor while nothing is done") {
  Office office(7);
  CHECK(office.team.delivered() == 0);
  office.simulation.run_until(at(100));
  office.team.set_capacity(1);
  office.simulation.spawn(works(office, "a", at(150), {10}));
  office.simulation.run_until(at(155));
  CHECK(office.team.delivered() == Approx(5));
  office.simulation.run_until(at(900));
  CHECK(office.team.delivered() == Approx(10));
}

TEST_CASE("Pieces that are under way when the simulation closes are given up") {
  Office office(1);
  for (int i = 0; i < 3; ++i) office.simulation.spawn(works(office, "never", at(i), {1000}));
  office.simulation.run_until(at(10));
  office.simulation.close();
  CHECK(office.simulation.live_processes() == 0);
  CHECK(office.diary.lines().empty());
}

TEST_CASE("Impossible capacities and pieces of work are refused") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  Office office(1);
  for (const double bad : {-1.0, nan, infinity}) {
    CHECK_THROWS_AS(Team(office.simulation, "bad", bad), std::domain_error);
    CHECK_THROWS_AS(office.team.set_capacity(bad), std::domain_error);
    CHECK_THROWS_AS(Activity(office.team, 1, 1, bad), std::domain_error);
  }
  for (const double bad : {-1.0, nan}) CHECK_THROWS_AS(Activity(office.team, bad, 1), std::domain_error);
  for (const double bad : {-1.0, 0.0, nan}) CHECK_THROWS_AS(Activity(office.team, 1, bad), std::domain_error);
  CHECK_THROWS_AS(Activity(office.team, 1, 1, 0), std::domain_error);
  CHECK(office.team.capacity() == 1);
}

}  // namespace trapphus::engine
