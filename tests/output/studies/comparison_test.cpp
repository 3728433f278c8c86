// SPDX-License-Identifier: MIT
#include "models/studies/comparison.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>

#include "engine/statistics/proportion.hpp"
#include "output/json/comparison.hpp"
#include "scenarios/reading/reader.hpp"
#include "tests/output/places.hpp"
#include "tests/output/refusal.hpp"

using namespace trapphus;
using namespace trapphus::output;
using Catch::Contains;
using models::Retention;

namespace {

/// Middling has two alternatives, of which one is what happened.
models::ComparedScenario team(const std::string& name) {
  return {scenarios::read(tests::kTeams / (name + ".yaml")), name == "middling" ? "as_it_is" : "scenario"};
}

/// Nobody is a tenant there.
models::ComparedScenario without_tenants() {
  auto scenario = scenarios::read(std::filesystem::path(TRAPPHUS_SCENARIOS) / "examples/alternative.yaml");
  const std::string first = scenario.alternatives[0].name;
  return {std::move(scenario), first};
}

std::vector<models::ComparedScenario> teams() {
  return {team("careful"), team("harsh"), team("middling")};
}

models::ComparisonOptions quickly(std::vector<std::string> measures = {}) {
  models::ComparisonOptions options;
  options.measures = std::move(measures);
  options.run.replications = 12;
  return options;
}

const models::ComparedColumn& column(const models::Comparison& found, const std::string& measure) {
  return *std::find_if(found.columns.begin(), found.columns.end(),
                       [&](const auto& one) { return one.measure.name == measure; });
}

const models::ComparedValue& value(const models::Comparison& found, std::size_t row, const std::string& measure) {
  return *found.rows[row].values[static_cast<std::size_t>(&column(found, measure) - found.columns.data())];
}

}  // namespace

TEST_CASE("without a choice, teams with tenants are compared by every definition of retention") {
  const auto found = compare(teams(), quickly());
  REQUIRE(found.columns.size() == models::kRetentions);
  CHECK(found.columns.front().measure.name == "retention.not_given_notice");
  CHECK((found.columns.back().measure.name == "unplanned_endings" &&
         found.columns.back().measure.better == models::Better::Less));
  CHECK(found.rows.size() == 3);
  CHECK((found.seed == 5 && found.replications == 12));
}

TEST_CASE("without tenants the headline measures are compared, and with some of each both") {
  const auto found = compare({without_tenants()}, quickly());
  REQUIRE(found.columns.size() == 4);
  CHECK((found.columns[0].measure.name == "homes" && found.columns[3].measure.name == "cost.total"));
  CHECK_FALSE(found.rows[0].retention);
  CHECK_FALSE(found.rows[0].tenants);
  const auto both = compare({team("careful"), without_tenants()}, quickly());
  CHECK(both.columns.size() == models::kRetentions + 4);
  CHECK((both.rows[0].values[0] && !both.rows[1].values[0]));
  CHECK((both.rows[0].retention && !both.rows[1].retention));
}

TEST_CASE("clearly different teams have clear ranks, and their pairs are told apart") {
  const auto found = compare(teams(), quickly({"retention.not_given_notice", "unplanned_endings", "cost.total"}));
  for (const char* measure : {"retention.not_given_notice", "unplanned_endings"}) {
    CHECK((value(found, 0, measure).rank == 1 && value(found, 2, measure).rank == 2 &&
           value(found, 1, measure).rank == 3));
    CHECK((value(found, 0, measure).rank_probability > 0.9 && column(found, measure).told_apart >= 2));
  }
  CHECK(value(found, 1, "cost.total").rank == 1);  // two apartments fewer: the cheapest
}

// Late is Careful with its ten apartments three years later: two years in them instead of five. Tenants leave by notice
// (2 % a year) or, after lognormal 3 years (deviation 1), for a home of their own. With sigma 0.325 and mu 1.046 0.1 %
// have done so after one year, 14 % after two and 96 % after five: of Late's first ten 0.86 * 0.96 = 0.83 are still
// there, and it has had about 12 tenants for ten apartments; Careful has had about 20. Whoever has had a year has
// stayed it with the same probability, 0.98, in both.
TEST_CASE("a later start is no better work: no ranks at unequal time, and a comparison at a fixed one") {
  const models::ComparedScenario late{
      scenarios::read(tests::kTeams / "careful.yaml", {{"timeline",
                                                        "[{on: 2015-01-01, change: {stages.flat.units: 0}}, "
                                                        "{on: 2018-01-01, change: {stages.flat.units: 10}}]"}}),
      "scenario"};
  const auto found = compare({team("careful"), late}, quickly());
  CHECK_FALSE(found.equal_exposure);
  CHECK(value(found, 1, "retention.since_move_in").value.mean >
        value(found, 0, "retention.since_move_in").value.mean + 0.2);
  for (const auto& one : found.columns) {
    const bool is_fixed = one.measure.name == "retention.one_year";
    CAPTURE(one.measure.name);
    CHECK(one.comparable == is_fixed);
    CHECK((one.pairs == 1) == is_fixed);
    CHECK((value(found, 0, one.measure.name).rank > 0) == is_fixed);
  }
  CHECK(column(found, "retention.one_year").told_apart == 0);
  CHECK(found.common == Retention::OneYear);
}

TEST_CASE("equal teams share their ranks and cannot be told apart") {
  const auto found = compare({team("middling"), team("middling")}, quickly({"retention.not_given_notice"}));
  for (std::size_t row = 0; row < 2; ++row) {
    const auto& cell = value(found, row, "retention.not_given_notice");
    CHECK((cell.rank == 1 && cell.shared && cell.rank_probability < 0.9));
  }
  CHECK((found.columns[0].pairs == 1 && found.columns[0].told_apart == 0));
}

TEST_CASE("a team that nobody was ever evicted from is not certain: its interval is that of its tenants") {
  const auto found = compare({team("careful")}, quickly({"retention.not_evicted"}));
  const auto& cell = value(found, 0, "retention.not_evicted");
  CHECK((cell.counted && cell.value.mean == 1 && cell.prediction_high == 1));
  CHECK(cell.prediction_low < 1);
  REQUIRE(found.rows[0].tenants);
  const auto steps = cell.prediction_low * static_cast<double>(*found.rows[0].tenants);
  CHECK(steps == Approx(std::round(steps)));  // a whole number of tenants
}

TEST_CASE("definition and work add up to how a team differs from the mean of all") {
  const auto found = compare(teams(), quickly());
  CHECK((found.common == Retention::NotEvicted && !found.common_chosen));  // two of three use it
  double by_rest = 0;
  for (const auto& row : found.rows) {
    REQUIRE(row.retention);
    const models::RetentionSplit& split = *row.retention;
    CHECK(split.by_definition.mean + split.by_rest.mean == Approx(split.own.mean - found.common_mean).margin(1e-12));
    CHECK((split.by_rest.low <= split.by_rest.mean && split.by_rest.mean <= split.by_rest.high));
    by_rest += split.by_rest.mean;
  }
  CHECK(by_rest == Approx(0).margin(1e-12));
  // Own definition is the common one: nothing is the definition's. Notices count only by Harsh's own one.
  CHECK((found.rows[0].retention->by_definition.low == 0 && found.rows[0].retention->by_definition.high == 0));
  CHECK(found.rows[1].retention->by_definition.high < -0.1);
  CHECK(found.rows[1].retention->by_rest.high < 0);
}

TEST_CASE("a team's own figure has the interval of k of n tenants, where n is known") {
  const auto found = compare(teams(), quickly());
  const auto& careful = *found.rows[0].retention;
  CHECK((careful.observed.mean == 1 && careful.of == 20));
  CHECK(careful.observed.low == engine::share_interval(20, 20).low);
  const auto& harsh = *found.rows[1].retention;
  CHECK((harsh.observed.mean == 0.4 && std::isnan(harsh.observed.low) && !harsh.of));
  CHECK(std::isnan(found.rows[2].retention->observed.mean));
}

TEST_CASE("the reader may choose the definition that all are compared on, and then sees only that") {
  auto options = quickly();
  options.definition = Retention::NotGivenNotice;
  const auto found = compare(teams(), options);
  CHECK((found.columns.size() == 1 && found.common == Retention::NotGivenNotice && found.common_chosen));
  CHECK(found.rows[1].retention->by_definition.mean == 0);
  CHECK(found.rows[0].retention->by_definition.mean > 0);
}

TEST_CASE("one alternative of each by default, all of them if asked") {
  const auto options = quickly({"retention.not_evicted"});
  const auto one = compare({team("middling")}, options);
  REQUIRE(one.rows.size() == 1);
  CHECK((one.rows[0].alternative == "as_it_is" && one.rows[0].name == "Middling"));
  auto every = team("middling");
  every.alternative.clear();
  const auto all = compare({every}, options);
  REQUIRE(all.rows.size() == 2);
  CHECK((all.rows[0].name == "Middling: more" && all.rows[0].fte == 3));
  // The one that is shown alone has the same clients and luck as beside the others.
  CHECK(all.rows[1].values[0]->value.mean == one.rows[0].values[0]->value.mean);
}

TEST_CASE("the result does not depend on the number of threads, but on the seed", "[long]") {
  auto options = quickly();
  options.run.jobs = 1;
  const auto one = comparison_json(compare(teams(), options));
  options.run.jobs = 3;
  CHECK(comparison_json(compare(teams(), options)) == one);
  options.run.seed = 6;
  CHECK(comparison_json(compare(teams(), options)) != one);
}

TEST_CASE("a measure that no scenario has is answered with the nearest, each of them") {
  CHECK_THAT(tests::refusal([] {
               return compare(teams(), quickly({"homs", "retention.not_evicted", "cost.totl"}));
             }),
             Contains("\"homs\"") && Contains("\"homes\"") && Contains("\"cost.total\""));
  auto options = quickly();
  options.definition = Retention::OneYear;
  CHECK_THROWS_AS(compare({without_tenants()}, options), models::StudyError);
}

TEST_CASE("an interrupted comparison leaves out what was not finished") {
  std::atomic<bool> stop{false};
  auto options = quickly({"homes"});
  options.run.jobs = 1;
  options.run.stop = &stop;
  options.run.progress = [&stop](const models::Progress& progress) {
    if (std::string(progress.phase) == "Harsh") stop = true;
  };
  const auto found = compare(teams(), options);
  CHECK(found.rows.size() == 1);
  CHECK(found.unfinished == std::vector<std::string>{"Harsh", "Middling"});
}
