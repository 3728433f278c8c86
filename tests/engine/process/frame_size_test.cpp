// SPDX-License-Identifier: MIT
// A million clients alive at once are to fit in 400 MB, everything included: this guards the largest part of it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <vector>

#include "engine/process/combine.hpp"
#include "engine/resources/pool.hpp"

#ifndef TRAPPHUS_PLAIN_FRAMES

namespace {

using namespace trapphus::engine;  // NOLINT(google-build-using-namespace): a test of one file

using Places = std::vector<const char*>;

/// A household as in the model: waits for one of two things, and lives in two apartments. Notes where its frame is.
Process household(Pool& pool, Places& places) {
  const char here = 0;
  places.push_back(&here);
  auto next = co_await first_of(pool.claim(), delay(Duration(1'000)));
  if (next.index() == 1) co_return;
  const Grant apartment = std::move(next.get<0>());
  const Grant another = pool.occupy();
  co_await delay(Duration(1'000 + here));
}

}  // namespace

TEST_CASE("A household's frame is smaller than 350 bytes") {
  Simulation simulation(Time{});
  Pool pool(simulation, "pool", 0);
  Places places;
  for (std::uint64_t i = 0; i < 2'000; ++i) simulation.spawn(household(pool, places), {"household", i});
  simulation.run_until(Time(Duration(1)));
  simulation.close();
  // Frames of one size are cut from blocks one after the other: the nearest two are a frame apart.
  std::sort(places.begin(), places.end());
  std::ptrdiff_t frame = places[1] - places[0];
  for (std::size_t i = 1; i < places.size(); ++i) frame = std::min(frame, places[i] - places[i - 1]);
  INFO("a frame has " << frame << " bytes");
  CHECK(frame < 350);
  CHECK(frame > 200);  // or it was not measured
}

#endif
