// SPDX-License-Identifier: MIT
#include "models/counts/night_count.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "tests/models/build.hpp"

namespace trapphus::models {
namespace {

using build::on;

TEST_CASE("a night is presence at midnight") {
  NightCount count(on(2012, 6, 1));
  count.change(on(2012, 6, 3, 10), 1);
  count.change(on(2012, 6, 4, 9), -1);  // one night
  count.change(on(2012, 6, 5, 1), 1);
  count.change(on(2012, 6, 5, 23), -1);  // none
  CHECK(count.total() == 1);
}

TEST_CASE("who comes at midnight has not spent the night before it, and who leaves at midnight has") {
  NightCount count(on(2012, 6, 1));
  count.change(on(2012, 6, 3), 1);
  count.change(on(2012, 6, 5), -1);
  CHECK(count.total() == 2);
}

TEST_CASE("a night belongs to the month of the date before its midnight") {
  NightCount count(on(2012, 1, 30), 2);
  count.count(on(2012, 2, 1));  // the nights of 30 and 31 January
  CHECK(count.nights() == std::vector<std::int64_t>{4});
  count.set(on(2012, 2, 2), 1);
  count.count(on(2012, 4, 1));
  CHECK(count.nights() == std::vector<std::int64_t>{4, 2 + 28, 31});
  CHECK(count.level() == 1);
}

TEST_CASE("a count of nights does not go back") {
  NightCount count(on(2012, 1, 30));
  CHECK_THROWS_AS(count.change(on(2012, 1, 28), 1), std::logic_error);
}

}  // namespace
}  // namespace trapphus::models
