// SPDX-License-Identifier: MIT
#include "models/staircase/settings.hpp"

#include <catch2/catch.hpp>

#include "tests/models/build.hpp"

namespace trapphus::models {
namespace {

TEST_CASE("a move is described by its stages, and by its id where it has one") {
  build::Build b;
  b.placement("hotel");
  b.exit("own_home");
  b.risk("hotel", "own_home", 1);
  b.risk("hotel", "own_home", 1).id = "by friends";
  const Settings settings = b.settings();
  CHECK(describe(settings, settings.moves[0]) == "hotel -> own_home");
  CHECK(describe(settings, settings.moves[1]) == "hotel -> own_home (by friends)");
}

}  // namespace
}  // namespace trapphus::models
