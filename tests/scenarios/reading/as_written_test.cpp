// SPDX-License-Identifier: MIT
#include "scenarios/reading/as_written.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "scenarios/format/yaml/problem.hpp"
#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios {
namespace {

std::string as_written(const std::string& alternatives) {
  const testing::Folder folder;
  return alternative_as_written(folder.write("test.yaml", "trapphus: 1\n" + alternatives));
}

TEST_CASE("the alternative that changes nothing is the scenario as it is written, the last one of several") {
  CHECK(as_written("alternatives: {zero: {change: {a.b: 0}}, project: {label: Project}}\n") == "project");
  CHECK(as_written("alternatives: {zero: {}, same: {}, more: {timeline: [{on: 2020-01-01}]}}\n") == "same");
  CHECK(as_written("alternatives: {zero: {change: {a.b: 0}}}\n").empty());
  CHECK(as_written("name: without\n") == "scenario");
}

TEST_CASE("a file that is not there has no alternative") {
  CHECK_THROWS_AS(alternative_as_written("no/such/file.yaml"), Unreadable);
}

}  // namespace
}  // namespace trapphus::scenarios
