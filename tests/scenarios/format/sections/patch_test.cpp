// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/patch.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "scenarios/reading/load.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

using models::GroupId;

std::string set_problem(const std::string& path, const std::string& value, const std::string& text = "") {
  const auto found = problems_on_base(text, {{path, value}});
  return found.empty() ? "no problem" : found[0];
}

TEST_CASE("a path sets a field, whether it was written or not") {
  const auto settings = settings_on_base("", {{"staff.project.absence", "8 %"},
                                              {"stages.hotel.price", "600 SEK/day"},
                                              {"stages.training.support.team", "project"},
                                              {"stages.training.support.hours", "1 h/week"}});
  CHECK(settings.teams[0].absence == 0.08);
  CHECK(settings.stages[0].price[GroupId(0)].amount == models::Money::kronor(600));
  CHECK(settings.stages[1].support->hours_per_week == 1);
}

TEST_CASE("a path to one group leaves the others what they had") {
  const auto settings = settings_on_base("", {{"stages.hotel.price.families", "900 SEK/day"},
                                              {"groups.singles.debts", "80 %"},
                                              {"groups.families.enters.training", "0 %"}});
  CHECK(settings.stages[0].price[GroupId(0)].amount == models::Money::kronor(900));
  CHECK(settings.stages[0].price[GroupId(1)].amount == models::Money::kronor(585));
  CHECK(settings.groups[1].attributes[0].value() == 0.8);
  CHECK(settings.groups[0].enters[0].value() == 1);
}

TEST_CASE("a path leads to moves by their ends, and by id where several go the same way") {
  const std::string two = "moves:\n  - {from: hotel, to: own_home, id: lodger, alone: 1/year}\n";
  const auto settings =
      settings_on_base(two, {{"moves.hotel.training.share", "30 %"}, {"moves.hotel.own_home.lodger.alone", "3/year"}});
  CHECK(settings.moves[1].share[GroupId(0)].value() == 0.3);
  CHECK(settings.moves.back().alone[GroupId(0)].per_year() == Approx(3));
  CHECK(set_problem("moves.hotel.own_home.alone", "1/year", two) ==
        "0:0: there is no `moves.hotel.own_home.alone`; valid here: lodger");
  CHECK(set_problem("moves.hotel.own_home.lodgr.alone", "1/year", two) ==
        "0:0: there is no `moves.hotel.own_home.lodgr`; did you mean `moves.hotel.own_home.lodger.alone`?");
  CHECK(set_problem("moves.hotel.own_home", "{alone: 1/year}", two) ==
        "0:0: `moves.hotel.own_home` is not one but 2; expected their number or id");
}

TEST_CASE("a path leads to rows by number, and to initial households by stage and group") {
  const std::string text = "initial:\n  - {stage: hotel, group: singles, households: 4}\n";
  const auto settings = settings_on_base(
      text, {{"initial.hotel.singles.households", "6"}, {"initial.training.families", "{households: 3}"}});
  CHECK(settings.initial[0].households == 6);
  CHECK(settings.initial[1].households == 3);
  CHECK(settings_on_base(text, {{"initial.1.households", "7"}}).initial[0].households == 7);
  CHECK(settings_on_base(text, {{"initial.1", "{stage: training, group: singles, households: 1}"}}).initial[0].stage ==
        models::StageId(1));
  CHECK(set_problem("initial.2.households", "7", text) ==
        "0:0: there is no `initial.2`: expected a number from 1 to 1");
  CHECK(read_on_base("", {{"timeline.1.change.staff.project.fte", "5"}})
            .alternatives.back()
            .epochs.back()
            .settings.teams[0]
            .fte == 5);
  CHECK(read_on_base("", {{"alternatives.zero.change.staff.project.fte", "1"}})
            .alternatives[0]
            .epochs[0]
            .settings.teams[0]
            .fte == 1);
  CHECK(read_on_base("", {{"sources.other", "Another report"}}).name == "Base");
}

TEST_CASE("whole things can be added and replaced by their path") {
  const auto settings = settings_on_base("", {{"grants.reserve", "{amount: 5 MSEK}"},
                                              {"moves.training.hotel", "{risk: 8 %/year}"},
                                              {"moves.hotel.training", "{share: 1 %}"}});
  CHECK(settings.grants.size() == 1);
  CHECK(settings.moves.back().kind == models::MoveKind::Risk);
  CHECK(settings.moves[1].share[GroupId(0)].value() == 0.01);
  CHECK(settings.moves[1].stay[GroupId(0)].mean() == 0);
}

TEST_CASE("a path that leads nowhere is answered with the nearest one") {
  CHECK(set_problem("staf.project.fte", "1") == "0:0: there is no `staf`; did you mean `staff.project.fte`?");
  CHECK(set_problem("staff.project.fte.families", "1") ==
        "0:0: there is no `staff.project.fte.families`: `staff.project.fte` is a single value");
  CHECK(set_problem("stages.hotel.price.familys", "1") ==
        "0:0: there is no `stages.hotel.price.familys`; did you mean `stages.hotel.price.families`?");
  CHECK(set_problem("moves.hotle.own_home.offers", "1") ==
        "0:0: there is no `moves.hotle`; did you mean `moves.hotel.own_home.offers`?");
  CHECK(set_problem("moves.hotel", "1") == "0:0: `moves.hotel` is no whole path; expected moves.from.to and a field");
  CHECK(set_problem("moves.hotel.own_home.offrs", "1")
            .starts_with("0:0: there is no `moves.hotel.own_home.offrs`; did you mean `moves.hotel.own_home.offers`?"));
  CHECK(set_problem("initial.x.households", "1").starts_with("0:0: there is no `initial.x`"));
  CHECK(set_problem("", "1").starts_with("0:0: there is no ``"));
}

TEST_CASE("a timeline changes numbers, and nothing appears or disappears") {
  const auto problem = [](const std::string& change) {
    return problems_on_base("timeline: [{on: 2012-06-01, change: {" + change + "}}]\n");
  };
  CHECK(problem("boards.x.active: no").size() == 1);
  CHECK(problem("stages.hotel: {price: 1 SEK/day}") ==
        Lines{"2:38: `stages.hotel` cannot change over time; a timeline changes numbers only"});
  CHECK(problem("moves.hotel.training: {share: 1 %}").size() == 1);
  CHECK(problem("moves.training.hotel: {risk: 1/year}").size() == 1);
  CHECK(problem("moves.hotel.own_home.after: housing_search").size() == 1);
  CHECK(problem("groups.singles.persons: 2").size() == 1);
  CHECK(problem("initial.hotel.singles.households: 2").front().find("cannot be changed here") != std::string::npos);
  CHECK(
      problem("stages.hotel.price.families: 1 SEK/day, groups.singles.enters.training: 0 %, stages.training.units: 80")
          .empty());
}

TEST_CASE("a path is located at the thing itself, or at the nearest one above") {
  Problems problems;
  const auto root = load(base_file(), problems).root;
  CHECK(locate(root, "stages.hotel").line == 11);
  CHECK(locate(root, "stages.hotel.nothing").line == 11);
  CHECK(locate(root, "moves.hotel.training").line == 18);
  CHECK(locate(root, "moves.hotel.training.share").column > locate(root, "moves.hotel.training").column);
  CHECK(locate(root, "moves.hotel.nowhere").line == 17);
  CHECK(locate(root, "nothing").line == 2);
}

TEST_CASE("of moves the same way the id says which is located, and an initial entry goes by its stage and group") {
  Problems problems;
  const auto file = std::make_shared<const std::string>("f");
  const auto root = parse_document(
      "moves:\n  - {from: a, to: b, share: 1}\n  - {from: a, to: b, id: again, share: 2}\ninitial:\n"
      "  - {stage: a, group: x, households: 1}\n  - {stage: a, group: y, households: 2}\n",
      file, problems);
  REQUIRE(root);
  CHECK(locate(*root, "moves.a.b").line == 2);
  CHECK(locate(*root, "moves.a.b.share").line == 2);
  CHECK(locate(*root, "moves.a.b.again").line == 3);
  CHECK(locate(*root, "moves.a.b.again.share").line == 3);
  CHECK(locate(*root, "moves.a.b.again.share").column == 40);
  CHECK(locate(*root, "initial.a.y.households").line == 6);
  CHECK(locate(*root, "initial.a.z").line == 5);
}

TEST_CASE("a rule is not checked of a thing that could not be read") {
  CHECK(problems_on_base("boards: {board: {stages: hotle, diverts: {own_home: 60 %, training: 50 %}}}\n") ==
        Lines{"2:26: there is no stage `hotle`; did you mean `hotel`?"});
}

}  // namespace
}  // namespace trapphus::scenarios::testing
