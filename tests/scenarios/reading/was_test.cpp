// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "models/staircase/scenario.hpp"
#include "scenarios/reading/reader.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios {
namespace {

models::Scenario with_units(const std::string& units) {
  const testing::Folder folder;
  return read(folder.write(
      "was.yaml",
      "trapphus: 1\nperiod: 2020-01-01 to 2021-01-01\n"
      "groups: {all: {arrivals: 1/year, enters: hotel}}\n"
      "stages:\n  hotel: {kind: placement, acute: yes, price: 100 SEK/day}\n"
      "  flat: {kind: apartment, units: " +
          units +
          "}\n  home: {kind: exit, home: yes}\n"
          "moves:\n  - {from: hotel, to: flat, stay: 1 month}\n  - {from: flat, to: home, stay: 1 month}\n"));
}

models::Input units(const models::Scenario& scenario) {
  return *std::ranges::find_if(scenario.inputs, [](const auto& one) { return one.path == "stages.flat.units"; });
}

TEST_CASE("a value that was changed by hand says in the file what it was, and is an assumption") {
  const auto changed = units(with_units("{value: 3, was: 2, assumption: \"in place of the application\"}"));
  CHECK(changed.value == "3");
  CHECK(changed.was == "2");
  CHECK(is_assumed(changed));
  CHECK(is_assumed(units(with_units("{value: 3, was: 2}"))));
  CHECK_FALSE(units(with_units("3")).was);
}

TEST_CASE("a value that is set twice, in the file and for a run, was what it was at first") {
  std::vector<models::Input> after = {units(with_units("4"))};
  const std::vector<models::Input> before = {units(with_units("{value: 3, was: 2}"))};
  note_changes(after, before);
  CHECK(after[0].was == "2");
  std::vector<models::Input> fresh = {after[0]};
  note_changes(fresh, {});
  CHECK(fresh[0].was == "");
}

}  // namespace
}  // namespace trapphus::scenarios
