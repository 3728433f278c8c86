// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "engine/process/combine.hpp"
#include "engine/process/wait.hpp"
#include "engine/random/unit_exponential.hpp"
#include "engine/random/weighted_choice.hpp"
#include "models/life/processes.hpp"

namespace trapphus::models {

engine::Process turnaround(World& world, StageId id, engine::Grant unit, Duration length) {
  co_await engine::delay(length);
  unit.release();
  world.unit_is_free(id);
  world.circular_waits().look();
}

/// Evenly spaced: the n-th unit is added (or removed) when the integral of the rate reaches n.
engine::Process allotments(World& world, StageId id, Rate Stage::*supply, int units) {
  World::StageState& state = world.state(id);
  for (;;) {
    engine::UnitExponential unit(1);  // no draw: even spacing
    while (unit.left() > 0) {
      if (units > 0) {
        state.allotment_left = unit.left();
        state.allotment_left_at = world.now();
      }
      const double rate = (world.stage(id).*supply).per_second();
      const Time start = world.now();
      const Time at =
          rate > 0 ? start + Duration(static_cast<std::int64_t>(std::ceil(unit.seconds_at(rate)))) : Time::max();
      auto woke = co_await engine::first_of(engine::until(at), world.changed().next());
      if (woke.index() == 0) break;
      unit.spend(rate, world.now() - start);
    }
    engine::Pool& pool = *state.pool;
    if (pool.units() + units < 0) continue;  // no unit left to remove
    pool.add(units);
    world.record_units(id);
    if (units > 0) {
      world.unit_is_free(id);
    } else {
      world.circular_waits().look();
    }
  }
}

engine::Process replacement(World& world, StageId id, Duration length) {
  const bool comes = world.now() + length < world.end();
  if (comes) ++world.state(id).replacements;
  co_await engine::delay(length);
  if (comes) --world.state(id).replacements;
  world.state(id).pool->add(1);
  world.record_units(id);
  world.unit_is_free(id);
}

engine::Process meetings(World& world, std::size_t index) {
  for (;;) {
    const Time next = World::next_meeting(world.now() + Duration{1}, world.settings().boards[index].weekday);
    co_await engine::until(next);
    const Board& board = world.settings().boards[index];
    if (!board.active) continue;
    for (const StageId stage : board.stages) {
      for (auto& [number, household] : world.state(stage).residents) {
        const std::uint64_t bit = std::uint64_t{1} << index;
        if ((household->reviewed & bit) != 0) continue;
        household->reviewed |= bit;
        world.record(EventKind::Reviewed, *household, index);
        const double point = household->fate.uniform(Decision::Divert, index, household->reviews++);
        if (!household->sent_to.valid()) {
          const auto to = engine::weighted_choice(point, board.diverts.size(),
                                                  [&](std::size_t i) { return board.diverts[i].value(); });
          if (to) household->sent_to = StageId(*to);
        }
        if (!household->sent_to.valid()) {
          for (const ServiceId service : board.books) book(world, *household, service);
        }
        household->news.announce();
      }
    }
  }
}

}  // namespace trapphus::models
