// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/life/world.hpp"
#include "models/staircase/price.hpp"

/// Claims of units and caseload places, and their order.
namespace trapphus::models {

namespace {

/// Priority of a claim, smallest first: the turn in the lower bits, the class above.
std::int64_t priority(std::int64_t priority_class, std::uint64_t turn) {
  constexpr std::int64_t kTurns = std::int64_t{1} << 28;  // leaves 35 bits for the class: seconds of 1 000 years
  return priority_class * kTurns + static_cast<std::int64_t>(turn % kTurns);
}

}  // namespace

std::int64_t World::priority_in(StageId id, const Household& household, std::uint64_t turn) const {
  std::int64_t priority_class = 0;
  switch (stage(id).allocation) {
    case Allocation::Queue:
      break;
    case Allocation::LongestHomeless:
      priority_class = household.homeless_since.time_since_epoch().count();
      break;
    case Allocation::ChildrenFirst:
      priority_class = household.state.children > 0 ? 0 : 1;
      break;
    case Allocation::CostliestFirst: {
      const ClientState& client = household.state;
      const bool placed = client.stage.valid() && stage(client.stage).kind == StageKind::Placement;
      const double price =
          placed ? per_average_day(placement_price(stage(client.stage), client.form, client.group)) : 0.0;
      constexpr double kDearest = 4e6;  // öre a day; 40 000 SEK
      priority_class = static_cast<std::int64_t>(kDearest - std::min(price, kDearest));
      break;
    }
  }
  return priority(priority_class, turn);
}

engine::Pool::Claim World::claim_unit(const Household& household, StageId id, std::uint64_t turn) {
  return state(id).pool->claim(priority_in(id, household, turn), line(household, id));
}

engine::Pool::JointClaim World::claim_both(const Household& household, StageId id, std::uint64_t turn) {
  return {*state(id).pool, priority_in(id, household, turn), line(household, id), priority(0, turn)};
}

engine::Pool::Claim World::claim_place(TeamId team, int priority_class, std::uint64_t turn) {
  return state(team).cases->claim(priority(priority_class, turn));
}

bool World::keeps_place(const Household& household, StageId to) const {
  const StageId from = household.state.stage;
  if (!household.place || !from.valid()) return false;
  const auto& now = stage(from).support;
  const auto& next = stage(to).support;
  return now && next && now->team == next->team;
}

}  // namespace trapphus::models
