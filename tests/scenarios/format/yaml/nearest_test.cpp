// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/nearest.hpp"

#include <catch2/catch.hpp>

#include "tests/scenarios/support.hpp"

namespace trapphus::scenarios {
namespace {

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
