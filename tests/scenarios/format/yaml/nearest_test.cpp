// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/nearest.hpp"

#include <catch2/catch.hpp>

#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios {
namespace {

TEST_CASE("the edit distance counts changes, additions, omissions and swaps of neighbours") {
  CHECK(edit_distance("hotel", "hotel") == 0);
  CHECK(edit_distance("hotel", "motel") == 1);
  CHECK(edit_distance("hotel", "hotell") == 1);
  CHECK(edit_distance("hotel", "hoel") == 1);
  CHECK(edit_distance("hotel", "hotle") == 1);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("the nearest name is proposed, and none that is far away") {
  CHECK(nearest("trainning", {"trial", "training", "hotel"}) == "training");
  CHECK(nearest("xyz", {"trial", "training"}).empty());
  CHECK(nearest("ab", {"cd"}).empty());
  CHECK(nearest(std::string(200, 'a'), {std::string(200, 'a')}).empty());
  CHECK(nearest("a", {std::string(200, 'a')}).empty());
}

TEST_CASE("without a near name the valid ones are listed, up to sixteen") {
  CHECK(testing::kEnglish(suggestion("hotle", {"hotel"})) == "; did you mean `hotel`?");
  CHECK(testing::kEnglish(suggestion("xyz", {"trial", "hotel"})) == "; valid here: trial, hotel");
  CHECK(suggestion("xyz", {}).empty());
  const std::vector<std::string> many(20, "training");
  CHECK(testing::kEnglish(suggestion("xyz", many)).ends_with("training..."));
}

}  // namespace
}  // namespace trapphus::scenarios
