// SPDX-License-Identifier: MIT
#include "models/pathway/ways.hpp"

#include <algorithm>
#include <numeric>

namespace trapphus::models {
namespace {

double share_with(const Group& group, AttributeId attribute) {
  return attribute.index() < group.attributes.size() ? group.attributes[attribute.index()].value() : 0;
}

std::vector<Profile> profiles_of(const Settings& settings, GroupId group, const std::vector<AttributeId>& deciding) {
  std::vector<Profile> all{{group, std::vector<bool>(settings.attributes.size()), 1}};
  for (const AttributeId attribute : deciding) {
    const double share = share_with(settings.groups[group.index()], attribute);
    for (std::size_t i = 0, old = all.size(); i < old; ++i) {
      Profile with = all[i];
      with.has[attribute.index()] = true;
      with.weight *= share;
      all[i].weight *= 1 - share;
      all.push_back(std::move(with));
    }
    std::erase_if(all, [](const Profile& profile) { return profile.weight <= 0; });
  }
  return all;
}

/// `depth` ends the search where services wait for each other in a circle, which the check reports.
bool can_finish_one(const Settings& settings, const Profile& profile, ServiceId id, std::size_t depth) {
  const Service& service = settings.services[id.index()];
  if (!meets(profile, service.only_if)) return true;
  if (depth == 0 || hours_a_year(settings.teams[service.team.index()]) <= 0) return false;
  return std::all_of(service.after.begin(), service.after.end(),
                     [&](ServiceId before) { return can_finish_one(settings, profile, before, depth - 1); });
}

void add_plan(const Settings& settings, const Profile& profile, MoveId id, double kept, Ways& ways) {
  const Move& move = settings.moves[id.index()];
  const double share = value_for(move.share, profile.group).value() * kept;
  if (share <= 0) return;
  Plan plan{id, move.to, share, value_for(move.stay, profile.group), BindingConstraint::None};
  if (has_no_units(settings.stages[move.to.index()], profile.group)) plan.binding = BindingConstraint::Units;
  if (!can_finish(settings, profile, move.requirements)) plan.binding = BindingConstraint::Staff;
  ways.plans.push_back(std::move(plan));
}

Rate rate_of(const Settings& settings, const Profile& profile, const Move& move) {
  if (move.kind == MoveKind::Risk) return value_for(move.risk, profile.group);
  if (!can_finish(settings, profile, move.requirements)) return {};
  return value_for(can_finish(settings, profile, move.after) ? move.offers : move.alone, profile.group);
}

/// Offers that come only when the household is ready, as if they came at an even rate with the same mean time.
void delay_offers(const Settings& settings, const Stage& from, GroupId group, Ways& ways) {
  const double delay = value_for(from.ready_after, group).mean();
  const auto is_offer = [&](const Hazard& way) { return settings.moves[way.move.index()].kind == MoveKind::Offer; };
  double all = 0;
  for (const Hazard& way : ways.hazards) all += is_offer(way) ? way.per_second : 0;
  for (Hazard& way : ways.hazards) {
    if (is_offer(way)) way.per_second /= 1 + all * delay;
  }
}

/// What the weekly meeting sends elsewhere; returns the share that it leaves where it is.
double add_boards(const Settings& settings, StageId stage, Ways& ways) {
  double kept = 1;
  for (const Board& board : settings.boards) {
    if (!board.active || std::find(board.stages.begin(), board.stages.end(), stage) == board.stages.end()) continue;
    double sent = 0;
    for (std::size_t to = 0; to < board.diverts.size(); ++to) {
      const double share = board.diverts[to].value();
      if (share <= 0) continue;
      // Households come on any day of the week, and the meeting is once a week.
      const auto week = static_cast<double>(engine::kWeek.count());
      ways.plans.push_back(
          {MoveId(), StageId(to), share * kept, Distribution::uniform(0, week), BindingConstraint::None});
      sent += share;
    }
    kept *= std::max(0.0, 1 - sent);
  }
  return kept;
}

}  // namespace

std::vector<AttributeId> deciding_attributes(const Settings& settings) {
  std::vector<bool> asked(settings.attributes.size());
  const auto note = [&asked](const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions) asked[condition.attribute.index()] = true;
  };
  for (const Move& move : settings.moves) note(move.only_if);
  for (const Service& service : settings.services) note(service.only_if);
  std::vector<AttributeId> deciding;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (asked[i]) deciding.emplace_back(i);
  }
  return deciding;
}

std::vector<Profile> profiles(const Settings& settings) {
  std::vector<AttributeId> deciding = deciding_attributes(settings);
  deciding.resize(std::min(deciding.size(), kMostAttributes));
  std::vector<Profile> all;
  for (std::size_t i = 0; i < settings.groups.size(); ++i) {
    const std::vector<Profile> some = profiles_of(settings, GroupId(i), deciding);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

bool meets(const Profile& profile, const std::vector<Condition>& conditions) {
  return std::all_of(conditions.begin(), conditions.end(), [&profile](const Condition& condition) {
    return profile.has[condition.attribute.index()] == condition.wanted;
  });
}

double hours_a_year(const StaffTeam& team) {
  return std::max(0.0, team.fte) * team.direct_hours * (1 - team.absence) * engine::kWeeksAYear;
}

bool can_finish(const Settings& settings, const Profile& profile, const std::vector<ServiceId>& services) {
  return std::all_of(services.begin(), services.end(), [&](ServiceId service) {
    return can_finish_one(settings, profile, service, settings.services.size());
  });
}

bool has_no_units(const Stage& stage, GroupId group) {
  if (!stage.units || stage.when_full.valid() || stage.allotted.per_second() > 0) return false;
  const int reserved = std::accumulate(stage.reserved.begin(), stage.reserved.end(), 0);
  return *stage.units - reserved + value_for(stage.reserved, group) <= 0;
}

Ways ways_out(const Settings& settings, const Profile& profile, StageId stage) {
  Ways ways;
  const double kept = add_boards(settings, stage, ways);
  for (std::size_t i = 0; i < settings.moves.size(); ++i) {
    const Move& move = settings.moves[i];
    if (move.from != stage || !value_for(move.allowed, profile.group, true) || !meets(profile, move.only_if)) continue;
    if (move.kind == MoveKind::Planned) {
      add_plan(settings, profile, MoveId(i), kept, ways);
    } else if (const double rate = rate_of(settings, profile, move).per_second(); rate > 0) {
      ways.hazards.push_back({MoveId(i), move.to, rate});
    }
  }
  const Stage& from = settings.stages[stage.index()];
  delay_offers(settings, from, profile.group, ways);
  if (from.at_most && from.then.valid()) {
    ways.at_most = from.at_most;
    ways.then = from.then;
  }
  return ways;
}

}  // namespace trapphus::models
