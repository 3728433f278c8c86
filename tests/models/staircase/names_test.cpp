// SPDX-License-Identifier: MIT
#include "models/staircase/names.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <stdexcept>
#include <string>

namespace trapphus::models {
namespace {

TEST_CASE("a share keeps any number from 0 to 1") {
  CHECK(Share(0).value() == 0);
  CHECK(Share(0.25).value() == 0.25);
  CHECK(Share(1).value() == 1);
  CHECK(Share().value() == 0);
}

TEST_CASE("a share outside 0 to 1, or not a number, is refused with the number in the message") {
  CHECK_THROWS_AS(Share(-0.01), std::domain_error);
  CHECK_THROWS_AS(Share(std::numeric_limits<double>::quiet_NaN()), std::domain_error);
  CHECK_THROWS_WITH(Share(1.5), Catch::Contains("between 0 and 1") && Catch::Contains("1.5"));
}

TEST_CASE("one value for everyone is the same for each group until one group's is changed") {
  PerGroup<int> values(3, 7);
  values[GroupId(1)] = 9;
  CHECK(values[GroupId(0)] == 7);
  CHECK(values[GroupId(1)] == 9);
  CHECK(values.size() == 3);
}

}  // namespace
}  // namespace trapphus::models
