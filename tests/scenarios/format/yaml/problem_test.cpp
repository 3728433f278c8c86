// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/problem.hpp"

#include <catch2/catch.hpp>

namespace trapphus::scenarios {
namespace {

const auto kFile = std::make_shared<const std::string>("a.yaml");

TEST_CASE("problems are told in the order of the file, each once") {
  Problems problems;
  CHECK(problems.empty());
  CHECK_NOTHROW(problems.raise());
  problems.add({kFile, 3, 1}, "third"_p);
  problems.add({kFile, 1, 9}, "second"_p);
  problems.add({kFile, 1, 2}, "first"_p);
  problems.add({kFile, 3, 1}, "third"_p);
  try {
    problems.raise();
    FAIL("nothing was thrown");
  } catch (const Invalid& invalid) {
    CHECK(invalid.problems().size() == 3);
    CHECK(std::string(invalid.what()) == "a.yaml:1:2: first\na.yaml:1:9: second\na.yaml:3:1: third");
  }
}

TEST_CASE("the file that was asked for comes before the one that it extends, whatever they are called") {
  Problems problems;
  problems.begin("z.yaml");
  problems.begin("a.yaml");
  problems.add({kFile, 1, 1}, "third"_p);
  problems.add({std::make_shared<const std::string>("z.yaml"), 9, 1}, "second"_p);
  problems.add({std::make_shared<const std::string>("--set x=1"), 0, 0}, "first"_p);
  try {
    problems.raise();
    FAIL("nothing was thrown");
  } catch (const Invalid& invalid) {
    CHECK(std::string(invalid.what()) == "--set x=1: first\nz.yaml:9:1: second\na.yaml:1:1: third");
  }
}

TEST_CASE("a problem without a place is told without line and column") {
  CHECK(to_string(Problem{"--set a=1", 0, 0, "no such path"}) == "--set a=1: no such path");
}

TEST_CASE("no more than a hundred problems are shown, and the rest is counted") {
  Problems problems;
  for (int line = 1; line <= 130; ++line) problems.add({kFile, line, 1}, "wrong"_p);
  try {
    problems.raise();
    FAIL("nothing was thrown");
  } catch (const Invalid& invalid) {
    REQUIRE(invalid.problems().size() == 101);
    CHECK(invalid.problems().back().message == "30 more problems are not shown");
  }
}

}  // namespace
}  // namespace trapphus::scenarios
