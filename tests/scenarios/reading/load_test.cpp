// SPDX-License-Identifier: MIT
#include "scenarios/reading/load.hpp"

#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "scenarios/format/yaml/sha256.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

TEST_CASE("mappings are merged key by key, values and lists replaced") {
  const auto scenario = read_on_base(
      "headline: [homes]\nstages: {training: {units: {value: 80, source: report}}}\nstaff: {other: {fte: 1, "
      "direct_hours: 20 h/week}}\n");
  const auto& settings = scenario.alternatives[1].epochs[0].settings;
  CHECK(settings.stages[1].units == 80);
  CHECK(settings.stages[1].turnaround.mean() == 3 * 604800);
  CHECK(settings.teams.size() == 2);
  CHECK(scenario.headline == Lines{"homes"});
}

TEST_CASE("moves are merged by from, to and id") {
  const auto settings = settings_on_base(
      "moves:\n  - {from: hotel, to: training, share: 30 %}\n  - {from: training, to: hotel, risk: 8 %/year}\n");
  CHECK(settings.moves.size() == 4);
  CHECK(settings.moves[1].share[models::GroupId(0)].value() == 0.3);
  CHECK(settings.moves[1].stay[models::GroupId(0)].mean() == Approx(3 * 31557600 / 12.0));
}

TEST_CASE("an annotated value replaces another as a whole") {
  Problems problems;
  const auto file = std::make_shared<const std::string>("f");
  const auto base = parse_document("{a: {value: 1, source: x}, b: 2}", file, problems);
  const auto over = parse_document("{a: {value: 2, assumption: y}, b: {value: 3}}", file, problems);
  const Node both = merged(*base, *over);
  CHECK(both.find("a")->find("source") == nullptr);
  CHECK(both.find("a")->find("value")->text == "2");
  CHECK(both.find("b")->find("value")->text == "3");
}

TEST_CASE("the digest covers the file and those that it extends") {
  const Folder folder;
  const std::string base = "trapphus: 1\n", over = "extends: base.yaml\n";
  static_cast<void>(folder.write("base.yaml", base));
  const auto path = folder.write("over.yaml", over);
  Problems problems;
  CHECK(load(folder.path() / "base.yaml", problems).sha256 == sha256(base));
  CHECK(load(path, problems).sha256 == sha256(over + base));
}

TEST_CASE("at most ten files extend one another") {
  const Folder folder;
  static_cast<void>(folder.write("0.yaml", "trapphus: 1\n"));
  for (int i = 1; i <= 10; ++i) {
    static_cast<void>(folder.write(std::to_string(i) + ".yaml", "extends: " + std::to_string(i - 1) + ".yaml\n"));
  }
  Problems problems;
  CHECK_NOTHROW(load(folder.path() / "9.yaml", problems));
  CHECK_THROWS_AS(load(folder.path() / "10.yaml", problems), Invalid);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
