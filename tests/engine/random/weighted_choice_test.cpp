// SPDX-License-Identifier: MIT
#include "engine/random/weighted_choice.hpp"

#include <catch2/catch.hpp>
#include <vector>

namespace {

using namespace trapphus::engine;

std::optional<std::size_t> choice(double point, const std::vector<double>& weights) {
  return weighted_choice(point, weights.size(), [&](std::size_t i) { return weights[i]; });
}
std::optional<std::size_t> choice_of_all(double point, const std::vector<double>& weights) {
  return weighted_choice_of_all(point, weights.size(), [&](std::size_t i) { return weights[i]; });
}

TEST_CASE("weights lie end to end, and the point falls on one of them") {
  CHECK(choice(0.0, {0.25, 0.5, 0.25}) == 0);
  CHECK(choice(0.2, {0.25, 0.5, 0.25}) == 0);
  CHECK(choice(0.25, {0.25, 0.5, 0.25}) == 1);  // where one ends the next begins
  CHECK(choice(0.7, {0.25, 0.5, 0.25}) == 1);
  CHECK(choice(0.75, {0.25, 0.5, 0.25}) == 2);
}

TEST_CASE("beyond all weights nothing is chosen, or the last that is not 0") {
  CHECK_FALSE(choice(0.75, {0.25, 0.5, 0.0}).has_value());
  CHECK_FALSE(choice(0.5, {}).has_value());
  CHECK(choice_of_all(0.75, {0.25, 0.5, 0.0}) == 1);
  CHECK(choice_of_all(0.1, {0.25, 0.5, 0.0}) == 0);
  CHECK_FALSE(choice_of_all(0.5, {0.0, 0.0}).has_value());
}

TEST_CASE("a weight of 0 is never chosen") {
  CHECK(choice(0.0, {0.0, 1.0}) == 1);
  CHECK(choice(0.5, {0.5, 0.0, 0.5}) == 2);
}

}  // namespace
