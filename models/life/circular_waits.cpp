// SPDX-License-Identifier: MIT
#include "models/life/circular_waits.hpp"

#include <algorithm>

#include "models/life/outlook.hpp"
#include "models/life/visit.hpp"
#include "models/life/world.hpp"

namespace trapphus::models {

CircularWaits::Wait::Wait(CircularWaits& waits, Household& household, const Visit& visit)
    : waits_(waits), household_(household) {
  if (!household.unit && !household.place) return;
  using Claim = Visit::Claim;
  const Claim claim = visit.claim();
  Kind kind{household.state.stage, bool(household.place), {}, {}};
  if (claim == Claim::None) {
    kind.place_of = visit.queues_for();
    if (!kind.place_of.valid()) return;
  } else {
    const bool needs_place = claim != Claim::Unit;
    if (claim != Claim::Place) kind.unit_of = visit.to();
    if (needs_place) kind.place_of = waits.world_.stage(visit.to()).support->team;
    if (visit.exchanges()) {
      const Exchanger exchanger{&household, visit.to(), needs_place, visit.turn()};
      if (waits.exchange(exchanger)) return;
      listed_ = true;
      waits.exchangers_.push_back(exchanger);
    }
  }
  if (!visit.only_claim()) return;
  counted_ = true;
  kind_ = waits.kind_of(kind);
  ++waits.kinds_[kind_].waiting;
  ++waits.counted_;
  waits.look();
}

CircularWaits::Wait::~Wait() {
  if (counted_) {
    --waits_.kinds_[kind_].waiting;
    --waits_.counted_;
  }
  if (listed_) {
    std::erase_if(waits_.exchangers_, [&](const Exchanger& one) { return one.household == &household_; });
  }
}

std::size_t CircularWaits::kind_of(const Kind& kind) {
  const auto same = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& other) {
    return other.from == kind.from && other.holds_place == kind.holds_place && other.unit_of == kind.unit_of &&
           other.place_of == kind.place_of;
  });
  if (same != kinds_.end()) return static_cast<std::size_t>(same - kinds_.begin());
  kinds_.push_back(kind);
  return kinds_.size() - 1;
}

bool CircularWaits::is_stuck(const Kind& kind, const Locked& locked) const {
  return (kind.unit_of.valid() && locked.stages[kind.unit_of.index()]) ||
         (kind.place_of.valid() && locked.teams[kind.place_of.index()]);
}

bool CircularWaits::supports(TeamId team, const Kind& kind) const {
  return kind.holds_place && world_.stage(kind.from).support->team == team;
}

/// Whether households that cannot move hold all units of the stage, now and for the rest of the period.
bool CircularWaits::holds(StageId id, const Locked& locked) const {
  const auto& pool = world_.state(id).pool;
  if (!pool || pool->held() == 0 || pool->held() < pool->units()) return false;
  int stuck = 0;
  for (const Kind& kind : kinds_) {
    if (kind.from == id && is_stuck(kind, locked)) stuck += kind.waiting;
  }
  return stuck == pool->held() && !may_open(world_, id);
}

bool CircularWaits::holds(TeamId id, const Locked& locked) const {
  const auto& cases = world_.state(id).cases;
  if (!cases || cases->held() == 0 || cases->held() < cases->units()) return false;
  int stuck = 0;
  for (const Kind& kind : kinds_) {
    if (!supports(id, kind) || !is_stuck(kind, locked)) continue;
    stuck += kind.waiting;
    if (kind.waiting > 0 && may_leave(world_, kind.from)) return false;
  }
  return stuck == cases->held() && !may_open(world_, id);
}

/// The greatest set of stages and teams that hold each other.
void CircularWaits::look() {
  if (counted_ == 0) return;
  const Settings& settings = world_.settings();
  Locked locked{std::vector<bool>(settings.stages.size(), true), std::vector<bool>(settings.teams.size(), true)};
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < locked.stages.size(); ++i) {
      if (!locked.stages[i] || holds(StageId(i), locked)) continue;
      locked.stages[i] = false;
      changed = true;
    }
    for (std::size_t i = 0; i < locked.teams.size(); ++i) {
      if (!locked.teams[i] || holds(TeamId(i), locked)) continue;
      locked.teams[i] = false;
      changed = true;
    }
  }
  std::vector<bool> takes_part = locked.stages;
  for (const Kind& kind : kinds_) {
    const bool keeps = kind.holds_place && locked.teams[world_.stage(kind.from).support->team.index()];
    if (keeps && kind.waiting > 0) takes_part[kind.from.index()] = true;
  }
  std::vector<StageId> stages;
  for (std::size_t i = 0; i < takes_part.size(); ++i) {
    if (takes_part[i]) stages.emplace_back(i);
  }
  if (!stages.empty() && recorded_.insert(stages).second) world_.record_circular_wait(stages);
}

}  // namespace trapphus::models
