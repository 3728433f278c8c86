// SPDX-License-Identifier: MIT
#include "engine/resources/joint_claim.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <utility>

#include "engine/process/combine.hpp"
#include "tests/engine/world.hpp"

namespace trapphus::engine {
namespace {

/// Apartments, and workers without whom nobody moves in.
struct Housing {
  Housing(int units, int places)
      : apartments(world.simulation, "apartments", units), workers(world.simulation, "workers", places) {
    apartments.join(workers);
  }
  World world;
  Pool apartments, workers;
};

Process needs_both(Housing& housing, std::string name, Time when, Duration stay, std::int64_t priority = 0) {
  co_await until(when);
  const auto turn = static_cast<std::int64_t>(when.time_since_epoch().count());
  const auto both = co_await Pool::JointClaim(housing.apartments, priority, 0, turn);
  housing.world.diary.note(name + " moves in");
  co_await delay(stay);
}

Process gives_up_both(Housing& housing, Time when, Duration patience) {
  co_await until(when);
  const auto outcome = co_await first_of(delay(patience), Pool::JointClaim(housing.apartments, 0, 0, 0));
  housing.world.diary.note(outcome.index() == 0 ? "gives up" : "moves in");
}

Process hears_of_vacancies(Housing& housing) {
  for (;;) {
    co_await housing.apartments.vacancies_changed().next();
    housing.world.diary.note("vacant: " + std::to_string(housing.apartments.is_vacant(0)));
  }
}

}  // namespace

TEST_CASE("Who waits for a unit holds no unit of the second pool meanwhile") {
  Housing h(1, 2);
  h.world.simulation.spawn(needs_both(h, "a", at(0), s(10)));
  h.world.simulation.spawn(needs_both(h, "b", at(1), s(10)));
  h.world.simulation.spawn(stays(h.world, h.workers, "course", at(2), s(3)));
  h.world.simulation.run_until(at(9));
  CHECK(h.workers.held() == 1);
  CHECK(h.apartments.waiting() == 1);
  h.world.simulation.run();
  CHECK(h.world.diary.lines() == Lines{"0 a moves in", "2 course gets 0", "10 b moves in"});
  CHECK((h.workers.held() == 0 && h.apartments.held() == 0));
}

TEST_CASE("A unit stays vacant while the second pool has none, and goes to the first who waits") {
  Housing h(2, 1);
  h.world.simulation.spawn(hears_of_vacancies(h), {}, true);
  h.world.simulation.spawn(needs_both(h, "a", at(0), s(10)));
  h.world.simulation.spawn(needs_both(h, "b", at(1), s(10)));
  h.world.simulation.spawn(needs_both(h, "urgent", at(2), s(10), -1));
  h.world.simulation.run_until(at(5));
  CHECK((h.apartments.held() == 1 && h.apartments.is_vacant(0)));
  h.world.simulation.run_until(at(40));
  CHECK(h.world.diary.lines() == Lines{"0 a moves in", "0 vacant: 1", "10 urgent moves in", "20 b moves in"});
}

TEST_CASE("A claim of one unit passes joint claims only while the second pool has none") {
  Housing h(2, 1);
  h.world.simulation.spawn(stays(h.world, h.workers, "course", at(0), s(10)));
  h.world.simulation.spawn(needs_both(h, "both", at(1), s(5)));
  h.world.simulation.spawn(stays(h.world, h.apartments, "single", at(2), s(20)));
  h.world.simulation.spawn(stays(h.world, h.apartments, "second", at(3), s(7)));
  h.world.simulation.spawn(stays(h.world, h.apartments, "third", at(4), s(1)));
  h.world.simulation.run();
  // At 10 the place and the second's apartment come free together: the joint claim, which came first, takes both.
  CHECK(h.world.diary.lines() ==
        Lines{"0 course gets 0", "2 single gets 1", "3 second gets 0", "10 both moves in", "15 third gets 0"});
}

TEST_CASE("Joint claims and claims of the second pool alone are served there in the order of their priorities") {
  Housing h(2, 1);
  h.world.simulation.spawn(stays(h.world, h.workers, "first", at(0), s(10)));
  h.world.simulation.spawn(needs_both(h, "third", at(3), s(5)));
  h.world.simulation.spawn(stays(h.world, h.workers, "second", at(4), s(5), {2, 0}));
  h.world.simulation.spawn(stays(h.world, h.workers, "fourth", at(5), s(5), {4, 0}));
  h.world.simulation.run();
  CHECK(h.world.diary.lines() == Lines{"0 first gets 0", "10 second gets 0", "15 third moves in", "20 fourth gets 0"});
}

TEST_CASE("Several pools share a second one, and who gives up leaves nothing held") {
  Housing h(1, 1);
  Pool houses(h.world.simulation, "houses", 1);
  houses.join(h.workers);
  h.world.simulation.spawn(needs_both(h, "a", at(0), s(10)));
  h.world.simulation.spawn(gives_up_both(h, at(1), s(4)));
  h.world.simulation.spawn(gives_up_both(h, at(2), s(8)));
  h.world.simulation.run();
  CHECK(h.world.diary.lines() == Lines{"0 a moves in", "5 gives up", "10 moves in"});
  CHECK((h.apartments.held() == 0 && h.workers.held() == 0 && h.apartments.waiting() == 0));
  CHECK_THROWS_AS(h.workers.join(houses), std::logic_error);
  CHECK_THROWS_AS(houses.join(h.workers), std::logic_error);
}

}  // namespace trapphus::engine
