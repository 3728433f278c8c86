// SPDX-License-Identifier: MIT
#include "models/runs/observed.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "models/runs/results.hpp"
#include "models/runs/windows.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/recorder_driver.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::on;

Observation seen(const std::string& measure, Time from, Time to, double value, const std::string& alternative) {
  Observation observation;
  observation.measure = measure;
  observation.from = from;
  observation.to = to;
  observation.value = value;
  observation.alternative = alternative;
  return observation;
}

/// Two alternatives, the second with twice as many offers from the second year on.
Scenario observed_scenario() {
  Build b;
  b.group("families", 2, "hotel");
  b.group("singles", 1, "hotel");
  b.placement("hotel", 585);
  b.exit("own_home");
  b.offers("hotel", "own_home", 2);
  Scenario scenario;
  scenario.from = on(2011, 9, 1);
  scenario.to = on(2013, 9, 1);
  scenario.seed = 3;
  scenario.replications = 20;
  scenario.alternatives.push_back({"zero", {}, {{scenario.from, b.settings()}}});
  Settings later = b.settings();
  for (std::size_t g = 0; g < 2; ++g) later.moves[0].offers[GroupId(g)] = engine::Rate::per(4, engine::kYear);
  scenario.alternatives.push_back({"project", {}, {{scenario.from, b.settings()}, {on(2012, 9, 1), later}}});
  const double none = std::numeric_limits<double>::quiet_NaN();
  auto families = seen("households.acute", on(2011, 10, 1), on(2012, 1, 15), 30, "project");
  families.group = GroupId(0);
  scenario.observations = {families,
                           seen("homes", on(2012, 1, 1), on(2013, 1, 1), none, "project"),
                           seen("homes", on(2012, 9, 1), on(2013, 1, 1), 50, "project"),
                           seen("cost.total", on(2011, 9, 1), on(2012, 9, 1), 900'000, "zero"),
                           seen("households.hotel", on(2012, 3, 1), on(2012, 3, 2), 30, "zero"),
                           seen("stay.hotel.p90", on(2011, 11, 11), on(2012, 5, 17), 400, "project"),
                           seen("days_to_home.mean", scenario.from, scenario.to, 200, "project")};
  return scenario;
}

RunOptions options() {
  RunOptions options;
  options.check = CheckChoice::Off;
  return options;
}

TEST_CASE("what has a value is measured, a forecast is not") {
  CHECK(measured(observed_scenario()) == std::vector<std::size_t>{0, 2, 3, 4, 5, 6});
}

/// Compares what is simulated for the observations of `its` with the replications of `whole`, which is run to its end.
void same_as_in_a_run(const Scenario& its, const Scenario& whole) {
  std::vector<std::vector<ReplicationResult>> runs;
  RunOptions inspected = options();
  inspected.inspect = [&runs](const auto& all) { runs = all; };
  static_cast<void>(run(whole, inspected));
  const ObservedRun found = simulate_observed(its, options());
  REQUIRE(found.replications.size() == 20);
  CHECK_FALSE(found.interrupted);
  const MeasureTable table(its);
  const auto places = measured(its);
  for (std::size_t column = 0; column < places.size(); ++column) {
    const Observation& observation = its.observations[places[column]];
    const std::size_t alternative = observation.alternative == "zero" ? 0 : 1;
    for (std::size_t r = 0; r < found.replications.size(); ++r) {
      CAPTURE(observation.measure, r);
      const double right = simulated(observation, table, Period(its.from, its.to), runs[alternative][r]);
      const double value = found.replications[r][column];
      CHECK(((std::isnan(right) && std::isnan(value)) || value == Approx(right).epsilon(1e-12)));
    }
  }
}

TEST_CASE("observations get the values that a whole run gives them") {
  same_as_in_a_run(observed_scenario(), observed_scenario());
}

TEST_CASE("observations that end early get the same values, though less is simulated") {
  Scenario its = observed_scenario();
  its.observations.pop_back();  // what needs the whole period
  same_as_in_a_run(its, observed_scenario());
}

TEST_CASE("observations do not depend on the number of threads") {
  RunOptions one = options(), four = options();
  one.jobs = 1;
  four.jobs = 4;
  CHECK(simulate_observed(observed_scenario(), one).replications ==
        simulate_observed(observed_scenario(), four).replications);
}

TEST_CASE("observations are stopped and seeded as a run is") {
  std::atomic<bool> stop = true;
  RunOptions stopped = options();
  stopped.stop = &stop;
  CHECK(simulate_observed(observed_scenario(), stopped).interrupted);
  RunOptions other = options();
  other.seed = 4;
  other.replications = 3;
  const auto found = simulate_observed(observed_scenario(), other);
  CHECK(found.replications.size() == 3);
  CHECK(found.replications[0] != simulate_observed(observed_scenario(), options()).replications[0]);
}

TEST_CASE("an observation without an alternative is of the first, and one of an unknown alternative is refused") {
  Scenario its = observed_scenario();
  its.observations = {its.observations[3]};
  const auto named = simulate_observed(its, options());
  its.observations[0].alternative.clear();
  CHECK(simulate_observed(its, options()).replications == named.replications);
  its.observations[0].alternative = "none";
  CHECK_THROWS_AS(simulate_observed(its, options()), std::invalid_argument);
}

}  // namespace
}  // namespace trapphus::models
