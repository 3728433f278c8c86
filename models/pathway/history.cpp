// SPDX-License-Identifier: MIT
#include "models/pathway/history.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include "models/pathway/chain.hpp"
#include "models/pathway/comers.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {
namespace {

/// What is known of the households of a group in a stage when nobody has to wait.
struct Unhindered {
  double occupancy = 0;  ///< Households, in steady state.
  double inflow = 0;     ///< A second.
  double to_full = 0;    ///< Of these, a second, those who have done all for a stage that is full.
  double hazard = 0;     ///< A second, of all other ways out, weighted by inflow.
  bool closed = false;   ///< A plan leads to a stage without units.
};

double acute_arrivals(const Group& group) {
  return group.arrivals.per_second() * (group.at_risk ? group.at_risk->without.value() : 1.0);
}

Unhindered unhindered(const Settings& settings, StageId stage, GroupId id) {
  Unhindered sum;
  const Group& group = settings.groups[id.index()];
  for (const Profile& profile : profiles(settings)) {
    if (profile.group != id) continue;
    const Ways ways = ways_out(settings, profile, stage);
    for (const Plan& plan : ways.plans) sum.closed = sum.closed || plan.binding == BindingConstraint::Units;
    const double arrivals = acute_arrivals(group) * profile.weight;
    if (arrivals <= 0) continue;
    const Chain chain(settings, profile);
    const Eigen::VectorXd visits = chain.visits_with_returns(Chain::start(settings, id));
    const double inflow = arrivals * visits(static_cast<Eigen::Index>(stage.index()));
    const Sojourn& sojourn = chain.at(stage.index());
    sum.inflow += inflow;
    sum.occupancy += inflow * sojourn.seconds;
    for (const Hazard& hazard : ways.hazards) sum.hazard += inflow * hazard.per_second;
    for (const Way& way : sojourn.ways) {
      const bool planned = way.move.valid() && settings.moves[way.move.index()].kind == MoveKind::Planned;
      if (planned && begins_full(settings, way.to)) sum.to_full += inflow * way.probability;
    }
  }
  if (sum.inflow > 0) sum.hazard /= sum.inflow;
  return sum;
}

/// Whether a planned move leads from the stage to one that is full.
bool leads_to_full(const Settings& settings, const Initial& row) {
  return std::any_of(settings.moves.begin(), settings.moves.end(), [&](const Move& move) {
    return move.from == row.stage && move.kind == MoveKind::Planned && begins_full(settings, move.to);
  });
}

double mean_wait(const Settings& settings, const Initial& row) {
  if (!leads_to_full(settings, row)) return 0;
  const Unhindered free = unhindered(settings, row.stage, row.group);
  if (free.closed) return kWaitWithoutEnd;
  if (!(free.inflow > 0)) return row.elapsed ? kWaitWithoutEnd : 0;
  double living = 0;
  for (const Initial& other : settings.initial) {
    if (other.stage == row.stage && other.group == row.group) living += other.households;
  }
  const double waiting = living - free.occupancy;
  if (!(waiting > 0) || free.to_full <= 0) return 0;
  // Those who wait leave by the grant of a unit or by a hazard: waiting = to_full / (1 / wait + hazard).
  const double grants = free.to_full / waiting - free.hazard;
  return grants > 1 / kWaitWithoutEnd ? 1 / grants : kWaitWithoutEnd;
}

void set_history(std::vector<Alternative>& alternatives) {
  if (alternatives.empty()) return;
  auto history = std::make_shared<History>();
  history->settings = alternatives.front().epochs.front().settings;
  history->deciding = deciding_bits(history->settings);
  history->comers = comers(history->settings);
  for (const Initial& row : history->settings.initial) history->waits.push_back(mean_wait(history->settings, row));
  for (Alternative& alternative : alternatives) alternative.history = history;
}

}  // namespace

void set_history(Scenario& scenario) {
  set_history(scenario.alternatives);
  for (Case& assumptions : scenario.cases) set_history(assumptions.alternatives);
  if (!scenario.afterwards) return;
  set_history(scenario.afterwards->gone);
  set_history(scenario.afterwards->permanent);
}

}  // namespace trapphus::models
