// SPDX-License-Identifier: MIT
#include "scenarios/reading/reader.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

TEST_CASE("a scenario knows its name, file, period, seed and replications") {
  const auto scenario = read_on_base("seed: 7\nreplications: 250\nname: Test\n");
  CHECK(scenario.name == "Test");
  CHECK(scenario.file.ends_with("test.yaml"));
  CHECK(scenario.sha256.size() == 64);
  CHECK(engine::to_string(scenario.from) == "2011-09-01");
  CHECK(engine::to_string(scenario.to) == "2014-09-01");
  CHECK(scenario.seed == 7);
  CHECK(scenario.replications == 250);
  CHECK(scenario.precision_measure == "cost.total");
}

TEST_CASE("a scenario knows the documents that its inputs refer to") {
  const auto scenario = read_on_base("sources: {survey: A questionnaire of 2019}\n");
  REQUIRE_FALSE(scenario.sources.empty());
  CHECK(scenario.sources.back().name == "survey");
  CHECK(scenario.sources.back().text == "A questionnaire of 2019");
}

TEST_CASE("what the command line sets takes the place of what the file says, also in lists and mappings") {
  const auto scenario = read_on_base("", {{"seed", "9"},
                                          {"period", "2011-09 to 2013-08"},
                                          {"stages.hotel.price", "{families: 900 SEK/day, singles: 500 SEK/day}"},
                                          {"name", "'Quoted'"},
                                          {"headline", "[homes]"}});
  CHECK(scenario.seed == 9);
  CHECK(scenario.name == "Quoted");
  CHECK(engine::to_string(scenario.to) == "2013-09-01");
  CHECK(scenario.headline == Lines{"homes"});
  CHECK(scenario.alternatives[0].epochs[0].settings.stages[0].price[models::GroupId(1)].amount ==
        models::Money::kronor(500));
}

TEST_CASE("what is wrong with a setting of the command line is told by itself") {
  try {
    static_cast<void>(read_on_base("", {{"staff.project.fte", "abc"}, {"stages.hotel", "{kind"}}));
    FAIL("nothing was thrown");
  } catch (const Invalid& invalid) {
    const std::string text = printed(invalid);
    CHECK(text.find("--set staff.project.fte=abc: `abc` is no number") != std::string::npos);
    CHECK(text.find("--set stages.hotel={kind") != std::string::npos);
  }
}

TEST_CASE("all kinds of mistakes in a file are told at once") {
  const auto found = problems_on_base(R"(
stages: {hotel: {pric: 1}, training: {units: x}}
groups: {singles: {arrivals: 3}}
sources: {report: [1]}
description: {a: 1}
attributes: x
)");
  CHECK(found.size() == 6);
}

TEST_CASE("a value where a mapping is expected, and the other way round, is told") {
  CHECK(problems_on_base("groups: {singles: 3}\n")
            .front()
            .starts_with("2:19: `3` is no group; expected a mapping with label, arrivals"));
  CHECK(problems_on_base("stages: {hotel: {label: [x]}}\n").size() == 1);
  CHECK(problems_on_base("stages: {hotel: {label: {de: Hotel, en: [x]}}}\n").size() == 2);
  CHECK(problems_on_base("groups: {singles: {enters: [hotel]}}\n").size() >= 1);
  CHECK(problems_on_base("stages: {value: {kind: exit}}\n").front().find("has a meaning of its own") !=
        std::string::npos);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
