// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/sections.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

using models::GroupId;
using models::Money;
using models::Per;
using models::ServiceId;
using models::StageId;

TEST_CASE("groups have defaults that fit each other") {
  const auto settings = settings_on_base("");
  const auto& families = by_name(settings.groups, "families");
  CHECK(families.persons.mean() == 3);
  CHECK(families.children.mean() == 2);
  CHECK(families.enters[0].value() == 1);
  REQUIRE(settings.attributes == Lines{"debts"});
  CHECK(families.attributes[0].value() == 0.5);
  const auto& singles = by_name(settings.groups, "singles");
  CHECK(singles.persons.mean() == 1);
  CHECK(singles.attributes[0].value() == 0);
}

TEST_CASE("a section's own note is none of its names, and shifts no id") {
  const auto base = settings_on_base("");
  const Folder folder;
  std::ifstream file(base_file());
  std::string text(std::istreambuf_iterator<char>(file), {});
  for (const std::string section : {"groups:\n", "stages:\n", "services:\n", "staff:\n"})
    text.insert(text.find("\n" + section) + 1 + section.size(), "  note: All of this is invented.\n");
  const auto settings = first_settings(read(folder.write("noted.yaml", text)));
  REQUIRE(settings.stages.size() == base.stages.size());
  CHECK(by_name(settings.groups, "families").enters.size() == settings.stages.size());
  for (std::size_t i = 0; i < base.moves.size(); ++i) {
    CHECK(settings.moves[i].from == base.moves[i].from);
    CHECK(settings.moves[i].to == base.moves[i].to);
  }
  CHECK(by_name(settings.services, "housing_search").team == by_name(base.services, "housing_search").team);
}

TEST_CASE("attributes may be declared by any group") {
  const auto settings = settings_on_base(
      "groups:\n  singles: {treatment: {share: 20 %, assumption: guess}, attributes: {debts: 70 %}, label: {sv: "
      "Ensamma, en: Singles}}\n");
  CHECK(settings.attributes == Lines{"debts", "treatment"});
  const auto& singles = by_name(settings.groups, "singles");
  CHECK(singles.attributes[0].value() == 0.7);
  CHECK(singles.attributes[1].value() == 0.2);
  CHECK(singles.label == models::Label{"Ensamma", "Singles"});
}

TEST_CASE("groups can be known before they become acute") {
  const auto settings = settings_on_base(
      "groups:\n  singles: {at_risk: {delay: exponential(6 weeks), visit: housing_search, without: 60 %, with: 20 %}, "
      "enters: {hotel: 90 %, training: 10 %}}\n");
  const auto& singles = by_name(settings.groups, "singles");
  REQUIRE(singles.at_risk);
  CHECK(singles.at_risk->delay.mean() == Approx(6 * 604800));
  CHECK(singles.at_risk->visit == ServiceId(0));
  CHECK(singles.at_risk->without.value() == 0.6);
  CHECK(singles.at_risk->with.value() == 0.2);
  CHECK(singles.enters[1].value() == 0.1);
}

TEST_CASE("impossible households are found") {
  CHECK(problems_on_base("groups: {singles: {persons: 0}}\n") == Lines{"2:29: a household has at least 1 person"});
  CHECK(problems_on_base("groups: {families: {persons: 1}}\n") ==
        Lines{"2:30: more children than persons: `persons` counts the children too"});
}

TEST_CASE("a placement may have forms, with prices and shares by group") {
  const auto settings = settings_on_base(R"(
stages:
  shelter:
    kind: placement
    acute: ja
    situation: 1
    forms:
      bed: {price: 550 SEK/day, share: {families: 0 %, singles: 100 %}}
      room: {price: {families: 1200 SEK/day, others: 800 SEK/day}, share: {others: 0 %, families: 100 %}, label: Rum}
    services: [housing_search]
    support: {team: project, hours: 2 h/week, weight: 2, admission: wait}
moves:
  - {from: hotel, to: shelter, risk: 1/year}
  - {from: shelter, to: own_home, alone: 1/year}
)");
  const auto& shelter = by_name(settings.stages, "shelter");
  CHECK(shelter.acute);
  CHECK(shelter.situation == 1);
  CHECK(shelter.line == "nights");
  REQUIRE(shelter.forms.size() == 2);
  CHECK(shelter.forms[0].share[GroupId(1)].value() == 1);
  CHECK(shelter.forms[1].price[GroupId(0)].amount == Money::kronor(1200));
  CHECK(shelter.forms[1].price[GroupId(1)].amount == Money::kronor(800));
  CHECK(shelter.forms[1].label.en == "Rum");
  CHECK(shelter.services == std::vector{ServiceId(0)});
  REQUIRE(shelter.support);
  CHECK(shelter.support->hours_per_week == 2);
  CHECK(shelter.support->weight == 2);
  CHECK(shelter.support->admission == models::Admission::Wait);
  CHECK_FALSE(shelter.units.has_value());
}

TEST_CASE("an apartment stage takes everything that concerns units") {
  const auto settings = settings_on_base(R"(
stages:
  training:
    units: 76
    reserved: {families: 10}
    allocation: children_first
    rent: 7 000 SEK/month
    fee: 1 500 SEK/month
    income_support: 4 000 SEK/month
    allotted: 10/year
    replaced_after: 2 months
    evicts: yes
    at_most: 3 years
    then: hotel
    line: training_rents
  own_home: {relapse: {rate: 8 %/year, first_factor: 3, first_months: 3 months, to: hotel}}
)");
  const auto& training = by_name(settings.stages, "training");
  CHECK(training.units == 76);
  CHECK(training.reserved[GroupId(0)] == 10);
  CHECK(training.reserved[GroupId(1)] == 0);
  CHECK(training.allocation == models::Allocation::ChildrenFirst);
  CHECK(training.rent == models::Price{Money::kronor(7000), Per::Month});
  CHECK(training.fee.amount == Money::kronor(1500));
  CHECK(training.turnaround.mean() == 3 * 604800);
  CHECK(training.allotted.per_year() == Approx(10));
  CHECK(training.replaced_after == 2 * engine::kMonth);
  CHECK(training.evicts);
  CHECK(training.at_most == 3 * engine::kYear);
  CHECK(training.then == StageId(0));
  CHECK(training.line == "training_rents");
  const auto& home = by_name(settings.stages, "own_home");
  REQUIRE(home.relapse);
  CHECK(home.relapse->rate[GroupId(1)].per_year() == Approx(0.08));
  CHECK(home.relapse->first_factor == 3);
  CHECK(home.relapse->first_months == 3 * engine::kMonth);
  CHECK(home.relapse->to == StageId(0));
}

TEST_CASE("support may taper off after an exit") {
  const auto settings = settings_on_base(
      "stages: {own_home: {relapse: {rate: 8 %/year, follow_up: {team: project, hours: 1 h/week, length: 6 months, "
      "factor: 0.5}}}}\n");
  const auto& follow_up = by_name(settings.stages, "own_home").relapse->follow_up;
  REQUIRE(follow_up);
  CHECK(follow_up->team == models::TeamId(0));
  CHECK(follow_up->hours_per_week == 1);
  CHECK(follow_up->length == 6 * engine::kMonth);
  CHECK(follow_up->factor == 0.5);
}

TEST_CASE("a stage may say how long until a household is ready for an offer, and how many units are lost") {
  const auto settings =
      settings_on_base("stages: {training: {ready_after: {families: 1 year, others: 0}, lost: 2/year}}\n");
  const auto& training = by_name(settings.stages, "training");
  CHECK(training.ready_after[GroupId(0)].mean() == Approx(31557600));
  CHECK(training.ready_after[GroupId(1)].mean() == 0);
  CHECK(training.lost.per_year() == Approx(2));
}

TEST_CASE("a first-hand exit is a home") {
  const auto settings = settings_on_base("stages: {own_home: {home: no, first_hand: yes}}\n");
  CHECK(by_name(settings.stages, "own_home").home);
}

TEST_CASE("what does not fit a stage is found") {
  CHECK(problems_on_base("stages: {training: {evicts: yes}}\n") ==
        Lines{"2:29: training evicts but does not say where to: give `then: STAGE`"});
  CHECK(problems_on_base("stages: {hotel: {evicts: yes, then: training}}\n") ==
        Lines{"2:26: hotel has no limited `units`"});
  CHECK(problems_on_base("stages: {hotel: {then: training}}\n") ==
        Lines{"2:24: `then` is what follows the longest stay: hotel needs `at_most`, or `evicts: yes`"});
  CHECK(problems_on_base("stages: {hotel: {at_most: 1 year, then: hotel}}\n") ==
        Lines{"2:41: hotel cannot be followed by itself"});
  CHECK(problems_on_base("stages: {hotel: {reserved: {families: 1}}}\n") ==
        Lines{"2:28: hotel has no `units` of which some could be reserved"});
  const auto forms = problems_on_base("stages: {hotel: {forms: {a: {price: 1 SEK/day, share: 1}}}}\n");
  REQUIRE(forms.size() == 1);
  CHECK(forms[0].ends_with("hotel has forms, which have prices of their own"));
  CHECK(problems_on_base("stages: {care: {kind: apartment}}\nmoves: [{from: hotel, to: care, share: 1 %}, {from: care, "
                         "to: own_home}]\n") ==
        Lines{"2:16: stages.care needs `units`: how many apartments there are"});
  CHECK(problems_on_base("stages: {care: {kind: placement}}\nmoves: [{from: hotel, to: care, share: 1 %}, {from: care, "
                         "to: own_home}]\n") ==
        Lines{"2:16: stages.care needs a `price` (0 if it costs nothing), or `forms` with prices"});
  CHECK(problems_on_base("stages: {hotel: {line: a line}}\n") ==
        Lines{"2:24: `a line` is no name; expected letters, digits, _ and -"});
  CHECK(problems_on_base("stages: {hotel: {situation: 5}}\n") == Lines{"2:29: `5` is out of range; expected 1 to 4"});
}

TEST_CASE("services and teams take all their fields") {
  const auto settings = settings_on_base(R"(
services:
  debts:
    team: counsellor
    work: 9 h
    at_most: 1 h/week
    weight: 2
    priority: {families: 0, singles: 1}
    reached: 80 %
    reached_in: {hotel: 30 %}
    if: [debts]
    after: housing_search
    repeat: once
staff:
  counsellor:
    fte: 1
    direct_hours: 22 h/week
    absence: 8 %
    vacancies: [{from: 2012-11, to: 2013-05-14, fte: 1}]
)");
  const auto& debts = by_name(settings.services, "debts");
  CHECK(debts.team == models::TeamId(1));
  CHECK(debts.work.mean() == 9);
  CHECK(debts.at_most == 1);
  CHECK(debts.weight == 2);
  CHECK(debts.priority[GroupId(1)] == 1);
  CHECK(debts.reached[GroupId(0)].value() == 0.8);
  CHECK(models::reached(debts, GroupId(1), models::StageId(0)) == models::Share(0.3));
  CHECK(models::reached(debts, GroupId(1), models::StageId(1)) == models::Share(0.8));
  CHECK(debts.only_if == std::vector{models::Condition{models::AttributeId(0), true}});
  CHECK(debts.after == std::vector{ServiceId(0)});
  CHECK(debts.repeat == models::Repeat::Once);
  const auto& search = by_name(settings.services, "housing_search");
  CHECK(search.reached[GroupId(0)].value() == 1);
  CHECK(search.repeat == models::Repeat::Episode);
  const auto& team = by_name(settings.teams, "counsellor");
  CHECK(team.absence == 0.08);
  CHECK(team.caseload == 0);
  REQUIRE(team.vacancies.size() == 1);
  CHECK(engine::to_string(team.vacancies[0].from) == "2012-11-01");
  CHECK(engine::to_string(team.vacancies[0].to) == "2013-05-15");
}

TEST_CASE("what does not fit services and teams is found") {
  CHECK(problems_on_base("services: {housing_search: {after: housing_search}}\n") ==
        Lines{"2:36: a service cannot come after itself"});
  CHECK(problems_on_base("staff: {project: {vacancies: [{from: 2013-01, to: 2012-01, fte: 1}]}}\n") ==
        Lines{"2:51: it ends before it begins"});
  CHECK(problems_on_base("staff: {project: {vacancies: 3}}\n") ==
        Lines{"2:30: `3` is no list; expected a list of mappings"});
  CHECK(problems_on_base("services: {housing_search: {weight: 0}}\n") == Lines{"2:37: `0` is 0; expected more than 0"});
  CHECK(problems_on_base("services: [a]\n").front() ==
        "2:11: a list is no mapping; expected a mapping of services by name");
}

TEST_CASE("a board reviews stages on a weekday, diverts and books") {
  const auto settings = settings_on_base(
      "boards:\n  board: {stages: hotel, weekday: onsdag, diverts: {own_home: 5 %}, books: [housing_search], active: "
      "no}\n");
  const auto& board = by_name(settings.boards, "board");
  CHECK(board.weekday == 3);
  CHECK_FALSE(board.active);
  CHECK(board.stages == std::vector{StageId(0)});
  CHECK(board.diverts[2].value() == 0.05);
  CHECK(board.books == std::vector{ServiceId(0)});
  CHECK(problems_on_base("boards: {board: {stages: hotel, diverts: {own_home: 60 %, training: 50 %}}}\n") ==
        Lines{"2:42: the shares of boards.board.diverts sum to 110 %; expected at most 100 %"});
}

TEST_CASE("costs and grants last for the whole period unless they say otherwise") {
  const auto settings = settings_on_base(R"(
costs:
  premises: {amount: 120 000 SEK/year}
  furniture: {amount: 450 SEK/month, line: project, from: 2012-12, to: 2013-12}
grants:
  reserve: {amount: 5 MSEK, from: 2012-07-01, to: 2014-08-31}
ceilings:
  nights: {stages: [hotel], amount: 600 000 SEK/month}
  rents: {stages: training, amount: 7 MSEK/year, when_reached: refuse}
)");
  const auto& premises = by_name(settings.costs, "premises");
  CHECK(premises.line == "premises");
  CHECK(engine::to_string(premises.from) == "2011-09-01");
  CHECK(engine::to_string(premises.to) == "2014-09-01");
  const auto& furniture = by_name(settings.costs, "furniture");
  CHECK(furniture.line == "project");
  CHECK(engine::to_string(furniture.to) == "2014-01-01");
  CHECK(by_name(settings.grants, "reserve").amount == Money::kronor(5'000'000));
  CHECK(engine::to_string(by_name(settings.grants, "reserve").to) == "2014-09-01");
  CHECK(by_name(settings.ceilings, "nights").when_reached == models::WhenReached::Report);
  CHECK(by_name(settings.ceilings, "rents").when_reached == models::WhenReached::Refuse);
}

TEST_CASE("what does not fit the budget is found") {
  CHECK(problems_on_base("costs: {a: {amount: 1 SEK/day, from: 2013-01, to: 2012-01}}\n") ==
        Lines{"2:51: costs.a ends before it begins"});
  CHECK(problems_on_base("ceilings: {a: {stages: own_home, amount: 1 SEK/month}}\n") ==
        Lines{"2:24: own_home costs no nights or rents that a ceiling could cover"});
}

TEST_CASE("households at the beginning have lived there since a date, for a time, or as the model draws it") {
  const auto settings = settings_on_base(R"(
initial:
  - {stage: hotel, group: families, households: 20, since: 2011-08-01}
  - {stage: training, group: singles, households: 30, elapsed: 1-3 years, ready: 10 %}
  - {stage: training, group: families, households: 5}
)");
  REQUIRE(settings.initial.size() == 3);
  CHECK(settings.initial[0].households == 20);
  CHECK(settings.initial[0].elapsed->mean() == 31 * 86400);
  CHECK(settings.initial[1].ready->value() == 0.1);
  CHECK(settings.initial[1].elapsed->mean() == Approx(2 * 31557600));
  CHECK_FALSE(settings.initial[2].elapsed.has_value());
  const auto others = settings_on_base(
      "initial: [{stage: hotel, group: families, households: 2, attributes: {debts: 0 %}, done: housing_search}]\n");
  REQUIRE(others.initial[0].attributes.size() == 1);
  CHECK(others.initial[0].attributes[0]->value() == 0);
  CHECK(others.initial[0].done == std::vector{models::ServiceId(0)});
  CHECK(problems_on_base("initial: [{stage: hotel, group: singles, households: 1, since: 2012-01-01}]\n") ==
        Lines{"2:64: it is after the period's beginning"});
  CHECK(problems_on_base(
            "initial: [{stage: hotel, group: singles, households: 1, since: 2011-01-01, elapsed: 1 year}]\n") ==
        Lines{"2:85: `since` and `elapsed` say the same; expected one of them"});
  CHECK(problems_on_base("initial: {hotel: 3}\n") == Lines{"2:10: a mapping is no list; expected a list of mappings"});
  CHECK(problems_on_base("initial: [3]\n")
            .front()
            .starts_with("2:11: `3` is no initial entry; expected a mapping with stage, group"));
}

}  // namespace
}  // namespace trapphus::scenarios::testing
