// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/problem.hpp"

#include <catch2/catch.hpp>

#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios {
namespace {

const auto kFile = std::make_shared<const std::string>("a.yaml");

TEST_CASE("problems are told in the order of the file, each once") {
  Problems problems;
  CHECK(problems.empty());
  CHECK_NOTHROW(problems.raise());
  problems.add({kFile, 3, 1}, verbatim("third"));
  problems.add({kFile, 1, 9}, verbatim("second"));
  problems.add({kFile, 1, 2}, verbatim("first"));
  problems.add({kFile, 3, 1}, verbatim("third"));
  try {
    problems.raise();
    FAIL("nothing was thrown");
  } catch (const Invalid& invalid) {
    CHECK(invalid.problems().size() == 3);
    CHECK(testing::printed(invalid) == "a.yaml:1:2: first\na.yaml:1:9: second\na.yaml:3:1: third");
  }
}

TEST_CASE("the file that was asked for comes before the one that it extends, whatever they are called") {
  Problems problems;
  problems.begin("z.yaml");
  problems.begin("a.yaml");
  problems.add({kFile, 1, 1}, verbatim("third"));
  problems.add({std::make_shared<const std::string>("z.yaml"), 9, 1}, verbatim("second"));
  problems.add({std::make_shared<const std::string>("--set x=1"), 0, 0}, verbatim("first"));
  try {
    problems.raise();
    FAIL("nothing was thrown");
  } catch (const Invalid& invalid) {
    CHECK(testing::printed(invalid) == "--set x=1: first\nz.yaml:9:1: second\na.yaml:1:1: third");
  }
}

TEST_CASE("a problem without a place is told without line and column") {
  CHECK(output::problem_in_words(testing::kEnglish, Problem{"--set a=1", 0, 0, verbatim("no such path")}) ==
        "--set a=1: no such path");
}

TEST_CASE("no more than a hundred problems are shown, and the rest is counted") {
  Problems problems;
  for (int line = 1; line <= 130; ++line) problems.add({kFile, line, 1}, verbatim("wrong"));
  try {
    problems.raise();
    FAIL("nothing was thrown");
  } catch (const Invalid& invalid) {
    REQUIRE(invalid.problems().size() == 101);
    CHECK(testing::kEnglish(invalid.problems().back().phrase) == "30 more problems are not shown");
  }
}

}  // namespace
}  // namespace trapphus::scenarios
