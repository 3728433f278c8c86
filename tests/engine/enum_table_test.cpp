// SPDX-License-Identifier: MIT
#include "engine/enum_table.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace trapphus::engine;

enum class Light { Red, Yellow, Green, Broken };
constexpr auto kLights = enum_table<Light>({{Light::Red, "red"}, {Light::Yellow, "yellow"}, {Light::Green, "green"}});

TEST_CASE("a table of an enumeration leads from the value to the word and back, at compile time too") {
  static_assert(word_of(kLights, Light::Yellow) == "yellow");
  static_assert(value_of(kLights, "green") == Light::Green);
  for (const auto& [value, word] : kLights) {
    CHECK(word_of(kLights, value) == word);
    CHECK(value_of(kLights, word) == value);
  }
}

TEST_CASE("a word that the table does not have has no value, and a value without a word is an error") {
  CHECK_FALSE(value_of(kLights, "Red"));
  CHECK_FALSE(value_of(kLights, ""));
  CHECK_THROWS_AS(word_of(kLights, Light::Broken), std::out_of_range);
}

TEST_CASE("the words of a table come in its order") {
  CHECK(words_of(kLights) == std::vector<std::string>{"red", "yellow", "green"});
}

}  // namespace
