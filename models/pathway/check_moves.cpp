// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/pathway/checks.hpp"

namespace trapphus::models {
namespace {

void check_takeover(const Settings& settings, const Move& move, Findings& findings) {
  if (!move.takeover) return;
  const Stage &from = stage_of(settings, move.from), &to = stage_of(settings, move.to);
  const std::string path = path_of(settings, move) + ".takeover";
  if (from.kind != StageKind::Apartment) return;  // a rule of its own
  if (to.kind != StageKind::Exit) {
    findings.error(path, {"pathway.takeover.exit", {{"stage", to.name}}});
  } else if (from.allotted.per_second() <= 0 && !from.replaced_after) {
    findings.warning(path, {"pathway.takeover.runs_empty", {{"stage", from.name}}});
  }
}

void check_market(const Settings& settings, const Move& move, Findings& findings) {
  if (move.kind != MoveKind::Offer || move.after.empty()) return;
  for (std::size_t g = 0; g < settings.groups.size(); ++g) {
    if (value_for(move.offers, GroupId(g)) >= value_for(move.alone, GroupId(g))) continue;
    findings.warning(path_of(settings, move) + ".offers",
                     {"pathway.offers.fewer", {{"group", settings.groups[g].name}}});
  }
}

/// Marks what a service waits for, directly or through others.
void mark_former(const Settings& settings, std::size_t service, std::vector<bool>& former) {
  for (const ServiceId before : settings.services[service].after) {
    if (former[before.index()]) continue;
    former[before.index()] = true;
    mark_former(settings, before.index(), former);
  }
}

/// Services that wait for each other, each through the others.
void check_circles(const Settings& settings, Findings& findings) {
  const std::size_t count = settings.services.size();
  std::vector<std::vector<bool>> former(count, std::vector<bool>(count));
  for (std::size_t i = 0; i < count; ++i) mark_former(settings, i, former[i]);
  std::vector<bool> reported(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (!former[i][i] || reported[i]) continue;
    std::string names;
    std::size_t members = 0;
    for (std::size_t j = i; j < count; ++j) {
      if (!former[i][j] || !former[j][i]) continue;
      reported[j] = true;
      ++members;
      names += settings.services[j].name + ", ";
    }
    if (members == 1) continue;  // a rule of its own
    findings.error("services." + settings.services[i].name + ".after",
                   {"pathway.services.circle", {{"services", names}}});
  }
}

bool contains(const std::vector<ServiceId>& services, ServiceId id) {
  return std::find(services.begin(), services.end(), id) != services.end();
}

bool any_board_books(const Settings& settings, ServiceId id) {
  return std::any_of(settings.boards.begin(), settings.boards.end(),
                     [id](const Board& board) { return contains(board.books, id); });
}

/// A service that is to reach only some, and that nothing else books for the others. A visit of those at risk is not
/// waited for.
void check_reached(const Settings& settings, ServiceId id, Findings& findings) {
  const Service& service = settings.services[id.index()];
  Share least(1);
  for (std::size_t g = 0; g < settings.groups.size(); ++g) {
    least = std::min(least, value_for(service.reached, GroupId(g), Share(1)));
  }
  for (const auto& share : service.reached_in) least = std::min(least, share.value_or(Share(1)));
  if (least >= Share(1) || any_board_books(settings, id)) return;
  const auto asks = [&](const std::vector<ServiceId> Move::*list) {
    return std::find_if(settings.moves.begin(), settings.moves.end(),
                        [&](const Move& move) { return contains(move.*list, id); });
  };
  const auto requires_it = asks(&Move::requirements), follows_it = asks(&Move::after);
  if (requires_it == settings.moves.end() && follows_it == settings.moves.end()) return;
  const Phrase and_wait = requires_it == settings.moves.end()
                              ? Phrase()
                              : Phrase{"pathway.services.wait_for_ever", {{"move", path_of(settings, *requires_it)}}};
  findings.warning("services." + service.name + ".reached",
                   {"pathway.services.not_reached",
                    {{"service", service.name}, {"share", percent(least.value())}, {"waiting", and_wait}}});
}

}  // namespace

void check_moves(const Settings& settings, Findings& findings) {
  for (const Move& move : settings.moves) {
    check_takeover(settings, move, findings);
    check_market(settings, move, findings);
  }
}

void check_services(const Settings& settings, Findings& findings) {
  check_circles(settings, findings);
  for (std::size_t i = 0; i < settings.services.size(); ++i) check_reached(settings, ServiceId(i), findings);
  for (const StaffTeam& team : settings.teams) {
    const double cases = team.caseload * team.fte;
    if (team.caseload > 0 && team.fte > 0 && cases < 1) {
      findings.warning("staff." + team.name + ".caseload", {"pathway.team.less_than_a_case", {{"team", team.name}}});
    }
  }
}

}  // namespace trapphus::models
