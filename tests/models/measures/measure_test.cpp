// SPDX-License-Identifier: MIT
#include "models/measures/measure.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>

#include "models/staircase/cause.hpp"
#include "models/staircase/scenario.hpp"
#include "tests/models/build.hpp"

namespace trapphus::models {
namespace {

using build::Build;
using build::fixed_days;

Build measured_staircase() {
  Build b;
  b.group("families", 3, "hotel");
  b.placement("hotel", 585);
  b.apartment("trial", 30, 7000);
  b.exit("first_hand", true, true);
  const TeamId navigators = b.team("navigators", 2, 24, 15, 620'000);
  const ServiceId search = b.service("search", navigators, Distribution::constant(14));
  b.planned("hotel", "trial", fixed_days(90));
  b.offers("hotel", "first_hand", 1.2, 0.3, {search});
  b.planned("trial", "first_hand", fixed_days(500)).takeover = true;
  return b;
}

bool has(const MeasureTable& table, const std::string& name) {
  return table.find(name).has_value();
}
const Measure& named(const MeasureTable& table, const std::string& name) {
  INFO(name);
  REQUIRE(has(table, name));
  return table[*table.find(name)];
}

TEST_CASE("every family of measures is in the table, in the order that people see") {
  const MeasureTable table(measured_staircase().settings());
  std::vector<std::string> names;
  for (const Measure& measure : table.all()) names.push_back(measure.name);
  CHECK(names == std::vector<std::string>{"households.hotel",
                                          "households.trial",
                                          "households.acute",
                                          "waiting.trial",
                                          "waiting.search",
                                          "arrivals",
                                          "moves.hotel.trial",
                                          "moves.hotel.first_hand",
                                          "moves.trial.first_hand",
                                          "exits.first_hand",
                                          "homes",
                                          "first_hand",
                                          "homes.helped",
                                          "first_hand.helped",
                                          "served.search",
                                          "stay.hotel.mean",
                                          "stay.hotel.p50",
                                          "stay.hotel.p90",
                                          "stay.trial.mean",
                                          "stay.trial.p50",
                                          "stay.trial.p90",
                                          "turnover.trial",
                                          "turnover.trial.moveouts",
                                          "turnover.trial.takeovers",
                                          "vacancy.trial",
                                          "utilisation.navigators",
                                          "cost.acute",
                                          "cost.rent",
                                          "cost.empty_rent",
                                          "cost.staff",
                                          "cost.total",
                                          "cost_per_home",
                                          "days_to_home.mean",
                                          "days_to_home.p50",
                                          "days_to_home.p90",
                                          "home_within_year",
                                          "returns",
                                          "blocked.rule",
                                          "blocked.service:search",
                                          "blocked.vacancy:navigators",
                                          "blocked.pool:trial",
                                          "blocked.market",
                                          "child_nights.acute"});
}

TEST_CASE("a measure is found by its name, and nothing else is") {
  const MeasureTable table(measured_staircase().settings());
  for (std::size_t i = 0; i < table.size(); ++i) CHECK(table.find(table[i].name) == i);
  CHECK_FALSE(has(table, "households"));
  CHECK_FALSE(has(table, ""));
  CHECK_FALSE(has(table, "zzz"));
}

TEST_CASE("a misspelt measure is answered with the nearest name") {
  const MeasureTable table(measured_staircase().settings());
  CHECK(table.nearest("housholds.hotel") == "households.hotel");
  CHECK(table.nearest("cost.totl") == "cost.total");
  CHECK(table.nearest("stay.trial.p95") == "stay.trial.p90");
}

TEST_CASE("every measure says its unit and meaning") {
  const MeasureTable table(measured_staircase().settings());
  for (const Measure& measure : table.all()) {
    INFO(measure.name);
    CHECK_FALSE(measure.unit.empty());
    CHECK(measure.meaning.back() == '.');
  }
}

TEST_CASE("what no household owns has no values by group") {
  Build b = measured_staircase();
  b.raw().costs.push_back({"premises", "project", {}, build::a_year(100'000), {}, {}});
  const MeasureTable table(b.settings());
  for (const char* name : {"turnover.trial", "turnover.trial.takeovers", "vacancy.trial", "utilisation.navigators",
                           "cost.staff", "cost.empty_rent", "cost.project", "cost_per_home"}) {
    INFO(name);
    CHECK_FALSE(named(table, name).by_group);
  }
  for (const char* name : {"households.hotel", "cost.acute", "cost.rent", "cost.total", "homes", "blocked.market"}) {
    INFO(name);
    CHECK(named(table, name).by_group);
  }
}

TEST_CASE("households, flows, turnover and costs have values by month, stays, shares and outcomes have not") {
  const MeasureTable table(measured_staircase().settings());
  for (const char* name :
       {"households.hotel", "households.acute", "waiting.search", "arrivals", "moves.hotel.trial", "exits.first_hand",
        "homes", "first_hand", "turnover.trial", "cost.staff", "cost.total", "child_nights.acute"}) {
    INFO(name);
    CHECK(named(table, name).series);
  }
  for (const char* name : {"stay.hotel.mean", "vacancy.trial", "days_to_home.p50", "returns", "blocked.rule",
                           "home_within_year", "cost_per_home"}) {
    INFO(name);
    CHECK_FALSE(named(table, name).series);
  }
}

TEST_CASE("a measure is found by its name, and a stage, move or cause that cannot have one has none") {
  const Build b = measured_staircase();
  const MeasureTable table(b.settings());
  for (const char* name :
       {"households.hotel", "waiting.trial", "waiting.search", "moves.hotel.first_hand", "exits.first_hand",
        "stay.trial.p90", "turnover.trial.takeovers", "cost.staff", "blocked.pool:trial"}) {
    INFO(name);
    REQUIRE(table.find(name));
    CHECK(table[*table.find(name)].name == name);
  }
  for (const char* name :
       {"households.first_hand", "waiting.hotel", "moves.first_hand.hotel", "stay.first_hand.mean", "turnover.hotel",
        "prevented", "blocked.pool:hotel", "blocked.board", "situation.1", "served.hotel"}) {
    INFO(name);
    CHECK_FALSE(table.find(name));
  }
}

TEST_CASE("moves between the same stages share one measure") {
  Build b = measured_staircase();
  b.risk("hotel", "first_hand", 0.1).id = "by friends";
  const MeasureTable table(b.settings());
  const auto& all = table.all();
  CHECK(std::count_if(all.begin(), all.end(),
                      [](const Measure& measure) { return measure.name == "moves.hotel.first_hand"; }) == 1);
  CHECK(table.size() == MeasureTable(measured_staircase().settings()).size());
}

TEST_CASE("what a staircase has is measured: situations, prevention, beds, support, boards, longest stays") {
  Build b = measured_staircase();
  b.waiting("friends");
  b.stage("hotel").situation = 1;
  b.stage("hotel").units = 40;
  b.stage("friends").at_most = engine::kMonth;
  b.stage("friends").then = b.id("hotel");
  b.stage("trial").support = Support{TeamId(0), 1, 1, Admission::Wait};
  b.group("families").at_risk = AtRisk{fixed_days(60), ServiceId(0), Share(0.8), Share(0.5)};
  Board& board = b.board("board", {"hotel"});
  board.diverts.resize(4);
  board.diverts[b.id("friends").index()] = Share(0.1);
  const MeasureTable table(b.settings());
  for (const char* name :
       {"situation.1", "prevented", "waiting.hotel", "blocked.pool:hotel", "blocked.support:navigators",
        "blocked.board", "moves.friends.hotel", "moves.hotel.friends"}) {
    INFO(name);
    CHECK(has(table, name));
  }
  CHECK_FALSE(has(table, "situation.2"));
  CHECK_FALSE(has(table, "moves.hotel.hotel"));
}

TEST_CASE("homes got with help are counted where a service leads to one") {
  Build b;
  b.group("singles", 1, "hotel");
  b.placement("hotel", 500);
  b.exit("home");
  b.offers("hotel", "home", 1);
  CHECK_FALSE(has(MeasureTable(b.settings()), "homes.helped"));
  const ServiceId course = b.service("course", b.team("teachers", 1), Distribution::constant(1));
  b.planned("hotel", "home", fixed_days(1), 1, {course});
  const MeasureTable table(b.settings());
  CHECK(has(table, "homes.helped"));
  CHECK(has(table, "served.course"));
  CHECK_FALSE(has(table, "first_hand.helped"));  // no first-hand contract
}

TEST_CASE("cost lines are those of the stages, then of the houses, the people and the fixed costs, each once") {
  Build b = measured_staircase();
  b.placement("hostel", 400);
  b.stage("trial").fee = build::a_month(5000);
  b.stage("trial").income_support = build::a_month(4000);
  b.raw().costs.push_back({"premises", "project", {}, build::a_year(100'000), {}, {}});
  b.raw().costs.push_back({"training", "project", {}, build::a_year(20'000), {}, {}});
  CHECK(cost_lines(b.settings()) ==
        std::vector<std::string>{"acute", "rent", "empty_rent", "income_support", "fees", "staff", "project"});
}

TEST_CASE("a line exists only if something can be booked on it") {
  Build b;
  b.placement("hotel", 585);
  b.team("volunteers", 3);
  CHECK(cost_lines(b.settings()) == std::vector<std::string>{"acute"});
  CHECK_THROWS_AS(MeasureTable(b.settings()).line("staff"), std::out_of_range);
}

TEST_CASE("all alternatives, cases and epochs share one table") {
  Build zero = measured_staircase(), later = measured_staircase(), costly = measured_staircase();
  zero.team(TeamId(0)).cost = {};
  costly.stage("trial").fee = build::a_month(5000);
  later.stage("trial").situation = 3;
  Scenario scenario;
  scenario.alternatives = {
      {"zero", {}, {{Time{}, zero.settings()}}},
      {"project", {}, {{Time{}, measured_staircase().settings()}, {Time{engine::kYear}, later.settings()}}}};
  scenario.cases = {{"high", {}, {{"zero", {}, {{Time{}, costly.settings()}}}}}};
  const MeasureTable table(scenario);
  CHECK(has(table, "cost.staff"));
  CHECK(has(table, "cost.fees"));
  CHECK(has(table, "situation.3"));
  CHECK(cost_lines(scenario) == table.lines());
  CHECK_FALSE(has(MeasureTable(zero.settings()), "cost.staff"));
}

TEST_CASE("which way is better is declared for each measure, and of a move it follows from its stages and cause") {
  Build b = measured_staircase();
  b.placement("night", 400);
  b.placement("care", 900, false);
  b.apartment("training", 10);
  b.waiting("friends");
  b.exit("lost", false);
  b.exit("evicted", false);
  b.exit("lodger");
  b.planned("training", "trial", fixed_days(100));
  b.risk("trial", "training", 0.1);
  b.planned("night", "hotel", fixed_days(1));
  b.planned("friends", "training", fixed_days(1), 0.5);
  b.planned("friends", "hotel", fixed_days(1), 0.5);
  b.risk("trial", "hotel", 0.1).because = "notice";
  b.risk("trial", "care", 0.1);
  b.planned("training", "care", fixed_days(1), 0);
  b.risk("hotel", "lost", 0.1);
  b.risk("trial", "evicted", 0.1).because = "eviction";
  b.risk("training", "evicted", 0.1).because = "eviction";
  b.risk("hotel", "lodger", 0.1).because = "found by oneself";
  const MeasureTable table(b.settings());
  for (const char* more : {"homes", "first_hand", "home_within_year", "exits.first_hand", "exits.lodger",
                           "moves.hotel.trial", "moves.hotel.first_hand", "moves.training.trial",
                           "moves.friends.training", "moves.hotel.lodger", "turnover.trial.takeovers"})
    CHECK(named(table, more).better == Better::More);
  for (const char* less :
       {"households.acute", "households.hotel", "arrivals", "days_to_home.mean", "returns", "child_nights.acute",
        "cost.total", "vacancy.trial", "waiting.trial", "stay.hotel.p90", "moves.trial.training", "moves.friends.hotel",
        "moves.trial.hotel", "moves.trial.care", "moves.trial.evicted", "exits.evicted"})
    CHECK(named(table, less).better == Better::Less);
  for (const char* neither : {"households.trial", "stay.trial.mean", "turnover.trial", "moves.night.hotel",
                              "moves.training.care", "moves.hotel.lost", "exits.lost", "utilisation.navigators"})
    CHECK(named(table, neither).better == Better::Neither);
}

TEST_CASE("money that is only paid is not negative, fees are not positive, and together they can be either") {
  Build b = measured_staircase();
  for (const char* paid : {"cost.acute", "cost.rent", "cost.empty_rent", "cost.staff", "cost.total", "cost_per_home"})
    CHECK(named(MeasureTable(b.settings()), paid).amounts == Amounts::NotNegative);
  b.stage("hotel").fee = build::a_day(100);
  CHECK(named(MeasureTable(b.settings()), "cost.acute").amounts == Amounts::NotNegative);
  CHECK(named(MeasureTable(b.settings()), "cost.fees").amounts == Amounts::NotPositive);
  CHECK(named(MeasureTable(b.settings()), "cost.total").amounts == Amounts::Any);
  CHECK(named(MeasureTable(b.settings()), "cost_per_home").amounts == Amounts::Any);
  // A cost that is booked on the line of the fees.
  b.raw().costs.push_back({"premises", "fees", {}, build::a_year(100'000), {}, {}});
  CHECK(named(MeasureTable(b.settings()), "cost.fees").amounts == Amounts::Any);
}

TEST_CASE("a scenario without any settings has no table") {
  CHECK_THROWS_AS(MeasureTable(Scenario{}), std::invalid_argument);
}

}  // namespace
}  // namespace trapphus::models
