// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <vector>

#include "engine/process/wait.hpp"
#include "models/life/processes.hpp"
#include "models/staircase/price.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {

namespace {

/// Cost of a ceiling's stages since the beginning of the month or year, and the amount accrued up to now, in öre. The
/// amount accrues by night, as in the ledger: in proportion for a month covered in part, and after a change with the
/// amount that was in force at each night.
struct Spent {
  double cost = 0, accrued = 0;
};

/// Amount that accrues from this midnight to the end of the month or year, in öre.
double still_to_come(const World& world, const Ceiling& ceiling, Time midnight) {
  const engine::Month month = engine::Month::of(midnight);
  const engine::Month last = ceiling.amount.per == Per::Year ? engine::Month(month.year() * 12 + 11) : month;
  const auto nights = std::chrono::ceil<std::chrono::days>(std::min(last.end(), world.end()) - midnight).count();
  return per_day(ceiling.amount, month) * static_cast<double>(nights);
}

}  // namespace

engine::Process timeline(World& world) {
  for (const Epoch& epoch : world.alternative().epochs) {
    if (epoch.from <= world.now() && &epoch != &world.alternative().epochs.front()) world.change_to(epoch);
    if (epoch.from <= world.now()) continue;
    if (epoch.from >= world.end()) co_return;
    co_await engine::until(epoch.from, engine::Phase::Change);
    world.change_to(epoch);
  }
}

/// At each midnight adds the cost of the night and compares the sum with the amount of the month or year.
engine::Process watch_ceilings(World& world) {
  std::vector<Spent> spent(world.settings().ceilings.size());
  Time midnight = std::chrono::floor<std::chrono::days>(world.now()) + kDay;
  for (;; midnight += kDay) {
    co_await engine::until(midnight);
    const engine::Month before = engine::Month::of(midnight - kDay);  // a night belongs to the date before its midnight
    const engine::Month now = engine::Month::of(midnight);
    bool changes = false;
    for (std::size_t i = 0; i < spent.size(); ++i) {
      const Ceiling& of_night = world.settings_of_night().ceilings[i];
      for (const StageId stage : of_night.stages) spent[i].cost += world.daily_cost(stage);
      spent[i].accrued += per_day(of_night.amount, before);
      const Ceiling& ceiling = world.settings().ceilings[i];
      const bool over = ceiling.amount.per == Per::Year ? now.year() != before.year() : now != before;
      if (over) spent[i] = {};
      const double allowed = spent[i].accrued + still_to_come(world, ceiling, midnight);
      constexpr double kLessThanAnOre = 0.5;  // the ledger is in whole öre; sums of fractions have rounding errors
      const bool reached = spent[i].cost >= allowed - kLessThanAnOre;
      const bool refuses = ceiling.when_reached == WhenReached::Refuse && reached;
      changes = changes || refuses != world.refuses(i);
      world.set_refusing(i, refuses);
    }
    if (changes) world.changed().announce();
  }
}

}  // namespace trapphus::models
