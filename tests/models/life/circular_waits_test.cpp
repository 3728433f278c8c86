// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

/// One apartment of each stage, each with a household of its own group that wants the next stage's after 30 days, and
/// has a home 30 days after that.
Build ring(const std::vector<std::string>& stages, bool exchange) {
  Build b;
  for (const std::string& stage : stages) b.group("of_" + stage, 0, stage);
  for (const std::string& stage : stages) b.apartment(stage, 1);
  b.exit("home");
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const std::string& next = stages[(i + 1) % stages.size()];
    const auto only = [&](Move& move) {
      move.allowed = PerGroup<bool>(stages.size(), false);
      move.allowed[GroupId(i)] = true;
    };
    Move& change = b.planned(stages[i], next, fixed_days(30));
    change.exchange = exchange;
    only(change);
    only(b.planned(next, "home", fixed_days(30)));
    b.initial(stages[i], "of_" + stages[i], 1);
    b.raw().initial.back().elapsed = fixed_days(0);
  }
  return b;
}

}  // namespace

TEST_CASE("households that wait for each other's only units are in a circular wait, which is recorded once") {
  const Build b = ring({"stairs", "support"}, false);
  const Witness w(b.settings(), 365);
  CHECK(w.count(EventKind::Entered, "home") == 0);
  REQUIRE(w.circles().size() == 1);
  CHECK(w.circles()[0].first == day(30));
  CHECK(w.circles()[0].second == std::vector{b.id("stairs"), b.id("support")});
}

TEST_CASE("an exchange lets two households change places at the time at which the second is ready") {
  const Build b = ring({"stairs", "support"}, true);
  const Witness w(b.settings(), 365);
  CHECK(w.circles().empty());
  CHECK(w.enters("support", 0, GroupId(0)) == 30);
  CHECK(w.enters("stairs", 0, GroupId(1)) == 30);
  CHECK(w.all(EventKind::Entered, "home") == std::vector<double>{60, 60});
}

TEST_CASE("an exchange goes round a circle of three, on both kernels alike") {
  const Build b = ring({"one", "two", "three"}, true);
  for (auto kernel : {&trapphus::engine::calendar_kernel}) {
    const Witness w(alternative_of(b.settings()), 365, 0, (*kernel)());
    CHECK(w.all(EventKind::Entered, "home") == std::vector<double>{60, 60, 60});
  }
  const Witness w(alternative_of(b.settings()), 365, 0, trapphus::engine::simgrid_kernel(day(0)));
  CHECK(w.all(EventKind::Entered, "home") == std::vector<double>{60, 60, 60});
}

TEST_CASE("a circle that a risk may open is no circular wait") {
  Build b = ring({"stairs", "support"}, false);
  b.risk("support", "home", 0.1);
  CHECK(Witness(b.settings(), 31).circles().empty());
}

TEST_CASE("whoever waits for a stage without units waits, without a circle and without an error") {
  Build b;
  b.group("singles", 0, "hotel");
  b.placement("hotel");
  b.apartment("training", 0);
  b.exit("home");
  b.planned("hotel", "training", fixed_days(5));
  b.planned("training", "home", fixed_days(5));
  just_came(b, "hotel", "singles", 3);
  const Witness w(b.settings(), 30);
  CHECK(w.living("hotel", 29) == 3);
  CHECK(w.cause_at(2, 29) == "pool:training");
  CHECK(w.circles().empty());
}
