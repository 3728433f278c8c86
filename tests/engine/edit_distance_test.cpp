// SPDX-License-Identifier: MIT
#include "engine/edit_distance.hpp"

#include <catch2/catch.hpp>

namespace {

using trapphus::engine::edit_distance;

TEST_CASE("the edit distance counts changes, additions, omissions and swaps of neighbours") {
  CHECK(edit_distance("hotel", "hotel") == 0);
  CHECK(edit_distance("hotel", "motel") == 1);
  CHECK(edit_distance("hotel", "hotell") == 1);
  CHECK(edit_distance("hotel", "hoel") == 1);
  CHECK(edit_distance("hotel", "hotle") == 1);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("the edit distance is the same in both directions, and at most the longer text's length") {
  CHECK(edit_distance("training", "trainnig") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("sitting", "kitten") == 3);
  CHECK(edit_distance("abc", "xyz") == 3);
  CHECK(edit_distance("", "") == 0);
}

}  // namespace
