// SPDX-License-Identifier: MIT
#include "models/studies/compared_facts.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>

#include "scenarios/reading/reader.hpp"
#include "tests/output/places.hpp"

using namespace trapphus;
using namespace trapphus::models;

namespace {

models::Scenario scenario_of_team(const std::string& name, const std::vector<scenarios::Override>& overrides = {}) {
  return scenarios::read(tests::kTeams / (name + ".yaml"), overrides);
}

}  // namespace

TEST_CASE("a row's assumptions are those about apartments, staff, caseload and period") {
  const auto harsh = scenario_of_team("harsh");
  const models::ComparedRow row = facts_of(harsh, harsh.alternatives[0], false);
  REQUIRE(row.assumed.size() == 2);
  CHECK((row.assumed[0].path == "stages.flat.units" && row.assumed[0].assumption == "said to be few"));
  CHECK(row.assumed[1].path == "staff.team.caseload");
  const auto careful = scenario_of_team("careful");
  CHECK(facts_of(careful, careful.alternatives[0], false).assumed.empty());
}

TEST_CASE("what another alternative assumes is none of a row's business") {
  const auto scenario =
      scenario_of_team("middling", {{"alternatives.more.change", "{staff.team.fte: {value: 3, assumption: a guess}}"}});
  const auto names = [&](const char* alternative) {
    std::string all;
    for (const auto& one : scenario.alternatives) {
      if (one.name != alternative) continue;
      for (const auto& input : facts_of(scenario, one, true).assumed) all += input.path + " ";
    }
    return all;
  };
  CHECK(names("more") == "alternatives.more.change.staff.team.fte ");
  CHECK(names("as_it_is").empty());
}

TEST_CASE("apartments and staff are those at the end, and on average over the period") {
  const auto scenario = scenario_of_team("careful", {{"timeline", "[{on: 2019-01-01, change: {staff.team.fte: 4}}]"}});
  const models::ComparedRow row = facts_of(scenario, scenario.alternatives[0], false);
  CHECK((row.name == "Careful" && row.apartments == 10 && row.fte == 4));
  CHECK(row.mean_fte == Approx((2 * 1461 + 4 * 365) / 1826.0));  // five years, of them 2019 with 4
  CHECK((row.profile.inhabitants == 20'000 && row.profile.landlords == 2));
  CHECK(count_of(row, models::Denominator::ThousandInhabitants) == 20);
  CHECK(std::isnan(count_of(models::ComparedRow(), models::Denominator::Fte)));
}

// Five years, of them three without apartments and two with ten: 20 apartment-years of 10 apartments are two years
// each. Five apartments in the first two years and ten in the last three: 40 apartment-years are four years each.
TEST_CASE("the exposure is how long the apartments have been there on average") {
  const auto years = [](const char* timeline) {
    const auto scenario = scenario_of_team("careful", {{"timeline", timeline}});
    return facts_of(scenario, scenario.alternatives[0], false).exposure;
  };
  CHECK(years("[]") == Approx(5).epsilon(0.001));
  CHECK(
      years("[{on: 2015-01-01, change: {stages.flat.units: 0}}, {on: 2018-01-01, change: {stages.flat.units: 10}}]") ==
      Approx(2).epsilon(0.001));
  CHECK(
      years("[{on: 2015-01-01, change: {stages.flat.units: 5}}, {on: 2017-01-01, change: {stages.flat.units: 10}}]") ==
      Approx(4).epsilon(0.001));
}

TEST_CASE("rates are a team's own only where its own file has what was fitted") {
  auto scenario = scenario_of_team("careful");
  const auto rates = [&] { return facts_of(scenario, scenario.alternatives[0], false).rates; };
  CHECK(rates() == models::Rates::Assumed);
  models::Input input;
  input.path = "moves.flat.street.notice.risk";
  input.assumption = "fitted to retention.not_evicted, 2015-01 to 2019-12 (calibrate, seed 5, 40 replications)";
  input.file = (tests::kTeams / "base.yaml").string();
  scenario.inputs.push_back(input);
  CHECK(rates() == models::Rates::Shared);
  scenario.inputs.back().path = "staff.team.caseload";
  CHECK(rates() == models::Rates::Assumed);
  input.file = scenario.file;
  scenario.inputs.push_back(input);
  CHECK(rates() == models::Rates::Own);
  scenario.inputs.back().assumption = "no data";
  CHECK(rates() == models::Rates::Assumed);
}

TEST_CASE("the rest is the work where rates are own and the time is equal, or the definition's is fixed") {
  models::Comparison comparison;
  models::ComparedRow row;
  comparison.common = models::Retention::NotEvicted;
  row.rates = models::Rates::Own;
  CHECK(is_work(comparison, row));
  comparison.equal_exposure = false;
  CHECK_FALSE(is_work(comparison, row));
  comparison.common = models::Retention::OneYear;
  CHECK(is_work(comparison, row));
  for (const auto rates : {models::Rates::Assumed, models::Rates::Shared}) {
    row.rates = rates;
    CHECK_FALSE(is_work(comparison, row));
  }
}

TEST_CASE("only the apartments of tenants count, or all where nobody is followed") {
  auto settings = scenario_of_team("careful").alternatives[0].epochs[0].settings;
  auto other = settings.stages[1];
  other.tenancy = false;
  settings.stages.push_back(other);
  CHECK(apartment_stages(settings) == std::vector<std::size_t>{1});
  settings.stages[1].tenancy = false;
  CHECK(apartment_stages(settings) == std::vector<std::size_t>{1, 4});
}

TEST_CASE("the usual alternative is what observations name, else what changes nothing, else the first") {
  auto scenario = scenario_of_team("middling");
  CHECK(usual_alternative(scenario, "as_it_is") == "as_it_is");
  CHECK(usual_alternative(scenario, "") == "more");
  models::Observation observation;
  observation.alternative = "more";
  scenario.observations.push_back(observation);
  CHECK(usual_alternative(scenario, "as_it_is") == "more");
}
