// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>
#include <regex>

#include "output/json/results.hpp"
#include "output/workbook/results_workbook.hpp"
#include "tests/output/cases/ran.hpp"
#include "tests/output/places.hpp"
#include "tests/output/sample_results.hpp"
#include "tests/output/unzipped.hpp"
#include "tests/output/words.hpp"

namespace trapphus::tests {
namespace {

models::RunOptions quickly(int replications) {
  models::RunOptions options;
  options.replications = replications;
  options.check = models::CheckChoice::Off;
  return options;
}

/// Of a 95 % interval with Student's quantile for sections or replications (1.96 to 2.07 for the numbers here).
double standard_error(const models::Estimate& estimate) {
  return (estimate.at_least ? estimate.mean - estimate.low : (estimate.high - estimate.low) / 2) / 1.96;
}

void require_near(const models::Estimate& estimate, double right) {
  INFO(estimate.mean << " (" << estimate.low << " to " << estimate.high << ")" << (estimate.at_least ? " at least" : "")
                     << ", right is " << right);
  CHECK(std::abs(estimate.mean - right) <= 3.5 * standard_error(estimate));
}

}  // namespace

// Case 17: residents in equilibrium and newcomers, stay exponential with mean 24 months, 730.5 days, median 506.3. A
// newcomer who is alone at risk and leaves made Kaplan-Meier 0, so that all later stays vanished: 178 days in a.
TEST_CASE("The mean stay of a small house in a short period is not that of its newcomers") {
  for (const char* name : {"a", "b", "c"}) {
    INFO(name);
    const Ran ran(std::string("17-left-truncation/") + name + ".yaml", {}, quickly(400));
    const models::Estimate mean = ran.estimate("stay.lgh.mean"), median = ran.estimate("stay.lgh.p50");
    // A lower bound is allowed to be below, but not by much.
    if (!mean.at_least) require_near(mean, 730.5);
    CHECK(mean.mean - 3.5 * standard_error(mean) <= 730.5);
    CHECK(mean.mean + 3.5 * standard_error(mean) >= 0.95 * 730.5);
    CHECK_FALSE(median.at_least);
    require_near(median, 730.5 * std::log(2));
  }
}

// Case 11: M/M/10 with load 8 over 120 years. Erlang's C is 0.4092: more than half do not wait at all, and who waits
// does so for an exponential time of rate 2 a year. So the mean wait is 0.4092 / 2 years = 74.7 days, and of all a
// tenth wait longer than ln(4.092) / 2 years = 257.3 days. Percentiles were whole days.
TEST_CASE("Percentiles of waits are not rounded down to days", "[long]") {
  const Ran ran("11-share-who-wait-longer/a.yaml", {}, quickly(30));
  require_near(ran.estimate("stay.jour.mean"), 74.7);
  CHECK(ran.mean("stay.jour.p50") == 0);
  require_near(ran.estimate("stay.jour.p90"), 257.3);
  const double p90 = ran.mean("stay.jour.p90");
  CHECK(p90 != std::floor(p90));
}

// Case 31: one apartment, 3 households a year, a stay of 2 months, exponential, then a month empty. By Pollaczek and
// Khinchine with the service S = X + 1 month: rho 0.75, E[S^2] = 13 months^2, wait 0.25 x 13 / (2 x 0.25) = 6.5 months,
// 1.625 waiting on average; the apartment is lived in half of the time.
TEST_CASE("A month of cleaning between tenants makes them wait as Pollaczek and Khinchine say", "[long]") {
  const Ran ran("31-cleaning-between-tenants/a.yaml", {}, quickly(30));
  require_near(ran.estimate("waiting.lgh"), 1.625);
  require_near(ran.estimate("stay.ko.mean"), 6.5 * 365.25 / 12);
  require_near(ran.estimate("stay.lgh.mean"), 2 * 365.25 / 12);
  require_near(ran.estimate("vacancy.lgh"), 0.5);
  require_near(ran.estimate("turnover.lgh"), 3);
}

// Half a home a year: many replications have none, and no cost per home. All costs for all homes is a year's costs for
// half a home, whatever the number of replications that have one.
TEST_CASE("The cost per home of half a home a year is all costs for all homes") {
  const Ran ran("17-left-truncation/a.yaml", {{"groups.h.arrivals", "0.5/year"}, {"initial.1.households", "1"}},
                quickly(200));
  const double homes = ran.mean("homes"), cost = ran.mean("cost.total") * 12;
  CHECK(ran.mean("cost_per_home") == Approx(cost / homes).epsilon(1e-9));
  CHECK(ran.estimate("cost_per_home").replications < 200);
  CHECK(ran.estimate("cost_per_home").low < cost / homes);
}

// Of two replications of few arrivals Student's interval reaches below 0.
TEST_CASE("The interval of a count begins at 0 at the least") {
  const Ran ran("17-left-truncation/a.yaml", {}, quickly(2));
  for (std::size_t m = 0; m < ran.results.measures.size(); ++m) {
    const models::Measure& measure = ran.results.measures[m];
    const models::Estimate& value = ran.results.alternatives[0].all.values[m];
    INFO(measure.name);
    if (measure.unit == "SEK/month" || measure.unit == "SEK") continue;
    CHECK_FALSE(value.low < 0);
    if (measure.unit == "share") CHECK_FALSE(value.high > 1);
  }
}

// Case 18: two replications of 30 days in which nobody gets a home: most measures are not defined. A cell with `nan`
// makes Excel call the file damaged, and is no JSON.
TEST_CASE("What is not defined is null in JSON and an empty cell in Excel") {
  for (const char* name : {"18-nan-in-excel/a.yaml", "18-nan-in-excel/b.yaml"}) {
    const Ran ran(name, {}, quickly(2));
    const auto at = std::find_if(ran.results.measures.begin(), ran.results.measures.end(),
                                 [](const auto& measure) { return measure.name == "cost_per_home"; });
    REQUIRE(at != ran.results.measures.end());
    CHECK(std::isnan(ran.mean("cost_per_home")));
    const std::string written = output::results_json(ran.scenario, ran.results);
    const std::regex number("[:\\[, >](-?nan|-?inf|NaN|Infinity)\\b");
    CHECK_FALSE(std::regex_search(written, number));
    CHECK(written.find("\"mean\": null") != std::string::npos);
    const ScratchFolder folder;
    output::write_results_workbook(folder.path() / "run.xlsx", ran.scenario, ran.results, kEnglish);
    for (const auto& [file, text] : unzipped(folder.path() / "run.xlsx")) {
      INFO(file);
      CHECK(text.find("<v>nan</v>") == std::string::npos);
      CHECK(text.find("<v>-nan</v>") == std::string::npos);
      CHECK(text.find("<v>inf</v>") == std::string::npos);
    }
  }
}

}  // namespace trapphus::tests
