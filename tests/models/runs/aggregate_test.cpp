// SPDX-License-Identifier: MIT
#include "models/runs/aggregate.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "models/staircase/scenario.hpp"
#include "tests/models/recorder_driver.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::on;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Scenario half_a_year() {
  Build b;
  b.group("families", 3, "hotel");
  b.group("singles", 1, "hotel");
  b.placement("hotel", 585);
  b.exit("own_home");
  b.offers("hotel", "own_home", 1);
  Scenario scenario;
  scenario.from = on(2011, 9, 1);
  scenario.to = on(2012, 3, 1);
  for (const char* name : {"zero", "project"}) {
    scenario.alternatives.push_back({name, {"", name}, {{scenario.from, b.settings()}}});
  }
  return scenario;
}

/// A replication in which every measure of a row (all, families, singles) has this value, and so has each month.
ReplicationResult replication(const MeasureTable& table, std::array<double, 3> values) {
  ReplicationResult result;
  for (const double value : values) {
    result.values.emplace_back(table.size(), value);
    auto& monthly = result.monthly.emplace_back();
    for (std::size_t m = 0; m < table.size(); ++m) {
      if (table[m].series) monthly[m] = std::vector<double>(6, value);
    }
  }
  return result;
}

// Means 2 and 3, and with the part 1 more than without it: paired, so exactly 1.
TEST_CASE("a contribution is the whole less the alternative without the part, replication by replication") {
  Scenario its = half_a_year();
  its.alternatives.push_back({"without", {}, its.alternatives[1].epochs, "project"});
  const MeasureTable table(its);
  const std::vector<Replicated> runs = {{replication(table, {1, 10, 0}), replication(table, {3, 10, 0})},
                                        {replication(table, {2, 9, 0}), replication(table, {4, 9, 0})},
                                        {replication(table, {1, 7, 0}), replication(table, {3, 7, 0})}};
  Results results;
  aggregate(its, table, runs, results);
  REQUIRE(results.contributions.size() == 1);
  const Contribution& part = results.contributions[0];
  CHECK(part.without == "without");
  CHECK(part.whole == "project");
  const std::size_t homes = table.find("homes").value();
  CHECK(part.all[homes].mean == 1);
  CHECK(part.all[homes].low == 1);
  CHECK(part.groups[0][homes].mean == 2);
  CHECK(results.differences.size() == 2);

  its.alternatives[2].shows_part_of = "nobody";
  CHECK_THROWS_AS(aggregate(its, table, runs, results), std::invalid_argument);
}

struct Runs {
  Scenario its = half_a_year();
  MeasureTable table{its};
  std::vector<Replicated> runs = {
      {replication(table, {1, 10, 0}), replication(table, {2, 10, 0}), replication(table, {3, 10, 0})},
      {replication(table, {2, 9, 0}), replication(table, {3, 9, 0}), replication(table, {4, 9, 0})}};
  std::size_t place(const std::string& name) const { return table.find(name).value(); }
  Results results() const {
    Results results;
    aggregate(its, table, runs, results);
    return results;
  }
};

TEST_CASE("a measure is the mean over the replications with Student's interval") {
  const Results results = Runs().results();
  REQUIRE(results.alternatives.size() == 2);
  CHECK(results.groups == std::vector<std::string>{"families", "singles"});
  CHECK(results.measures.size() == results.alternatives[0].all.values.size());
  CHECK(results.alternatives[1].name == "project");
  CHECK(results.alternatives[1].label.en == "project");
  const Estimate& homes = results.alternatives[0].all.values[Runs().place("homes")];
  CHECK(homes.mean == Approx(2));
  // Of 1, 2, 3: deviation 1, t(0.975, 2) = 4.302653.
  CHECK(homes.high - homes.mean == Approx(4.302653 / std::sqrt(3)));
  CHECK(homes.low == 0);  // 2 less as much is below 0, which no number of homes can be
  CHECK(homes.replications == 3);
  CHECK(results.alternatives[0].groups[0].values[0].mean == Approx(10));
}

TEST_CASE("differences are paired, so what all replications share has no width") {
  const Results results = Runs().results();
  REQUIRE(results.differences.size() == 1);
  const Difference& difference = results.differences[0];
  CHECK(difference.name == "project");
  for (const Estimate& estimate : difference.all) {
    CHECK(estimate.mean == Approx(1));
    CHECK(estimate.low == Approx(1));
    CHECK(estimate.high == Approx(1));
  }
  CHECK(difference.groups.at(0)[0].mean == Approx(-1));
  CHECK(difference.groups.at(1)[0].mean == 0);
}

TEST_CASE("a replication that does not define a measure in both alternatives is left out of the difference") {
  Runs runs;
  runs.runs[0][0].values[0][0] = kNone;
  runs.runs[1][2].values[0][0] = kNone;
  const Difference difference = runs.results().differences[0];
  CHECK(difference.all[0].replications == 1);
  CHECK(difference.all[0].mean == Approx(1));
  CHECK(difference.all[1].replications == 3);
  CHECK(runs.results().alternatives[0].all.values[0].mean == Approx(2.5));
}

TEST_CASE("alternatives with other replications cannot be compared") {
  Runs runs;
  runs.runs[1].pop_back();
  CHECK_THROWS_AS(runs.results(), std::invalid_argument);
}

TEST_CASE("series are given by month, tertial and year, flows as sums and the others as averages") {
  const Runs runs;
  const AlternativeResult zero = runs.results().alternatives[0];
  const std::size_t homes = runs.place("homes"), hotel = runs.place("households.hotel");
  // September 2011 to February 2012: four months of the third tertial, two of the next.
  CHECK(engine::to_string(zero.all.monthly.at(homes).from) == "2011-09");
  CHECK(zero.all.monthly.at(homes).mean == std::vector<double>(6, 2));
  CHECK(engine::to_string(zero.all.tertial.at(homes).from) == "2011-09");
  CHECK(zero.all.tertial.at(homes).mean == std::vector<double>{8, 4});
  CHECK(engine::to_string(zero.all.yearly.at(homes).from) == "2011-01");
  CHECK(zero.all.yearly.at(homes).mean == std::vector<double>{8, 4});
  CHECK(zero.all.yearly.at(hotel).mean[1] == Approx(2));
  CHECK(zero.groups[0].tertial.at(hotel).mean[0] == Approx(10));
  CHECK(zero.all.monthly.count(runs.place("returns")) == 0);
}

TEST_CASE("a series of ratios has in each step all parts of all wholes, over months and replications") {
  Runs runs;
  const std::size_t homes = runs.place("homes");  // any measure with a series
  runs.runs[0] = {replication(runs.table, {0, 0, 0}), replication(runs.table, {0, 0, 0})};
  // 1 of 2, 6 of 3, nothing of none, 4 of 4...; and in the other replication 3 of 6 and 2 of 1.
  constexpr double kNobody = std::numeric_limits<double>::quiet_NaN();
  runs.runs[0][0].monthly[0][homes] = {0.5, 2, kNobody, 1, 1, 1};
  runs.runs[0][0].monthly_wholes[homes] = {2, 3, 0, 4, 1, 1};
  runs.runs[0][1].monthly[0][homes] = {0.5, 2, kNobody, 1, 1, 1};
  runs.runs[0][1].monthly_wholes[homes] = {6, 1, 0, 4, 1, 1};
  runs.runs[1] = runs.runs[0];
  const AlternativeResult zero = runs.results().alternatives[0];
  CHECK(zero.all.monthly.at(homes).mean[0] == Approx(0.5));
  CHECK(std::isnan(zero.all.monthly.at(homes).mean[2]));
  // September to December: (1 + 6 + 4 + 3 + 2 + 4) of (2 + 3 + 4 + 6 + 1 + 4), where the means of ratios are 1.17.
  CHECK(zero.all.tertial.at(homes).mean[0] == Approx(20.0 / 20));
}

TEST_CASE("nine tenths of the replications lie between p5 and p95") {
  Runs runs;
  for (auto& run : runs.runs) run.clear();
  // 99 replications 1..99: the 5th and the 95th smallest of them are the 5 % and 95 % quantiles, k / (n + 1).
  for (int i = 99; i >= 1; --i) {
    for (auto& run : runs.runs) run.push_back(replication(runs.table, {double(i), 0, 0}));
  }
  const AlternativeResult zero = runs.results().alternatives[0];
  const Series& homes = zero.all.monthly.at(runs.place("homes"));
  CHECK(homes.mean[0] == Approx(50));
  CHECK(homes.p5[0] == Approx(5));
  CHECK(homes.p95[0] == Approx(95));
  CHECK(homes.low[0] < 50);
}

TEST_CASE("the ledger is the mean of what each account booked, without accounts that are empty") {
  Runs runs;
  for (std::size_t r = 0; r < 3; ++r) {
    auto& ledger = runs.runs[0][r].ledger;
    ledger.push_back({"acute", StageId(0), GroupId(1), std::vector<Money>(6, Money::kronor(std::int64_t(r) * 30))});
    ledger.push_back({"staff", {}, {}, std::vector<Money>(6)});
    ledger.push_back({"grant:city", {}, {}, std::vector<Money>(6, Money::ore(-1))});
  }
  const auto rows = runs.results().alternatives[0].ledger;
  REQUIRE(rows.size() == 12);
  CHECK(rows[0].line == "acute");
  CHECK(rows[0].stage == "hotel");
  CHECK(rows[0].group == "singles");
  CHECK(rows[0].amount == Approx(30));
  CHECK(engine::to_string(rows[5].month) == "2012-02");
  CHECK(rows[6].line == "grant:city");
  CHECK(rows[6].stage.empty());
  CHECK(rows[6].amount == Approx(-0.01));
}

Observation observation(const std::string& measure, GroupId group = {}, const std::string& alternative = "project") {
  Observation observation;
  observation.measure = measure;
  observation.group = group;
  observation.from = on(2011, 9, 1);
  observation.to = on(2012, 1, 1);
  observation.alternative = alternative;
  return observation;
}

TEST_CASE("an observation is held against its own dates, group and alternative") {
  Runs runs;
  for (auto& run : runs.runs) {
    for (auto& one : run) {
      one.monthly[0].at(runs.place("homes")) = {1, 2, 3, 6, 100, 100};
      one.monthly[0].at(runs.place("households.hotel")) = {30, 31, 30, 31, 0, 0};
    }
  }
  runs.its.observations = {observation("homes"), observation("households.hotel"),
                           observation("households.hotel", GroupId(0)), observation("cost_per_home"),
                           observation("cost_per_home", {}, "")};
  for (const std::size_t place : {3, 4}) runs.its.observations[place].to = runs.its.to;  // the whole period
  const auto results = runs.results().observations;
  REQUIRE(results.size() == 5);
  CHECK(results[0].simulated == Approx(12 * 3));  // twelve in four months is 36 a year
  CHECK(results[1].simulated == Approx((30 * 30 + 31 * 31 + 30 * 30 + 31 * 31) / 122.0));
  CHECK(results[1].group.empty());
  CHECK(results[2].simulated == Approx(9));
  CHECK(results[2].group == "families");
  CHECK(results[3].simulated == Approx(3));
  CHECK(results[4].simulated == Approx(2));  // no alternative named: the first
  // Student's prediction interval of 2, 3, 4: t(0.975, 2) x 1 x sqrt(1 + 1/3).
  CHECK(results[3].high - results[3].simulated == Approx(4.302653 * std::sqrt(4.0 / 3)));
  CHECK(results[3].low < results[3].simulated);
}

TEST_CASE("an observation of what is not there is refused") {
  Runs runs;
  runs.its.observations = {observation("happiness")};
  CHECK_THROWS_AS(runs.results(), std::invalid_argument);
  runs.its.observations = {observation("homes", {}, "third")};
  CHECK_THROWS_AS(runs.results(), std::invalid_argument);
}

TEST_CASE("a case has its alternatives' values and their differences to the first") {
  Runs runs;
  const Case low{"low", {"", "Low"}, runs.its.alternatives};
  const CaseResult result = aggregate_case(low, runs.table, runs.runs);
  CHECK(result.name == "low");
  CHECK(result.label.en == "Low");
  REQUIRE(result.alternatives.size() == 2);
  CHECK(result.alternatives[1][0].mean == Approx(3));
  REQUIRE(result.differences.size() == 1);
  CHECK(result.differences[0].name == "project");
  CHECK(result.differences[0].all[0].mean == Approx(1));
}

TEST_CASE("a run that was interrupted before its first replication has names and no values") {
  Runs runs;
  for (auto& run : runs.runs) run.clear();
  runs.its.observations = {observation("homes")};
  const Results results = runs.results();
  REQUIRE(results.alternatives.size() == 2);
  CHECK(results.alternatives[0].all.values.empty());
  CHECK(results.differences[0].all.empty());
  CHECK(std::isnan(results.observations[0].simulated));
  CHECK(aggregate_case({"low", {}, runs.its.alternatives}, runs.table, runs.runs).alternatives[0].empty());
}

}  // namespace
}  // namespace trapphus::models
