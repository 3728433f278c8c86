// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "scenarios/reading/load.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

double fte(const models::Scenario& scenario, std::size_t epoch = 0) {
  return scenario.alternatives.back().epochs.at(epoch).settings.teams[0].fte;
}

TEST_CASE("a file's change sets values by path on top of what it extends") {
  const auto scenario = read_on_base("change: {staff.project.fte: 4, moves.hotel.own_home.alone.families: 1/year}\n");
  CHECK(fte(scenario) == 4);
  const auto& move = scenario.alternatives.back().epochs[0].settings.moves[0];
  CHECK(move.alone[models::GroupId(0)].per_year() == Approx(1));
  CHECK(move.alone[models::GroupId(1)].per_year() == Approx(0.3));
}

TEST_CASE("what a change sets is listed with its own source and range, under its own path") {
  const auto scenario = read_on_base(
      "change:\n  staff.project.fte: {value: 4, assumption: fitted, range: 3..5}\n  staff.project.caseload: {value: 9, "
      "source: report}\n");
  const auto input = [&](const std::string& path) {
    const auto found = std::ranges::find(scenario.inputs, path, &models::Input::path);
    REQUIRE(found != scenario.inputs.end());
    return *found;
  };
  CHECK(input("staff.project.fte").assumption == "fitted");
  CHECK(input("staff.project.fte").low == "3");
  CHECK(input("staff.project.fte").line == 3);
  CHECK(input("staff.project.caseload").source == "report");
}

TEST_CASE("a file's change is carried out before another file extends it") {
  const Folder folder;
  static_cast<void>(
      folder.write("fitted.yaml", "extends: " + base_file() + "\nchange: {staff.project.fte: 4, seed: 5}\n"));
  const auto file = folder.write("other.yaml", "extends: fitted.yaml\nstaff: {project: {fte: 6}}\n");
  const auto scenario = read(file);
  CHECK(fte(scenario) == 6);
  CHECK(scenario.seed == 5);
  const auto last = folder.write("last.yaml", "extends: other.yaml\nchange: {staff.project.fte: 7}\n");
  CHECK(fte(read(last)) == 7);
  CHECK(fte(read(last, {{"staff.project.fte", "8"}})) == 8);
}

TEST_CASE("a change reaches what the timeline sets on a date, and what alternatives and cases set") {
  const std::string more = R"(
timeline:
  - {on: 2013-01, change: {staff.project.fte: 1, staff.project.absence: 3 %}}
  - {on: 2013-01-01, change: {staff.project.fte: 1.5}}
cases:
  low: {change: {staff.project.fte: 1}}
alternatives:
  project: {timeline: [{on: 2013-06, change: {staff.project.fte: 6}}]}
)";
  const auto scenario = read_on_base(more + R"(
change:
  timeline.2013-01-01.staff.project.fte: 5
  timeline.2013-01.change.staff.project.absence: 3 %
  alternatives.zero.staff.project.fte: 0.5
  alternatives.project.timeline.2013-06-01.staff.project.fte: 7
  cases.low.staff.project.fte: 2
)");
  CHECK(fte(scenario, 0) == 2.9);
  CHECK(fte(scenario, 1) == 5);
  CHECK(fte(scenario, 2) == 7);
  CHECK(scenario.alternatives.front().epochs[0].settings.teams[0].fte == 0.5);
  CHECK(scenario.cases[0].alternatives.back().epochs[0].settings.teams[0].fte == 2);
}

TEST_CASE("a part of what a timeline sets can be changed") {
  const auto scenario = read_on_base(
      "timeline: [{on: 2013-01, change: {stages.hotel.price: {families: 600 SEK/day, others: 500 SEK/day}}}]\n",
      {{"timeline.2013-01-01.stages.hotel.price.singles", "700 SEK/day"}});
  const auto& price = scenario.alternatives.back().epochs[1].settings.stages[0].price;
  CHECK(price[models::GroupId(0)].amount == models::Money::kronor(600));
  CHECK(price[models::GroupId(1)].amount == models::Money::kronor(700));
}

TEST_CASE("a path to what nothing sets is answered with what is set there") {
  const auto problem = [](const std::string& path, const std::string& value = "1") {
    const auto found = problems_on_base("", {{path, value}});
    return found.empty() ? "no problem" : found[0];
  };
  CHECK(problem("timeline.2012-06-02.staff.project.fte") ==
        "0:0: there is no `timeline.2012-06-02`; did you mean `timeline.2012-06-01.staff.project.fte`?");
  CHECK(problem("timeline.2012-06-01.staff.project.fts") ==
        "0:0: `timeline.2012-06-01` does not change `staff.project.fts`; did you mean "
        "`timeline.2012-06-01.staff.project.fte`?");
  CHECK(problem("timeline.2012-06-01.stages.hotel.price") ==
        "0:0: `timeline.2012-06-01` does not change `stages.hotel.price`; valid here: staff.project.fte");
  CHECK(problem("timeline.2012-06-01") ==
        "0:0: `timeline.2012-06-01` is no whole path; expected the path of a value behind the date");
  CHECK(problem("timeline.June.staff.project.fte").starts_with("0:0: there is no `timeline.June`"));
  CHECK(problem("alternatives.zer.staff.project.fte") ==
        "0:0: there is no `alternatives.zer`; did you mean `alternatives.zero.staff.project.fte`?");
  CHECK(problem("alternatives.project.staff.project.fte")
            .starts_with("0:0: `alternatives.project` does not change `staff.project.fte`"));
  CHECK(problem("change.staff.project.fte") ==
        "0:0: `change.staff.project.fte` cannot be changed here; expected the path of the value itself");
  CHECK(problems_on_base("change: {staff.project.ft: 2}\n") ==
        Lines{"2:10: there is no `staff.project.ft`; did you mean `staff.project.fte`?"});
  CHECK(problems_on_base("change: 2\n").size() == 1);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
