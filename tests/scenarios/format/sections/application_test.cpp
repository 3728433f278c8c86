// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/application.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

using models::Money;

/// The sum of the application of `enheten`, the budget and hours of that of `boendelots`.
const std::string kBlock = R"(
grants:
  city: {amount: 1 MSEK}
application:
  source: both applications
  begins: 2012-03-01
  ends: 2012-12-31
  price_year: 2009
  index: [{year: 2009, value: 100}, {year: 2015, value: 105.2}]
  sum:
    - {label: {sv: I dag, en: Today}, persons: 50, price: 16 500 SEK/month, months: 12}
    - {label: Tomorrow, persons: 50, price: 7000 SEK/month, months: 12, sign: minus}
    - {label: Group, persons: 6, price: 1000 SEK/day, days: 365, amount: 2.1 MSEK, note: "rounded there"}
    - {label: Group's staff, amount: 0.8 MSEK, sign: minus}
    - {label: The project, amount: 2.9 MSEK, sign: minus}
  budget:
    - {label: Supervision and training, amount: 11 000 SEK}
    - {label: Other, amount: 1 444 000 SEK}
  budget_stated:
    - {year: 2015, amount: 789 000 SEK}
    - {amount: 1 578 000 SEK}
  resources:
    - {role: {sv: Boendelots, en: Navigator}, hours: 39.5 h/week}
    - {role: Coordinators, hours: 5 h/week, internal: yes, from: 2012-04-01, to: 2012-04-30}
  hours_stated: 756
  payers:
    district: {label: {sv: Stadsdelen, en: The district}, lines: [nights, rents], receives: [city]}
    reserve: {gives: city}
  efforts:
    - {label: Invoices, unit: invoices, measure: households.hotel, amount: 12 000, households: 571, source: enheten}
  events:
    - {label: Sudden termination, measure: moves.hotel.training, cost: 25 000 SEK, assumption: "no data"}
  risks:
    - {risk: Too few apartments, action: Negotiate with owners}
  follow_up: [households.hotel, homes]
  texts: {background: {sv: Nuläget, en: The present}, scope: One district}
)";

TEST_CASE("the block says what an application says, to the öre") {
  const auto scenario = read_on_base(kBlock);
  REQUIRE(scenario.application);
  const auto& application = *scenario.application;
  CHECK(models::total(application.sum) == Money::kronor(4'100'000));
  CHECK(models::computed(application.sum[0]) == Money::kronor(9'900'000));
  CHECK(models::computed(application.sum[1]) == Money::kronor(4'200'000));
  CHECK(models::computed(application.sum[2]) == Money::kronor(2'190'000));
  CHECK(application.sum[0].label == models::Label{"I dag", "Today"});
  CHECK(models::total(application.budget, {}) == Money::kronor(1'455'000));
  CHECK(application.budget_stated[0].year == 2015);
  CHECK_FALSE(application.budget_stated[1].year);
  CHECK(application.resources[0].hours_per_week == 39.5);
  CHECK(application.resources[1].internal);
  CHECK(*application.resources[1].to == parse_date("2012-05-01"));
  CHECK(application.hours_stated == 756);
  CHECK(application.payers[0].receives == Lines{"city"});
  CHECK(application.payers[1].gives == Lines{"city"});
  CHECK(application.efforts[0].households == 571);
  CHECK(application.events[0].cost == Money::kronor(25'000));
  CHECK(application.risks[0].action.en == "Negotiate with owners");
  CHECK(application.follow_up == Lines{"households.hotel", "homes"});
  CHECK(application.texts.background.sv == "Nuläget");
  CHECK(application.texts.scope.en == "One district");
  CHECK(application.price_year == 2009);
  CHECK(application.index[1].value == 105.2);
  CHECK(*application.ends == parse_date("2013-01-01"));
  CHECK_FALSE(scenario.afterwards);
}

TEST_CASE("numbers of an application are among the inputs, with their source") {
  const auto scenario = read_on_base(kBlock);
  const auto input = [&](const std::string& path) {
    for (const auto& one : scenario.inputs) {
      if (one.path == path) return one.source + "/" + one.assumption;
    }
    return std::string("not there");
  };
  CHECK(input("application.sum.1.persons") == "both applications/");
  CHECK(input("application.efforts.1.amount") == "enheten/");
  CHECK(input("application.events.1.cost") == "/no data");
}

TEST_CASE("a scenario without the block has no application") {
  CHECK_FALSE(read_on_base("").application);
}

TEST_CASE("after the project the alternatives go on in two variants, from the day after its end") {
  const auto scenario = read_on_base(R"(
application:
  ends: 2012-12-31
  after: {until: 2015-12-31, gone: {staff.project.fte: 0}, permanent: {staff.project.fte: 5}}
)");
  REQUIRE(scenario.afterwards);
  const auto& after = *scenario.afterwards;
  CHECK(after.to == parse_date("2016-01-01"));
  REQUIRE(after.gone.size() == scenario.alternatives.size());
  const std::size_t last = scenario.alternatives.size() - 1;
  const auto fte = [](const models::Epoch& epoch) { return by_name(epoch.settings.teams, "project").fte; };
  CHECK(fte(after.gone[last].epochs.front()) == fte(scenario.alternatives[last].epochs.front()));
  CHECK(after.gone[last].epochs.back().from == parse_date("2013-01-01"));
  CHECK(fte(after.gone[last].epochs.back()) == 0);
  CHECK(fte(after.permanent[last].epochs.back()) == 5);
  CHECK(fte(after.gone[0].epochs.back()) == fte(scenario.alternatives[0].epochs.back()));
}

std::string problem_of(const std::string& block) {
  const auto found = problems_on_base("application:\n" + block);
  return found.empty() ? "none" : found.front();
}

TEST_CASE("a term of the sum that does not multiply is refused") {
  CHECK_THAT(problem_of("  sum: [{label: A, persons: 3}]\n"), Catch::Contains("persons and price go together"));
  CHECK_THAT(problem_of("  sum: [{label: A}]\n"), Catch::Contains("needs persons and price, or an amount"));
  CHECK_THAT(problem_of("  sum: [{label: A, persons: 3, price: 5 SEK/month}]\n"), Catch::Contains("how many?"));
  CHECK_THAT(problem_of("  sum: [{label: A, persons: 3, price: 5 SEK/day, months: 2}]\n"),
             Catch::Contains("how many?"));
  CHECK_THAT(problem_of("  sum: [{label: A, persons: 3, price: 5 SEK/week}]\n"),
             Catch::Contains("per day, month or year"));
  CHECK_THAT(problem_of("  sum: [{label: A, amount: 5 SEK, months: 2}]\n"), Catch::Contains("nothing to multiply"));
  CHECK_THAT(problem_of("  sum: [{label: A, amount: 5 SEK, sign: mnus}]\n"), Catch::Contains("did you mean `minus`"));
}

TEST_CASE("an application speaks of measures, lines and grants that there are") {
  CHECK_THAT(problem_of("  follow_up: [homess]\n"),
             Catch::Contains("there is no measure `homess`; did you mean `homes`"));
  CHECK_THAT(problem_of("  efforts: [{label: A, unit: h, measure: household.hotel, amount: 1}]\n"),
             Catch::Contains("did you mean `households.hotel`"));
  CHECK_THAT(problem_of("  events: [{label: A, measure: households.hotel, cost: 5 SEK}]\n"),
             Catch::Contains("no flow to count `households.hotel`"));
  CHECK_THAT(problem_of("  payers: {city: {lines: [night]}}\n"), Catch::Contains("did you mean `nights`"));
  CHECK_THAT(problem_of("  payers: {city: {gives: [city]}}\n"), Catch::Contains("there is no grant `city`"));
  CHECK_THAT(problem_of("  payers: {a: {lines: [nights]}, b: {lines: [nights]}}\n"), Catch::Contains("two payers"));
}

TEST_CASE("the dates of a project and of what comes after it follow each other") {
  CHECK_THAT(problem_of("  begins: 2012-06-01\n  ends: 2012-05-31\n"), Catch::Contains("ends before it begins"));
  CHECK_THAT(problem_of("  begins: 1999-01-01\n  ends: 1999-12-31\n"), Catch::Contains("before the period begins"));
  CHECK_THAT(problem_of("  resources: [{role: A, hours: 5 h/week, from: 2012-03-01, to: 2012-02-01}]\n"),
             Catch::Contains("resource ends before"));
  CHECK_THAT(problem_of("  after: {gone: {staff.project.fte: 0}}\n"), Catch::Contains("needs its last day: `ends`"));
  CHECK_THAT(problem_of("  ends: 2012-12-31\n  after: {until: 2012-06-30, gone: {staff.project.fte: 0}}\n"),
             Catch::Contains("nothing comes after"));
  CHECK_THAT(problem_of("  ends: 2012-12-31\n  after: {until: 2015-06-30}\n"), Catch::Contains("the same"));
  CHECK_THAT(problem_of("  ends: 2012-12-31\n  after: {until: 2015-06-30, gone: {staff.projct.fte: 0}}\n"),
             Catch::Contains("did you mean `staff.project.fte`"));
}

}  // namespace
}  // namespace trapphus::scenarios::testing
