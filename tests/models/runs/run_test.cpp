// SPDX-License-Identifier: MIT
#include "models/runs/run.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/measures/measure_recorder.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/same_results.hpp"
#include "tests/models/witness.hpp"

using namespace trapphus::models;
using namespace trapphus::models::build;

namespace {

/// Two alternatives: as it is, and with twice the staff.
Scenario twice_the_staff() {
  Build b;
  b.group("singles", 3, "hotel");
  b.placement("hotel", 500);
  b.apartment("training", 12, 7000);
  b.exit("home");
  const auto team = b.team("teachers", 1, 20, 8, 600'000);
  const auto course = b.service("course", team, Distribution::gamma(8, 4), 3);
  b.planned("hotel", "training", exponential_days(10), 1, {course});
  b.planned("training", "home", exponential_days(40));
  b.risk("hotel", "home", 0.5);
  Scenario scenario;
  scenario.name = "test";
  scenario.from = kSunday;
  scenario.to = day(200);
  scenario.replications = 5;
  scenario.precision_measure = "households.hotel";
  scenario.alternatives = {alternative_of(b.settings())};
  b.team(team).fte = 2;
  scenario.alternatives.push_back(alternative_of(b.settings()));
  scenario.alternatives.back().name = "twice";
  return scenario;
}

RunOptions unchecked() {
  RunOptions options;
  options.check = CheckChoice::Off;
  return options;
}

std::size_t place(const Results& results, const std::string& name) {
  const auto found = std::find_if(results.measures.begin(), results.measures.end(),
                                  [&](const Measure& measure) { return measure.name == name; });
  REQUIRE(found != results.measures.end());
  return static_cast<std::size_t>(found - results.measures.begin());
}

}  // namespace

TEST_CASE("a run that is interrupted before a replication is finished has none, and no results") {
  const std::atomic<bool> stop = true;
  RunOptions options;
  options.stop = &stop;
  const Results results = run(twice_the_staff(), options);
  REQUIRE(results.replications == 0);
  REQUIRE_FALSE(results.complete);
  REQUIRE_FALSE(results.check.ran);
  REQUIRE(results.alternatives.empty());
}

TEST_CASE("a run makes as many replications of every alternative as the scenario or the options ask for") {
  const Scenario two = twice_the_staff();
  Results results = run(two, unchecked());
  REQUIRE(results.replications == 5);
  REQUIRE(results.complete);
  REQUIRE(results.alternatives.size() == 2);
  REQUIRE(results.differences.size() == 1);
  REQUIRE(results.events > 1000);
  REQUIRE_FALSE(results.check.ran);
  RunOptions options = unchecked();
  options.replications = 3;
  REQUIRE(run(two, options).replications == 3);
}

TEST_CASE("alternatives are paired: their difference is known better than independent runs could know it") {
  RunOptions options = unchecked();
  options.replications = 40;
  const Results results = run(twice_the_staff(), options);
  const std::size_t hotel = place(results, "households.hotel");
  const Estimate& difference = results.differences[0].all[hotel];
  const Estimate& one = results.alternatives[0].all.values[hotel];
  const Estimate& two = results.alternatives[1].all.values[hotel];
  REQUIRE(difference.mean == Approx(two.mean - one.mean));
  REQUIRE(difference.high < 0);
  const double apart = std::hypot(one.high - one.low, two.high - two.low);
  REQUIRE(difference.high - difference.low < apart);
  const Estimate& arrivals = results.differences[0].all[place(results, "arrivals")];
  REQUIRE(arrivals.mean == 0);
  REQUIRE(arrivals.high == 0);
}

TEST_CASE("the seed decides, and the options' goes before the scenario's") {
  Scenario one = twice_the_staff();
  const auto bits = doubles_of(run(one, unchecked()));
  REQUIRE(bits == doubles_of(run(one, unchecked())));
  RunOptions options = unchecked();
  options.seed = 77;
  const Results other = run(one, options);
  REQUIRE(other.seed == 77);
  REQUIRE(doubles_of(other) != bits);
  one.seed = 77;
  REQUIRE(doubles_of(run(one, unchecked())) == doubles_of(other));
}

TEST_CASE("results do not depend on the number of threads, also when replications are added until it is precise") {
  RunOptions options = unchecked();
  options.until = 0.08;
  options.jobs = 1;
  const Results one = run(twice_the_staff(), options);
  options.jobs = 2;
  const Results two = run(twice_the_staff(), options);
  REQUIRE(one.replications >= 40);
  REQUIRE(one.replications % 20 == 0);
  REQUIRE(one.complete);
  REQUIRE(doubles_of(one) == doubles_of(two));
  const Estimate& hotel = one.alternatives[0].all.values[place(one, "households.hotel")];
  REQUIRE((hotel.high - hotel.low) / 2 <= 0.08 * hotel.mean);
}

TEST_CASE("a precision that the replications allowed do not reach makes a run incomplete") {
  RunOptions options = unchecked();
  options.until = 1e-6;
  options.replications = 45;
  const Results results = run(twice_the_staff(), options);
  REQUIRE(results.replications == 45);
  REQUIRE_FALSE(results.complete);
}

TEST_CASE("SimGrid gives the same measures as the calendar") {
  Scenario one = twice_the_staff();
  one.to = day(60);
  RunOptions options = unchecked();
  options.replications = 2;
  const Results calendar = run(one, options);
  options.kernel = KernelChoice::SimGrid;
  const Results simgrid = run(one, options);
  REQUIRE(simgrid.events == calendar.events);
  for (const char* name : {"households.hotel", "homes", "cost.total", "blocked.service:course"}) {
    const std::size_t i = place(calendar, name);
    REQUIRE(simgrid.alternatives[0].all.values[i].mean == Approx(calendar.alternatives[0].all.values[i].mean));
  }
}

TEST_CASE("a run is checked against SimGrid unless that is switched off") {
  const Results results = run(twice_the_staff(), {});
  REQUIRE(results.check.ran);
  REQUIRE(results.check.equal);
  REQUIRE(results.check.events > 500);
}

TEST_CASE("cases are run like the scenario, with their own assumptions") {
  Scenario three = twice_the_staff();
  Case more{"more", {}, three.alternatives};
  for (Alternative& alternative : more.alternatives) {
    alternative.epochs[0].settings.groups[0].arrivals = per_week(6);
  }
  three.cases.push_back(more);
  std::vector<std::string> phases;
  RunOptions options = unchecked();
  options.progress = [&](const Progress& progress) { phases.emplace_back(progress.phase); };
  const Results results = run(three, options);
  REQUIRE(results.cases.size() == 1);
  REQUIRE(results.cases[0].name == "more");
  REQUIRE(results.cases[0].differences.size() == 1);
  const std::size_t arrivals = place(results, "arrivals");
  REQUIRE(results.cases[0].alternatives[0][arrivals].mean > 1.5 * results.alternatives[0].all.values[arrivals].mean);
  REQUIRE(std::count(phases.begin(), phases.end(), "simulating") >= 5);
  REQUIRE(std::count(phases.begin(), phases.end(), "more") >= 5);
}

TEST_CASE("an interrupted run keeps what was finished and says that it is incomplete") {
  std::atomic<bool> stop = false;
  RunOptions options = unchecked();
  options.replications = 500;
  options.jobs = 1;
  options.stop = &stop;
  options.progress = [&](const Progress& progress) {
    if (progress.done >= 3) stop = true;
  };
  const Results results = run(twice_the_staff(), options);
  REQUIRE_FALSE(results.complete);
  REQUIRE(results.replications >= 3);
  REQUIRE(results.replications < 500);
}

TEST_CASE("one replication can be told event by event, and is the one that a run makes") {
  const Scenario two = twice_the_staff();
  const MeasureTable table(two);
  RunOptions options = unchecked();
  options.replications = 2;
  const Results results = run(two, options);
  double sum = 0;
  for (const std::uint64_t replication : {0, 1}) {
    MeasureRecorder recorder(table, two.alternatives[1].epochs[0].settings, two.from, two.to);
    replay(two, two.alternatives[1], two.seed, replication, recorder);
    sum += recorder.result().values[0][table.find("homes").value()];
  }
  REQUIRE(results.alternatives[1].all.values[place(results, "homes")].mean == Approx(sum / 2));
}
