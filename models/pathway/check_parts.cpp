// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/pathway/checks.hpp"

namespace trapphus::models {
namespace {

double sum(const std::vector<Share>& shares) {
  return std::accumulate(shares.begin(), shares.end(), 0.0, [](double a, Share share) { return a + share.value(); });
}

const Stage& stage_of(const Settings& settings, StageId id) {
  return settings.stages[id.index()];
}
bool is_exit(const Settings& settings, StageId id) {
  return stage_of(settings, id).kind == StageKind::Exit;
}

void check_entry(const Settings& settings, GroupId id, const Stage& stage, Findings& findings) {
  const std::string& name = settings.groups[id.index()].name;
  const std::string path = "groups." + name + ".enters";
  if (stage.kind == StageKind::Exit) {
    findings.error(
        path, {"{} cannot enter {}, which is an exit; let them enter a placement, an apartment or a waiting stage"_p,
               name, stage.name});
  } else if (has_no_units(stage, id)) {
    findings.error(path,
                   {"{} enter {}, which has no unit for them and is allotted none; give it units"_p, name, stage.name});
  }
}

void check_entries(const Settings& settings, GroupId id, Findings& findings) {
  const Group& group = settings.groups[id.index()];
  const double total = sum(group.enters);
  // A group that only lives here when the period begins needs no entry.
  const bool comes = group.arrivals.per_second() > 0 || total > 0;
  if (comes && std::abs(total - 1) > kShareTolerance) {
    findings.error("groups." + group.name + ".enters",
                   {"the shares of where {} enter sum to {}; they must sum to 100 %"_p, group.name, percent(total)});
  }
  for (std::size_t i = 0; i < group.enters.size(); ++i) {
    if (group.enters[i].value() > 0) check_entry(settings, id, settings.stages[i], findings);
  }
}

void check_forms(const Settings& settings, const Stage& stage, Findings& findings) {
  if (stage.forms.empty()) return;
  for (std::size_t g = 0; g < settings.groups.size(); ++g) {
    double total = 0;
    for (const Form& form : stage.forms) total += value_for(form.share, GroupId(g)).value();
    if (std::abs(total - 1) <= kShareTolerance) continue;
    findings.error(path_of(stage) + ".forms",
                   {"the shares of the forms of {} sum to {} for {}; they must sum to 100 %"_p, stage.name,
                    percent(total), settings.groups[g].name});
  }
}

void check_units(const Stage& stage, Findings& findings) {
  if (!stage.units) return;
  const int reserved = std::accumulate(stage.reserved.begin(), stage.reserved.end(), 0);
  if (reserved > *stage.units) {
    findings.error(path_of(stage) + ".reserved",
                   {"{} units of {} are reserved, but it has {}; reserve fewer, or add units"_p, reserved, stage.name,
                    *stage.units});
  }
}

void check_longest_stay(const Settings& settings, StageId self, Findings& findings) {
  const Stage& stage = settings.stages[self.index()];
  if (stage.at_most && !stage.then.valid()) {
    findings.error(
        path_of(stage) + ".at_most",
        {"nobody may stay in {} longer than this, but it is not said where they go; add `then`"_p, stage.name});
  }
  if (stage.evicts && !stage.then.valid()) {
    findings.error(
        path_of(stage) + ".evicts",
        {"tenants of {} are evicted when units are lost, but it is not said where to; add `then`"_p, stage.name});
  }
  if (stage.then == self) {
    findings.error(path_of(stage) + ".then",
                   {"after the longest stay in {} households cannot go to the same stage; name another"_p, stage.name});
  }
}

void check_marks(const Stage& stage, Findings& findings) {
  const bool exit = stage.kind == StageKind::Exit;
  if (!exit && (stage.home || stage.first_hand)) {
    findings.error(path_of(stage),
                   {"{} is marked as a home of one's own, but is no exit; use `kind: exit`"_p, stage.name});
  }
  if (exit && stage.first_hand && !stage.home) {
    findings.error(path_of(stage) + ".first_hand",
                   {"a first-hand contract is a home of one's own: mark {} with `home: yes` too"_p, stage.name});
  }
  if (stage.acute && stage.kind != StageKind::Placement) {
    findings.error(path_of(stage) + ".acute", {"{} is marked acute, but only placements can be"_p, stage.name});
  }
  if (!exit && stage.relapse) {
    findings.error(
        path_of(stage) + ".relapse",
        {"only from an exit do households come back; for {} write a move with a risk instead"_p, stage.name});
  }
}

void check_relapse(const Settings& settings, const Stage& stage, Findings& findings) {
  if (!stage.relapse) return;
  if (stage.relapse->to.valid() && is_exit(settings, stage.relapse->to)) {
    findings.error(path_of(stage) + ".relapse", "a household that comes back cannot come to an exit; name a stage"_p);
  }
}

/// Time until it is ready for an offer, where none is made.
void check_ready_after(const Settings& settings, StageId id, Findings& findings) {
  const Stage& stage = stage_of(settings, id);
  const auto waits = [](const Distribution& length) { return length.mean() > 0; };
  if (!std::any_of(stage.ready_after.begin(), stage.ready_after.end(), waits)) return;
  const auto offered = [&](const Move& move) { return move.from == id && move.kind == MoveKind::Offer; };
  if (std::any_of(settings.moves.begin(), settings.moves.end(), offered)) return;
  findings.warning(
      path_of(stage) + ".ready_after",
      {"nothing is offered to those in {}, so it changes nothing; add a move with `offers`"_p, stage.name});
}

/// Who comes back without being told where must enter somewhere.
void check_return(const Settings& settings, const Stage& stage, Findings& findings) {
  if (!stage.relapse || stage.relapse->to.valid()) return;
  for (std::size_t i = 0; i < settings.groups.size(); ++i) {
    const Group& group = settings.groups[i];
    if (sum(group.enters) > 0 || value_for(stage.relapse->rate, GroupId(i)).per_second() <= 0) continue;
    findings.error(path_of(stage) + ".relapse",
                   {"{} who come back from {} have nowhere to go, because they enter no stage; add `to`"_p, group.name,
                    stage.name});
  }
}

void check_initial(const Settings& settings, Findings& findings) {
  std::vector<int> living(settings.stages.size());
  for (const Initial& initial : settings.initial) {
    const Stage& stage = stage_of(settings, initial.stage);
    living[initial.stage.index()] += initial.households;
    if (stage.kind == StageKind::Exit) {
      findings.error("initial", {"nobody can live in {} at the beginning: it is an exit"_p, stage.name});
    }
  }
  for (std::size_t i = 0; i < living.size(); ++i) {
    const Stage& stage = settings.stages[i];
    if (!stage.units || living[i] <= *stage.units) continue;
    findings.warning(
        "initial." + stage.name,
        {"{} households live in {} at the beginning, but it has {} units: the first who leave are not replaced"_p,
         living[i], stage.name, *stage.units});
  }
}

}  // namespace

void check_names(const Settings& settings, Findings& findings) {
  for (const Stage& stage : settings.stages) {
    if (stage.name == "acute") {
      findings.error(path_of(stage),
                     "a stage cannot be called acute, because households.acute counts all acute "
                     "placements; choose another name"_p);
    }
    if (stage.line == "total") {
      findings.error(path_of(stage) + ".line", "a cost line cannot be called total; choose another name"_p);
    }
    for (const Service& service : settings.services) {
      if (service.name != stage.name) continue;
      findings.error("services." + service.name,
                     {"a service and a stage are both called {}, and waiting.{} would mean both; rename one"_p,
                      service.name, service.name});
    }
  }
  for (const FixedCost& cost : settings.costs) {
    if (cost.line != "total") continue;
    findings.error("costs." + cost.name + ".line", "a cost line cannot be called total; choose another name"_p);
  }
  if (deciding_attributes(settings).size() > kMostAttributes) {
    findings.error("attributes",
                   {"more than {} attributes decide over moves and services; use fewer"_p, kMostAttributes});
  }
}

void check_groups(const Settings& settings, Findings& findings) {
  for (std::size_t i = 0; i < settings.groups.size(); ++i) {
    const Group& group = settings.groups[i];
    check_entries(settings, GroupId(i), findings);
    if (group.at_risk && group.at_risk->with > group.at_risk->without) {
      findings.warning("groups." + group.name + ".at_risk",
                       {"more of the {} become homeless with the visit's work than without it"_p, group.name});
    }
  }
}

void check_stages(const Settings& settings, Findings& findings) {
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const Stage& stage = settings.stages[i];
    check_forms(settings, stage, findings);
    check_units(stage, findings);
    check_longest_stay(settings, StageId(i), findings);
    check_marks(stage, findings);
    check_relapse(settings, stage, findings);
    check_ready_after(settings, StageId(i), findings);
    check_return(settings, stage, findings);
  }
  check_initial(settings, findings);
}

void check_boards(const Settings& settings, Findings& findings) {
  for (const Board& board : settings.boards) {
    const std::string path = "boards." + board.name;
    const double sent = sum(board.diverts);
    if (sent > 1 + kShareTolerance) {
      findings.error(path + ".diverts", {"the board {} sends {} elsewhere; the shares must sum to at most 100 %"_p,
                                         board.name, percent(sent)});
    }
    for (const StageId reviewed : board.stages) {
      if (is_exit(settings, reviewed)) {
        findings.error(path + ".stages", {"the board {} cannot decide on {}, which is an exit"_p, board.name,
                                          stage_of(settings, reviewed).name});
      } else if (reviewed.index() < board.diverts.size() && board.diverts[reviewed.index()].value() > 0) {
        findings.error(path + ".diverts", {"the board {} sends households from {} to the same stage"_p, board.name,
                                           stage_of(settings, reviewed).name});
      }
    }
  }
}

void check_ceilings(const Settings& settings, Findings& findings) {
  for (const Ceiling& ceiling : settings.ceilings) {
    if (ceiling.when_reached != WhenReached::Refuse) continue;
    for (const StageId id : ceiling.stages) {
      const Stage& stage = stage_of(settings, id);
      if (!stage.acute) continue;
      findings.error("ceilings." + ceiling.name,
                     {"the ceiling {} would refuse {}, but nobody is left without a roof: an acute placement can only "
                      "overspend; use `when_reached: report`"_p,
                      ceiling.name, stage.name});
    }
  }
}

}  // namespace trapphus::models
