// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <vector>

#include "engine/wait.hpp"
#include "models/price.hpp"
#include "models/processes.hpp"

namespace trapphus::models {

namespace {

/// What a ceiling allows in the part of its month or year that lies in the period: it accrues by day.
double allowed(const World& world, const Ceiling& ceiling, Time day) {
  const engine::Month month = engine::Month::of(day);
  const bool yearly = ceiling.amount.per == Per::Year;
  const engine::Month first = yearly ? engine::Month(month.year() * 12) : month;
  const engine::Month last = yearly ? engine::Month(month.year() * 12 + 11) : month;
  const auto covered = std::min(last.end(), world.end()) - std::max(first.begin(), world.options().from);
  const auto days = std::chrono::ceil<std::chrono::days>(covered).count();
  return per_day(ceiling.amount, month) * static_cast<double>(days);
}

}  // namespace

engine::Process timeline(World& world) {
  for (const Epoch& epoch : world.alternative().epochs) {
    if (epoch.from <= world.now() && &epoch != &world.alternative().epochs.front()) world.change_to(epoch.settings);
    if (epoch.from <= world.now()) continue;
    if (epoch.from >= world.end()) co_return;
    co_await engine::until(epoch.from, engine::Phase::Change);
    world.change_to(epoch.settings);
  }
}

/// Each midnight: what the day has cost, against what the month or year may cost.
engine::Process watch_ceilings(World& world) {
  std::vector<double> spent(world.settings().ceilings.size());
  Time midnight = std::chrono::floor<std::chrono::days>(world.now()) + kDay;
  engine::Month month = engine::Month::of(world.now());
  for (;; midnight += kDay) {
    co_await engine::until(midnight);
    const engine::Month now = engine::Month::of(midnight);
    bool changes = false;
    for (std::size_t i = 0; i < spent.size(); ++i) {
      const Ceiling& ceiling = world.settings().ceilings[i];
      for (const StageId stage : ceiling.stages) spent[i] += world.daily_cost(stage);
      const bool over = ceiling.amount.per == Per::Year ? now.year() != month.year() : now != month;
      if (over) spent[i] = 0;
      const bool refuses = ceiling.when_reached == WhenReached::Refuse && spent[i] >= allowed(world, ceiling, midnight);
      changes = changes || refuses != world.refuses(i);
      world.set_refusing(i, refuses);
    }
    month = now;
    if (changes) world.changed().announce();
  }
}

}  // namespace trapphus::models
