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
  CHECK((row.inhabitants == 20'000 && row.landlords == 2));
  CHECK(count_of(row, models::Denominator::ThousandInhabitants) == 20);
  CHECK(std::isnan(count_of(models::ComparedRow(), models::Denominator::Fte)));
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
