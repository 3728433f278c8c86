// SPDX-License-Identifier: MIT
#include "models/studies/lever.hpp"

#include <algorithm>
#include <cmath>

#include "models/staircase/scenario.hpp"

namespace trapphus::models {
namespace {

constexpr double kMoreUnits = 1, kMoreFte = 0.5, kMoreAllotted = 1, kMoreBudget = 0.1, kMoreOffers = 0.1;

bool in_use(const Stage& stage) {
  return stage.units && (*stage.units > 0 || stage.allotted.per_second() > 0);
}

bool has_pool(const Alternative& alternative, std::size_t stage) {
  return ever(alternative, [stage](const Settings& settings) {
    const Stage& supply = settings.stages[stage];
    return in_use(supply) && !supply.acute;
  });
}

/// Whether apartments are allotted to the stage, or taken over without replacement.
bool may_be_allotted(const Alternative& alternative, std::size_t stage) {
  return ever(alternative, [stage](const Settings& settings) {
    const Stage& supply = settings.stages[stage];
    const auto takes_over = [stage](const Move& move) { return move.takeover && move.from == StageId(stage); };
    const bool used_up =
        !supply.replaced_after && std::any_of(settings.moves.begin(), settings.moves.end(), takes_over);
    return supply.kind == StageKind::Apartment && supply.units && (supply.allotted.per_second() > 0 || used_up);
  });
}

bool works_for_clients(const Settings& settings, TeamId team) {
  if (settings.teams[team.index()].direct_hours <= 0) return false;
  const auto does = [team](const Service& service) { return service.team == team; };
  const auto supports = [team](const Stage& stage) { return stage.support && stage.support->team == team; };
  return std::any_of(settings.services.begin(), settings.services.end(), does) ||
         std::any_of(settings.stages.begin(), settings.stages.end(), supports);
}

bool has_offers(const Settings& settings) {
  return std::any_of(settings.moves.begin(), settings.moves.end(),
                     [](const Move& move) { return move.kind == MoveKind::Offer; });
}

Rate more(Rate rate, double share) {
  return Rate::per(rate.per_year() * (1 + share), engine::kYear);
}

void offer_more(Settings& settings, double share) {
  for (Move& move : settings.moves) {
    if (move.kind != MoveKind::Offer) continue;
    for (std::size_t g = 0; g < move.offers.size(); ++g) move.offers[GroupId(g)] = more(move.offers[GroupId(g)], share);
    for (std::size_t g = 0; g < move.alone.size(); ++g) move.alone[GroupId(g)] = more(move.alone[GroupId(g)], share);
  }
}

void pull(Settings& settings, const Lever& lever) {
  switch (lever.kind) {
    case LeverKind::Units: {
      Stage& stage = settings.stages[lever.subject];
      if (in_use(stage)) stage.units = *stage.units + static_cast<int>(std::lround(lever.step));
      return;
    }
    case LeverKind::Staff:
      settings.teams[lever.subject].fte += lever.step;
      return;
    case LeverKind::Allotments: {
      Rate& allotted = settings.stages[lever.subject].allotted;
      allotted = Rate::per(allotted.per_year() + lever.step, engine::kYear);
      return;
    }
    case LeverKind::Budget: {
      Money& amount = settings.ceilings[lever.subject].amount.amount;
      amount = Money::ore(std::llround(static_cast<double>(amount.in_ore()) * (1 + lever.step)));
      return;
    }
    case LeverKind::Market:
      offer_more(settings, lever.step);
      return;
  }
}

}  // namespace

std::vector<Lever> levers(const Alternative& alternative) {
  const Settings& settings = alternative.epochs.front().settings;
  std::vector<Lever> all;
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    if (has_pool(alternative, i)) all.push_back({LeverKind::Units, i, kMoreUnits});
  }
  for (std::size_t i = 0; i < settings.teams.size(); ++i) {
    if (ever(alternative, [i](const Settings& epoch) { return works_for_clients(epoch, TeamId(i)); })) {
      all.push_back({LeverKind::Staff, i, kMoreFte});
    }
  }
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    if (may_be_allotted(alternative, i)) all.push_back({LeverKind::Allotments, i, kMoreAllotted});
  }
  for (std::size_t i = 0; i < settings.ceilings.size(); ++i) {
    const auto refuses = [i](const Settings& epoch) { return epoch.ceilings[i].when_reached == WhenReached::Refuse; };
    if (ever(alternative, refuses)) all.push_back({LeverKind::Budget, i, kMoreBudget});
  }
  if (ever(alternative, has_offers)) all.push_back({LeverKind::Market, 0, kMoreOffers});
  return all;
}

Alternative pulled(Alternative alternative, const Lever& lever) {
  for (Epoch& epoch : alternative.epochs) pull(epoch.settings, lever);
  return alternative;
}

std::string path_of(const Settings& settings, const Lever& lever) {
  switch (lever.kind) {
    case LeverKind::Units:
      return "stages." + settings.stages[lever.subject].name + ".units";
    case LeverKind::Staff:
      return "staff." + settings.teams[lever.subject].name + ".fte";
    case LeverKind::Allotments:
      return "stages." + settings.stages[lever.subject].name + ".allotted";
    case LeverKind::Budget:
      return "ceilings." + settings.ceilings[lever.subject].name + ".amount";
    case LeverKind::Market:
      break;
  }
  return "moves.*.offers";
}

}  // namespace trapphus::models
