// SPDX-License-Identifier: MIT
#include "models/life/outlook.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/life/processes.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {

namespace {

/// Calls see(epoch, before) for the epochs that begin between now and the end; `before` is the one that they replace.
/// One that begins now counts, since households learn of it one after the other. Returns whether any call did.
template <class See>
bool any_later_epoch(const World& world, const See& see) {
  const Settings* before = &world.settings_of_night();
  for (const Epoch& epoch : world.alternative().epochs) {
    if (epoch.from < world.now() || epoch.from >= world.end()) continue;
    if (see(epoch, *before)) return true;
    before = &epoch.settings;
  }
  return false;
}

/// Allotments between the last one and the end of the period.
int allotments_to_come(World& world, StageId id) {
  const World::StageState& state = world.state(id);
  const auto& epochs = world.alternative().epochs;
  double units = -state.allotment_left;
  for (std::size_t i = 0; i < epochs.size(); ++i) {
    const Time from = std::max(i == 0 ? Time::min() : epochs[i].from, state.allotment_left_at);
    const Time to = i + 1 < epochs.size() ? std::min(epochs[i + 1].from, world.end()) : world.end();
    const double seconds = from < to ? static_cast<double>((to - from).count()) : 0;
    units += epochs[i].settings.stages[id.index()].allotted.per_second() * seconds;
  }
  constexpr double kRounding = 1e-6;
  return units < -kRounding ? 0 : 1 + static_cast<int>(std::floor(std::max(units, 0.0)));
}

bool opens(const Move& later, const Move& now) {
  if (later.exchange && !now.exchange) return true;
  const auto rises = [](const PerGroup<Rate>& a, const PerGroup<Rate>& b) {
    for (std::size_t g = 0; g < a.size(); ++g) {
      if (a[GroupId(g)].per_second() > 0 && b[GroupId(g)].per_second() <= 0) return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < later.effects.size(); ++i) {
    if (later.effects[i].factor > 0 && now.effects[i].factor <= 0) return true;
  }
  return rises(later.risk, now.risk) || rises(later.offers, now.offers) || rises(later.alone, now.alone);
}

}  // namespace

bool may_leave(World& world, StageId stage) {
  return any_later_epoch(world, [&](const Epoch& epoch, const Settings& before) {
    const auto& boards = epoch.settings.boards;
    if (std::any_of(boards.begin(), boards.end(), [&](const Board& board) {
          return board.active && std::find(board.stages.begin(), board.stages.end(), stage) != board.stages.end();
        }))
      return true;
    const auto& moves = world.moves_from(stage);
    return std::any_of(moves.begin(), moves.end(), [&](MoveId move) {
      return opens(epoch.settings.moves[move.index()], before.moves[move.index()]);
    });
  });
}

bool may_open(World& world, StageId id) {
  const World::StageState& state = world.state(id);
  const int more = allotments_to_come(world, id) + state.replacements;
  int units = state.pool->units();
  const auto is_open = [&] { return units + more > state.pool->held(); };
  const bool opens = is_open() || any_later_epoch(world, [&](const Epoch& epoch, const Settings& before) {
                       const auto& sets = epoch.sets_units;
                       const int wanted = *epoch.settings.stages[id.index()].units;
                       const bool set = std::find(sets.begin(), sets.end(), id) != sets.end();
                       units = std::max(set ? wanted : units + wanted - *before.stages[id.index()].units, 0);
                       const bool evicts = epoch.settings.stages[id.index()].evicts && units < state.lived_in;
                       return evicts || is_open();
                     });
  return opens || may_leave(world, id);
}

bool may_open(World& world, TeamId id) {
  const int held = world.state(id).cases->held();
  const auto opens = [&](const StaffTeam& team, Time when) {
    return world.now() < when && when < world.end() && caseload_places(team, present_fte(team, when)) > held;
  };
  const auto opens_at_any = [&](const Settings& settings, Time from) {
    const StaffTeam& team = settings.teams[id.index()];
    return opens(team, from) || std::any_of(team.vacancies.begin(), team.vacancies.end(), [&](const Vacancy& vacancy) {
             return (vacancy.from >= from && opens(team, vacancy.from)) ||
                    (vacancy.to >= from && opens(team, vacancy.to));
           });
  };
  const auto admits_without = [&](const Stage& later, const Stage& now) {
    return later.support && later.support->team == id && later.support->admission == Admission::Without &&
           now.support->admission == Admission::Wait;
  };
  return opens_at_any(world.settings(), world.now()) ||
         any_later_epoch(world, [&](const Epoch& epoch, const Settings& before) {
           if (opens_at_any(epoch.settings, epoch.from)) return true;
           for (std::size_t i = 0; i < before.stages.size(); ++i) {
             if (admits_without(epoch.settings.stages[i], before.stages[i])) return true;
           }
           return false;
         });
}

}  // namespace trapphus::models
