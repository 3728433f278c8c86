// SPDX-License-Identifier: MIT
#include "scenarios/reading/warnings.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "models/staircase/scenario.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios::testing {
namespace {

std::size_t warnings_of_initial(const std::string& time) {
  const Folder folder;
  const auto scenario = read(folder.write("begin.yaml", R"(
trapphus: 1
name: Begin
period: 2021-01-01 to 2021-12-31
groups:
  families: {arrivals: 0/year, enters: hotel, assumption: test}
stages:
  hotel: {kind: placement, acute: yes, price: 1 000 SEK/day, assumption: test}
  home: {kind: exit, home: yes}
moves:
  - {from: hotel, to: home, stay: 1-3 months, assumption: test}
initial:
  - {stage: hotel, group: families, households: 10, assumption: test, )" +
                                                            time + "}\n"));
  return static_cast<std::size_t>(std::ranges::count_if(scenario.warnings, [](const models::Notice& warning) {
    return warning.path == "initial.hotel.families" && warning.phrase.id == "reader.initial.cannot_be";
  }));
}

TEST_CASE("a warning names the initial households whose stay would be over for certain") {
  CHECK(warnings_of_initial("elapsed: 4 months") == 1);
  CHECK(warnings_of_initial("since: 2020-06-01") == 1);
  CHECK(warnings_of_initial("elapsed: 2 months") == 0);
  CHECK(warnings_of_initial("elapsed: 0 days") == 0);
}

}  // namespace
}  // namespace trapphus::scenarios::testing
