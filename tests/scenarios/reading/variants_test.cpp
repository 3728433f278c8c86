// SPDX-License-Identifier: MIT
#include "scenarios/reading/variants.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "models/staircase/scenario.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

/// "2011-09-01: 2.9, 2012-06-01: 2": the project's FTE over time.
std::string fte_over_time(const models::Alternative& alternative) {
  std::string text;
  for (const auto& epoch : alternative.epochs) {
    char number[32];
    std::snprintf(number, sizeof number, "%g", epoch.settings.teams[0].fte);
    text += (text.empty() ? "" : ", ") + engine::to_string(epoch.from) + ": " + number;
  }
  return text;
}

TEST_CASE("without alternatives there is one, called scenario") {
  const Folder folder;
  const auto base = folder.write("base.yaml", R"(trapphus: 1
period: 2011-09 to 2012-08
groups: {all: {arrivals: 1/week, enters: hotel}}
stages: {hotel: {kind: placement, price: 0}, home: {kind: exit, home: yes}}
moves: [{from: hotel, to: home, stay: 1 month}]
)");
  const auto scenario = read(base);
  REQUIRE(scenario.alternatives.size() == 1);
  CHECK(scenario.alternatives[0].name == "scenario");
  REQUIRE(scenario.alternatives[0].epochs.size() == 1);
  CHECK(scenario.alternatives[0].epochs[0].from == scenario.from);
  CHECK(scenario.name == "base");
}

TEST_CASE("the timeline makes epochs, and what an alternative changes holds from the beginning") {
  const auto scenario = read_on_base("");
  REQUIRE(scenario.alternatives.size() == 2);
  CHECK(scenario.alternatives[0].name == "zero");
  CHECK(fte_over_time(scenario.alternatives[0]) == "2011-09-01: 0, 2012-06-01: 0");
  CHECK(fte_over_time(scenario.alternatives[1]) == "2011-09-01: 2.9, 2012-06-01: 2");
  CHECK(scenario.alternatives[1].label.en == "The project");
}

TEST_CASE("dates are taken in order, and those before the period hold from its beginning") {
  const auto scenario = read_on_base(R"(
timeline:
  - {on: 2013-01, change: {staff.project.fte: 5}}
  - {on: 2010-01, change: {staff.project.fte: 3}}
  - {on: 2013-01-01, change: {staff.project.fte: 6}}
)");
  CHECK(fte_over_time(scenario.alternatives[1]) == "2011-09-01: 3, 2013-01-01: 6");
}

TEST_CASE("an alternative's own timeline lies on top of the scenario's") {
  const auto scenario = read_on_base(R"(
alternatives:
  zero: {timeline: [{on: 2013-01, change: {staff.project.fte: 1}}]}
  project: {timeline: [{on: 2012-01, change: {staff.project.fte: 4}}]}
)");
  CHECK(fte_over_time(scenario.alternatives[0]) == "2011-09-01: 0, 2012-06-01: 0, 2013-01-01: 1");
  CHECK(fte_over_time(scenario.alternatives[1]) == "2011-09-01: 2.9, 2012-01-01: 4, 2012-06-01: 4");
}

TEST_CASE("a case changes assumptions under every alternative, but not what an alternative changes itself") {
  const auto scenario = read_on_base(R"(
cases:
  low: {label: {sv: Låg}, change: {staff.project.fte: 1, groups.families.arrivals: 1/week}, timeline: [{on: 2013-01, change: {staff.project.fte: 7}}]}
)");
  REQUIRE(scenario.cases.size() == 1);
  const auto& low = scenario.cases[0];
  CHECK(low.label.sv == "Låg");
  CHECK(fte_over_time(low.alternatives[0]) == "2011-09-01: 0, 2012-06-01: 0, 2013-01-01: 0");
  CHECK(fte_over_time(low.alternatives[1]) == "2011-09-01: 1, 2012-06-01: 1, 2013-01-01: 7");
  CHECK(low.alternatives[1].epochs[0].settings.groups[0].arrivals == engine::Rate::per(1, engine::kWeek));
  CHECK(scenario.alternatives[1].epochs[0].settings.groups[0].arrivals == engine::Rate::per(3, engine::kWeek));
}

TEST_CASE("what shows a part of another alternative comes last, and cases do not have it") {
  const auto scenario = read_on_base(R"(
alternatives:
  without_staff: {shows_part_of: project, change: {staff.project.fte: 0}}
  more: {change: {staff.project.fte: 9}}
cases:
  low: {change: {groups.families.arrivals: 1/week}}
)");
  std::string names;
  for (const auto& alternative : scenario.alternatives) names += alternative.name + " ";
  CHECK(names == "zero project more without_staff ");
  CHECK(scenario.alternatives[3].shows_part_of == "project");
  CHECK(scenario.alternatives[1].shows_part_of.empty());
  CHECK(scenario.cases[0].alternatives.size() == 3);
}

TEST_CASE("only a whole alternative has parts") {
  CHECK(problems_on_base("alternatives: {part: {shows_part_of: projct}}\n") ==
        Lines{"2:38: there is no alternative `projct` of which part could be a part; did you mean `project`?"});
  CHECK(problems_on_base("alternatives: {part: {shows_part_of: project}, piece: {shows_part_of: part}}\n").size() == 1);
}

TEST_CASE("an alternative may add a stage with its moves, behind those of the scenario") {
  const auto scenario = read_on_base(R"(
alternatives:
  transit:
    change:
      stages.transit: {kind: apartment, units: 3}
      moves.hotel.transit: {share: 10 %}
      moves.transit.own_home: {stay: 3 months}
)");
  const auto& settings = scenario.alternatives[2].epochs[0].settings;
  CHECK(settings.stages.size() == 4);
  CHECK(settings.stages.back().name == "transit");
  CHECK(scenario.alternatives[1].epochs[0].settings.stages.size() == 3);
}

TEST_CASE("what is wrong with the way in one alternative only is told with its name") {
  const auto found = problems_on_base("alternatives:\n  bad: {change: {stages.care: {kind: waiting}}}\n");
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].starts_with("3:31: stages.care: "));
  CHECK(found[0].ends_with(" (in alternative bad)"));
}

TEST_CASE("every number of the sketch is read, and its alternatives differ by the project's staff only") {
  const auto scenario = read(tests_folder() / "scenarios" / "sketch.yaml");
  REQUIRE(scenario.alternatives.size() == 2);
  auto zero = scenario.alternatives[0].epochs.back().settings,
       project = scenario.alternatives[1].epochs.back().settings;
  CHECK(zero.teams[0].fte == 0);
  CHECK(project.teams[0].fte == 2.9);
  CHECK(zero.teams[1].fte == 2);
  CHECK(zero.stages.size() == project.stages.size());
  CHECK(scenario.seed == 20110901);
  CHECK(scenario.observations.size() == 2);
}

/// Groups' arrivals a year, or units, at the beginning of each epoch.
std::vector<double> arrivals_over_time(const models::Alternative& alternative) {
  std::vector<double> values;
  for (const auto& epoch : alternative.epochs)
    values.push_back(std::round(epoch.settings.groups[0].arrivals.per_year() * 1e6) / 1e6);
  return values;
}
std::vector<int> units_over_time(const models::Alternative& alternative) {
  std::vector<int> values;
  for (const auto& epoch : alternative.epochs) values.push_back(*by_name(epoch.settings.stages, "training").units);
  return values;
}
const models::Alternative& called(const models::Scenario& scenario, const std::string& name) {
  return by_name(scenario.alternatives, name);
}

const std::string kSeasons = R"(
groups: {families: {arrivals: 20/year}}
timeline:
  - {on: 2012-01-01, change: {groups.families.arrivals: 60/year}}
  - {on: 2012-04-01, change: {groups.families.arrivals: 20/year}}
)";

TEST_CASE("a change of an alternative holds for every value of the timeline") {
  const auto scenario = read_on_base(kSeasons + R"(
alternatives:
  more: {change: {groups.families.arrivals: +10 %}}
  fewer: {change: {groups.families.arrivals: -5/year}}
  other: {change: {groups.families.arrivals: 22/year}}
)");
  CHECK(arrivals_over_time(called(scenario, "project")) == std::vector<double>{20, 60, 20});
  CHECK(arrivals_over_time(called(scenario, "more")) == std::vector<double>{22, 66, 22});
  CHECK(arrivals_over_time(called(scenario, "fewer")) == std::vector<double>{15, 55, 15});
  CHECK(arrivals_over_time(called(scenario, "other")) == std::vector<double>{22, 22, 22});
  // The last is what few people mean; zero's 0 FTE is plain.
  REQUIRE(scenario.notices.size() == 1);
  CHECK(scenario.notices[0].path == "alternatives.other.groups.families.arrivals");
  CHECK(kEnglish(scenario.notices[0].phrase) ==
        "in other groups.families.arrivals is 22/year for the whole period, in place of what the timeline sets on "
        "2012-01-01, 2012-04-01; a change such as +10 % keeps the timeline");
}

TEST_CASE("a case that replaces a timeline is a notice as well") {
  const auto scenario = read_on_base(kSeasons +
                                     "cases: {low: {change: {groups.families.arrivals: 10/year}}, less: {change: "
                                     "{groups.families.arrivals: -10 %}}}\n");
  REQUIRE(scenario.notices.size() == 1);
  CHECK(scenario.notices[0].path == "cases.low.groups.families.arrivals");
  CHECK(arrivals_over_time(scenario.cases[1].alternatives.back()) == std::vector<double>{18, 54, 18});
}

TEST_CASE("a change of the timeline is one of what holds in that alternative at that time") {
  const auto scenario = read_on_base(R"(
groups: {families: {arrivals: 20/year}}
timeline:
  - {on: 2012-01-01, change: {groups.families.arrivals: +10 %}}
  - {on: 2013-01-01, change: {groups.families.arrivals: +10/year}}
alternatives:
  other: {change: {groups.families.arrivals: 50/year}}
  later: {timeline: [{on: 2012-07-01, change: {groups.families.arrivals: 40/year}}]}
  same_day: {timeline: [{on: 2013-01-01, change: {groups.families.arrivals: 40/year}}]}
)");
  // 2011-09, 2012-01, 2013-01; 2012-07 in `later` as well.
  CHECK(arrivals_over_time(called(scenario, "project")) == std::vector<double>{20, 22, 32});
  CHECK(arrivals_over_time(called(scenario, "other")) == std::vector<double>{50, 55, 65});
  CHECK(arrivals_over_time(called(scenario, "later")) == std::vector<double>{20, 22, 40, 50});
  CHECK(arrivals_over_time(called(scenario, "same_day")) == std::vector<double>{20, 22, 40});
}

TEST_CASE("a value of an alternative that changes of the timeline go on from is a notice") {
  const auto scenario = read_on_base(R"(
timeline: [{on: 2012-01-01, change: {staff.project.fte: +1}}]
alternatives: {none: {change: {staff.project.fte: 0}}}
)");
  REQUIRE(scenario.notices.size() == 2);  // `zero` of the base sets 0 as well
  CHECK(kEnglish(scenario.notices.back().phrase) ==
        "in none staff.project.fte is 0, and the timeline changes it by +1 (2012-01-01)");
  CHECK(called(scenario, "none").epochs.back().settings.teams[0].fte == 1);
}

TEST_CASE("a change after --set is refused where it matters whether the timeline's comes first") {
  // 2 and +1 are 3; 50 % more before the +1 are 4, and after it 4.5.
  const auto problems = [](const std::string& change) {
    return problems_on_base(
        "timeline: [{on: 2012-01-01, change: {staff.project.fte: +1}}]\nchange: {staff.project.fte: " + change + "}\n");
  };
  CHECK(problems("+0.5").empty());
  REQUIRE(problems("+50 %").size() == 1);
  CHECK(problems("+50 %")[0].find("which of the two comes first matters") != std::string::npos);
}

TEST_CASE("the others are nobody where every group has a value of its own") {
  const std::string prices = "stages: {hotel: {price: {families: 500 kr/day, singles: 400 kr/day}}}\n";
  CHECK(problems_on_base(prices + "alternatives: {a: {change: {stages.hotel.price.families: +10 %}}}\n").empty());
  const auto problems = problems_on_base(prices + "alternatives: {a: {change: {stages.hotel.price.others: +10 %}}}\n");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].find("every group has a value of its own") != std::string::npos);
}

TEST_CASE("a change after --set, or of the file itself, holds at any time in every alternative without its own value") {
  const std::string alternatives = "alternatives: {other: {change: {groups.families.arrivals: 50/year}}}\n";
  const auto set = read_on_base(kSeasons + alternatives, {{"groups.families.arrivals", "+10 %"}});
  CHECK(arrivals_over_time(called(set, "project")) == std::vector<double>{22, 66, 22});
  CHECK(arrivals_over_time(called(set, "other")) == std::vector<double>{50, 50, 50});
  const auto change = read_on_base(kSeasons + "change: {groups.families.arrivals: -10 %}\n");
  CHECK(arrivals_over_time(called(change, "project")) == std::vector<double>{18, 54, 18});
  const auto twice =
      read_on_base(kSeasons + "change: {groups.families.arrivals: -10 %}\n", {{"groups.families.arrivals", "-10 %"}});
  CHECK(arrivals_over_time(called(twice, "project")) == std::vector<double>{16.2, 48.6, 16.2});
}

TEST_CASE("a value after --set that the timeline replaces is a notice") {
  const auto scenario = read_on_base(kSeasons, {{"groups.families.arrivals", "30/year"}});
  CHECK(arrivals_over_time(called(scenario, "project")) == std::vector<double>{30, 60, 20});
  REQUIRE(scenario.notices.size() == 1);
  CHECK(kEnglish(scenario.notices[0].phrase) ==
        "30/year holds only until 2012-01-01, when the timeline sets another value; a change such as +10 % holds at "
        "any time");
}

TEST_CASE("a change of what an alternative sets changes its value, and takes the place of its change") {
  const std::string text = R"(
alternatives:
  two: {change: {staff.project.fte: 2}}
  more: {change: {staff.project.fte: +1}}
)";
  const auto fte = [&](const std::string& name, const std::string& value) {
    const auto scenario = read_on_base(text, {{"alternatives." + name + ".staff.project.fte", value}});
    return called(scenario, name).epochs[0].settings.teams[0].fte;
  };
  CHECK(fte("two", "+0.5") == 2.5);
  CHECK(fte("more", "+0.5") == Approx(3.4));
  CHECK(fte("more", "5") == 5);
}

TEST_CASE("a change for all groups changes the value of each, and one for a group only its own") {
  const auto settings = settings_on_base(R"(
stages: {hotel: {price: {families: 600 SEK/day, others: 500 SEK/day}}}
change: {stages.hotel.price: +10 %, moves.hotel.own_home.alone.singles: +0.1/year}
)");
  const auto& price = settings.stages[0].price;
  CHECK(price[models::GroupId(0)].amount == models::Money::kronor(660));
  CHECK(price[models::GroupId(1)].amount == models::Money::kronor(550));
  CHECK(settings.moves[0].alone[models::GroupId(0)].per_year() == Approx(0.3));
  CHECK(settings.moves[0].alone[models::GroupId(1)].per_year() == Approx(0.4));
}

TEST_CASE("units that the timeline sets are set, and those that it changes are added") {
  const auto scenario = read_on_base(R"(
timeline:
  - {on: 2013-01-01, change: {stages.training.units: 80}}
  - {on: 2013-06-01, change: {stages.training.units: +2}}
alternatives:
  more: {change: {stages.training.units: +4}}
  ninety: {change: {stages.training.units: 90}}
)");
  const auto sets = [&](const char* name) {
    std::vector<bool> result;
    for (const auto& epoch : called(scenario, name).epochs) result.push_back(!epoch.sets_units.empty());
    return result;
  };
  // 2011-09, 2013-01, 2013-06.
  CHECK(units_over_time(called(scenario, "project")) == std::vector<int>{76, 80, 82});
  CHECK(sets("project") == std::vector<bool>{false, true, false});
  CHECK(units_over_time(called(scenario, "more")) == std::vector<int>{80, 84, 86});
  CHECK(sets("more") == std::vector<bool>{false, true, false});
  CHECK(units_over_time(called(scenario, "ninety")) == std::vector<int>{90, 90, 92});
  CHECK(sets("ninety") == std::vector<bool>{false, false, false});
}

TEST_CASE("a change where no value holds, of what varies, or outside a change is refused by name") {
  const auto problem = [](const std::string& text) {
    const auto found = problems_on_base(text);
    return found.empty() ? "no problem" : found[0];
  };
  CHECK(problem("stages: {training: {units: +3}}\n") ==
        "2:28: `+3` has a sign. A value with a sign changes what holds: it stands in `change`, the timeline, "
        "alternatives, "
        "cases and after --set, and only for numbers that a number can be added to");
  CHECK(problem("change: {stages.training.at_most: +1 year}\n") ==
        "2:10: stages.training.at_most: `+1 year` changes what holds, and no value holds here; write the value itself");
  CHECK(problem("stages: {training: {allotted: 3/year}}\ntimeline: [{on: 2013-01, change: {stages.training.units: +50 "
                "%}}]\n")
            .starts_with("3:35: `+50 %` of the units of training: allotments, losses or takeovers"));
  CHECK(problem("timeline: [{on: 2013-01, change: {stages.training.units: +10 %}}]\n") ==
        "2:35: stages.training.units: 76 changed by +10 % is no whole number; write how many, such as +2");
  CHECK(problem("timeline: [{on: 2013-01, change: {stages.training.units: +50 %}}]\n") == "no problem");
  CHECK(problem("alternatives: {a: {change: {staff.project.fte: -3}}}\n")
            .starts_with("2:29: staff.project.fte: 2 changed by -3 is below zero"));
  CHECK(problem("free: [{path: alternatives.a.staff.project.fte, range: 1..5}]\nalternatives: {a: {change: "
                "{staff.project.fte: +1}}}\n")
            .ends_with("only a single number can be free"));
}

TEST_CASE("a change is listed as it is written, with its range") {
  const auto scenario = read_on_base(R"(
alternatives:
  more: {change: {groups.families.arrivals: {value: +10 %, assumption: guess, range: +5 %..+20 %}}}
)");
  const auto input = std::ranges::find(scenario.inputs, "+10 %", &models::Input::value);
  REQUIRE(input != scenario.inputs.end());
  CHECK(input->path == "alternatives.more.change.groups.families.arrivals");
  CHECK(input->assumption == "guess");
  CHECK(input->low == "+5 %");
  CHECK(input->high == "+20 %");
  CHECK(problems_on_base("alternatives: {a: {change: {staff.project.fte: {value: +1, range: 2..3}}}}\n").size() == 1);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
