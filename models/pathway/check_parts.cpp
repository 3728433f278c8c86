// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/pathway/checks.hpp"

namespace trapphus::models {
namespace {

void check_entry(const Settings& settings, GroupId id, const Stage& stage, Findings& findings) {
  const std::string& name = settings.groups[id.index()].name;
  const std::string path = "groups." + name + ".enters";
  if (stage.kind == StageKind::Exit) {
    findings.error(path, {"pathway.enters.exit", {{"group", name}, {"stage", stage.name}}});
  } else if (has_no_units(stage, id)) {
    findings.warning(path, {"pathway.enters.no_unit", {{"group", name}, {"stage", stage.name}}}, Persistence::Stuck);
  }
}

void check_entries(const Settings& settings, GroupId id, Findings& findings) {
  const Group& group = settings.groups[id.index()];
  for (std::size_t i = 0; i < group.enters.size(); ++i) {
    if (group.enters[i].value() > 0) check_entry(settings, id, settings.stages[i], findings);
  }
}

void check_marks(const Stage& stage, Findings& findings) {
  const bool exit = stage.kind == StageKind::Exit;
  if (!exit && (stage.home || stage.first_hand)) {
    findings.error(path_of(stage), {"pathway.home.no_exit", {{"stage", stage.name}}});
  }
  if (exit && stage.first_hand && !stage.home) {
    findings.error(path_of(stage) + ".first_hand", {"pathway.first_hand.home", {{"stage", stage.name}}});
  }
  if (stage.acute && stage.kind != StageKind::Placement) {
    findings.error(path_of(stage) + ".acute", {"pathway.acute.placement", {{"stage", stage.name}}});
  }
  if (!exit && stage.relapse) {
    findings.error(path_of(stage) + ".relapse", {"pathway.relapse.no_exit", {{"stage", stage.name}}});
  }
}

void check_relapse(const Settings& settings, const Stage& stage, Findings& findings) {
  if (!stage.relapse) return;
  if (stage.relapse->to.valid() && is_exit(settings, stage.relapse->to)) {
    findings.error(path_of(stage) + ".relapse", Phrase{"pathway.relapse.to_exit"});
  }
}

/// Time until it is ready for an offer, where none is made.
void check_ready_after(const Settings& settings, StageId id, Findings& findings) {
  const Stage& stage = stage_of(settings, id);
  const auto waits = [](const Distribution& length) { return length.mean() > 0; };
  if (!std::any_of(stage.ready_after.begin(), stage.ready_after.end(), waits)) return;
  const auto offered = [&](const Move& move) { return move.from == id && move.kind == MoveKind::Offer; };
  if (std::any_of(settings.moves.begin(), settings.moves.end(), offered)) return;
  findings.warning(path_of(stage) + ".ready_after", {"pathway.ready_after.no_offer", {{"stage", stage.name}}});
}

/// Groups that can relapse need a stage of entrance, unless the relapse has a stage of return.
void check_return(const Settings& settings, const Stage& stage, Findings& findings) {
  if (!stage.relapse || stage.relapse->to.valid()) return;
  for (std::size_t i = 0; i < settings.groups.size(); ++i) {
    const Group& group = settings.groups[i];
    if (sum(group.enters) > 0 || value_for(stage.relapse->rate, GroupId(i)).per_second() <= 0) continue;
    findings.error(path_of(stage) + ".relapse",
                   {"pathway.relapse.nowhere", {{"group", group.name}, {"stage", stage.name}}});
  }
}

void check_initial(const Settings& settings, Findings& findings) {
  std::vector<int> living(settings.stages.size());
  for (const Initial& initial : settings.initial) living[initial.stage.index()] += initial.households;
  for (std::size_t i = 0; i < living.size(); ++i) {
    const Stage& stage = settings.stages[i];
    if (!stage.units || living[i] <= *stage.units) continue;
    findings.warning(
        "initial." + stage.name,
        {"pathway.initial.units", {{"households", living[i]}, {"stage", stage.name}, {"units", *stage.units}}},
        Persistence::First);
  }
}

}  // namespace

void check_names(const Settings& settings, Findings& findings) {
  for (const Stage& stage : settings.stages) {
    if (stage.name == "acute") {
      findings.error(path_of(stage), Phrase{"pathway.name.acute"});
    }
    if (stage.line == "total") {
      findings.error(path_of(stage) + ".line", Phrase{"pathway.name.total"});
    }
    for (const Service& service : settings.services) {
      if (service.name != stage.name) continue;
      findings.error("services." + service.name, {"pathway.name.service_and_stage", {{"name", service.name}}});
    }
  }
  for (const FixedCost& cost : settings.costs) {
    if (cost.line != "total") continue;
    findings.error("costs." + cost.name + ".line", Phrase{"pathway.name.total"});
  }
  if (deciding_attributes(settings).size() > kMostAttributes) {
    findings.error("attributes", {"pathway.attributes.too_many", {{"most", kMostAttributes}}});
  }
}

void check_groups(const Settings& settings, Findings& findings) {
  for (std::size_t i = 0; i < settings.groups.size(); ++i) {
    const Group& group = settings.groups[i];
    check_entries(settings, GroupId(i), findings);
    if (group.at_risk && group.at_risk->with > group.at_risk->without) {
      findings.warning("groups." + group.name + ".at_risk",
                       {"pathway.at_risk.more_with_work", {{"group", group.name}}});
    }
  }
}

void check_stages(const Settings& settings, Findings& findings) {
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const Stage& stage = settings.stages[i];
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
    for (const StageId reviewed : board.stages) {
      if (is_exit(settings, reviewed)) {
        findings.error(path + ".stages",
                       {"pathway.board.exit", {{"board", board.name}, {"stage", stage_of(settings, reviewed).name}}});
      } else if (reviewed.index() < board.diverts.size() && board.diverts[reviewed.index()].value() > 0) {
        findings.error(path + ".diverts", {"pathway.board.same_stage",
                                           {{"board", board.name}, {"stage", stage_of(settings, reviewed).name}}});
      }
    }
  }
}

}  // namespace trapphus::models
