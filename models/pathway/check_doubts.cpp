// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>

#include "models/pathway/checks.hpp"
#include "models/pathway/graph.hpp"

/// What can be run and is probably not meant.
namespace trapphus::models {
namespace {

bool any_group(const PerGroup<Share>& shares) {
  return std::any_of(shares.begin(), shares.end(), [](Share share) { return share.value() > 0; });
}

/// The services that something books, and those that must be finished before them.
std::vector<bool> booked_services(const Settings& settings) {
  std::vector<bool> booked(settings.services.size());
  std::function<void(ServiceId)> mark = [&](ServiceId id) {
    if (!id.valid() || booked[id.index()]) return;
    booked[id.index()] = true;
    for (const ServiceId before : settings.services[id.index()].after) mark(before);
  };
  const auto mark_all = [&mark](const std::vector<ServiceId>& services) {
    for (const ServiceId id : services) mark(id);
  };
  for (const Stage& stage : settings.stages) mark_all(stage.services);
  for (const Move& move : settings.moves) {
    mark_all(move.requirements);
    mark_all(move.after);
  }
  for (const Board& board : settings.boards) mark_all(board.books);
  for (const Group& group : settings.groups) {
    if (group.at_risk) mark(group.at_risk->visit);
  }
  return booked;
}

std::vector<bool> teams_with_work(const Settings& settings) {
  std::vector<bool> works(settings.teams.size());
  const std::vector<bool> booked = booked_services(settings);
  for (std::size_t i = 0; i < settings.services.size(); ++i) {
    if (booked[i]) works[settings.services[i].team.index()] = true;
  }
  for (const Stage& stage : settings.stages) {
    if (stage.support) works[stage.support->team.index()] = true;
    if (stage.relapse && stage.relapse->follow_up) works[stage.relapse->follow_up->team.index()] = true;
  }
  return works;
}

/// Plans between stages whose units are waited for; who waits keeps the unit that it has.
StageGraph waits_between_pools(const Settings& settings) {
  StageGraph graph(settings.stages.size());
  const auto is_waited_for = [&](StageId id) {
    const Stage& stage = settings.stages[id.index()];
    return stage.units && !stage.acute && !stage.when_full.valid();
  };
  for (const Move& move : settings.moves) {
    if (move.kind == MoveKind::Planned && !move.exchange && any_group(move.share) && is_waited_for(move.from) &&
        is_waited_for(move.to))
      boost::add_edge(move.from.index(), move.to.index(), graph);
  }
  return graph;
}

}  // namespace

void check_idle_teams(const Settings& settings, Findings& findings) {
  const std::vector<bool> works = teams_with_work(settings);
  for (std::size_t i = 0; i < works.size(); ++i) {
    const StaffTeam& team = settings.teams[i];
    if (works[i] || team.fte <= 0 || team.direct_hours <= 0) continue;
    findings.warning("staff." + team.name, {"pathway.team.idle", {{"team", team.name}}}, Persistence::Closed);
  }
}

void check_circular_waits(const Settings& settings, Findings& findings) {
  const StageGraph graph = waits_between_pools(settings);
  std::vector<bool> reported(settings.stages.size());
  for (std::size_t i = 0; i < reported.size(); ++i) {
    if (reported[i]) continue;
    const std::vector<bool> onward = reached_from(graph, {StageId(i)}), back = leading_to(graph, {StageId(i)});
    std::string names;
    std::size_t members = 0;
    for (std::size_t j = 0; j < reported.size(); ++j) {
      if (!onward[j] || !back[j]) continue;
      reported[j] = true;
      ++members;
      names += (names.empty() ? "" : ", ") + settings.stages[j].name;
    }
    if (members > 1) findings.warning(path_of(settings.stages[i]), {"pathway.waits.circle", {{"stages", names}}});
  }
}

std::vector<Finding> check_start(const Settings& settings) {
  if (!settings.initial.empty()) return {};
  std::string full;
  const PathwayLimits limits = pathway_limits(settings);
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const auto& units = settings.stages[i].units;
    if (!units || *units <= 0 || limits.stages[i].occupancy < *units) continue;
    full += (full.empty() ? "" : ", ") + settings.stages[i].name;
  }
  if (full.empty()) return {};
  return {{Finding::Severity::Warning, "initial", {"pathway.initial.empty", {{"stages", full}}}}};
}

}  // namespace trapphus::models
