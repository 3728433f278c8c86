// SPDX-License-Identifier: MIT
#include "models/life/circular_waits.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "models/life/visit.hpp"
#include "models/life/world.hpp"

namespace trapphus::models {

CircularWaits::CircularWaits(World& world)
    : world_(world),
      in_circle_(world.settings().stages.size()),
      waiting_(in_circle_.size(), std::vector<int>(in_circle_.size())),
      exchangers_(in_circle_.size()) {
  // Warshall's transitive closure of the planned moves between limited stages.
  const std::size_t count = in_circle_.size();
  std::vector<std::vector<bool>> leads(count, std::vector<bool>(count));
  for (const Move& move : world.settings().moves) {
    const bool limited = world.state(move.from).pool && world.state(move.to).pool;
    if (move.kind == MoveKind::Planned && limited) leads[move.from.index()][move.to.index()] = true;
  }
  for (std::size_t k = 0; k < count; ++k) {
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; leads[i][k] && j < count; ++j) leads[i][j] = leads[i][j] || leads[k][j];
    }
  }
  for (std::size_t i = 0; i < count; ++i) in_circle_[i] = leads[i][i];
}

CircularWaits::Wait::Wait(CircularWaits& waits, Household& household, const Visit& visit)
    : waits_(waits), household_(household), from_(household.state.stage), to_(visit.to()) {
  if (!from_.valid() || !waits.in_circle_[from_.index()]) return;
  if (visit.exchanges()) {
    if (waits.exchange(household, from_, to_)) return;
    listed_ = true;
    waits.exchangers_[from_.index()].push_back({&household, to_, visit.turn()});
  }
  if (!visit.only_unit()) return;
  counted_ = true;
  ++waits.waiting_[from_.index()][to_.index()];
  waits.look_for_circle(from_);
}

CircularWaits::Wait::~Wait() {
  if (counted_) --waits_.waiting_[from_.index()][to_.index()];
  if (listed_) {
    std::erase_if(waits_.exchangers_[from_.index()],
                  [&](const Exchanger& one) { return one.household == &household_; });
  }
}

/// Units that are reserved for groups go to households of the same group only.
bool CircularWaits::may_take_part(const Household& household, StageId stage, const Household& first) const {
  return household.unit && (!world_.state(stage).lines_by_group || household.group() == first.group());
}

/// The shortest circle of stages in which a household of each waits for a unit of the next; of those who wait for the
/// same stage, the one that has waited longest.
bool CircularWaits::exchange(Household& household, StageId from, StageId to) {
  if (!may_take_part(household, from, household)) return false;
  struct Step {
    Household* household = nullptr;
    StageId stage;
  };
  std::vector<Step> came_by(exchangers_.size());  // to the stage: who would leave which
  std::vector<StageId> reached{to};
  for (std::size_t i = 0; i < reached.size() && !came_by[from.index()].household; ++i) {
    const StageId stage = reached[i];
    const Exchanger* chosen = nullptr;
    for (std::size_t next = 0; next < came_by.size(); ++next) {
      if (came_by[next].household || StageId(next) == to) continue;
      chosen = nullptr;
      for (const Exchanger& one : exchangers_[stage.index()]) {
        const bool fits = one.to == StageId(next) && !one.household->next_unit;
        if (fits && may_take_part(*one.household, stage, household) && (!chosen || one.turn < chosen->turn))
          chosen = &one;
      }
      if (!chosen) continue;
      came_by[next] = {chosen->household, stage};
      reached.emplace_back(next);
    }
  }
  if (!came_by[from.index()].household) return false;
  // Backwards from the first household's unit: each gets the unit of the one whose stage it goes to.
  engine::Grant unit = std::move(household.unit);
  for (StageId stage = from; stage != to;) {
    const Step& step = came_by[stage.index()];
    step.household->next_unit = std::exchange(unit, std::move(step.household->unit));
    step.household->news.announce();
    stage = step.stage;
  }
  household.next_unit = std::move(unit);
  return true;
}

/// All units of the stage are held by households that wait for a unit of these stages, and no others come.
bool CircularWaits::locked(StageId id, const std::vector<bool>& among) const {
  const engine::Pool& pool = *world_.state(id).pool;
  if (pool.held() == 0 || pool.held() < pool.units() || world_.stage(id).allotted.per_second() > 0) return false;
  int waiting = 0;
  for (std::size_t to = 0; to < among.size(); ++to) waiting += among[to] ? waiting_[id.index()][to] : 0;
  return waiting == pool.held();
}

void CircularWaits::look_for_circle(StageId stage) {
  std::vector<bool> among = in_circle_;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < among.size(); ++i) {
      if (!among[i] || locked(StageId(i), among)) continue;
      among[i] = false;
      changed = true;
    }
  }
  if (!among[stage.index()]) return;
  std::vector<StageId> stages;
  for (std::size_t i = 0; i < among.size(); ++i) {
    if (among[i]) stages.emplace_back(i);
  }
  if (recorded_.insert(stages).second) world_.record_circular_wait(stages);
}

}  // namespace trapphus::models
