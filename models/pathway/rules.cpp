// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/pathway/checks.hpp"
#include "models/staircase/settings.hpp"

/// What each thing must satisfy by itself. Nothing here follows an id that is not valid: the reader asks while parts of
/// the scenario could not be read.
namespace trapphus::models {
namespace {

void check_enters(const Group& group, Findings& findings) {
  const double total = sum(group.enters);
  // A group that only lives here when the period begins needs no entry.
  if ((group.arrivals.per_second() <= 0 && total <= 0) || std::abs(total - 1) <= kShareTolerance) return;
  const std::string path = "groups." + group.name + ".enters";
  findings.error(path, {"pathway.enters.sum", {{"path", path}, {"share", total * 100}}});
}

void check_forms(const Settings& settings, const Stage& stage, Findings& findings) {
  if (stage.forms.empty()) return;
  for (std::size_t g = 0; g < settings.groups.size(); ++g) {
    double total = 0;
    for (const Form& form : stage.forms) total += value_for(form.share, GroupId(g)).value();
    if (std::abs(total - 1) <= kShareTolerance) continue;
    findings.error(
        path_of(stage) + ".forms",
        {"pathway.forms.sum", {{"stage", stage.name}, {"share", total * 100}, {"group", settings.groups[g].name}}});
  }
}

void check_units(const Stage& stage, Findings& findings) {
  if (!stage.units) return;
  const int reserved = std::accumulate(stage.reserved.begin(), stage.reserved.end(), 0);
  if (reserved <= *stage.units) return;
  findings.error(path_of(stage) + ".reserved",
                 {"pathway.reserved", {{"reserved", reserved}, {"stage", stage.name}, {"units", *stage.units}}});
}

void check_longest_stay(const Settings& settings, StageId self, Findings& findings) {
  const Stage& stage = settings.stages[self.index()];
  if (stage.at_most && !stage.then.valid())
    findings.error(path_of(stage) + ".at_most", {"pathway.at_most.then", {{"stage", stage.name}}});
  if (stage.evicts && !stage.then.valid())
    findings.error(path_of(stage) + ".evicts", {"pathway.evicts.then", {{"stage", stage.name}}});
  if (stage.then == self) findings.error(path_of(stage) + ".then", {"pathway.then.itself", {{"stage", stage.name}}});
}

bool turns_round(const Settings& settings, StageId self) {
  const Stage& stage = settings.stages[self.index()];
  return std::any_of(settings.moves.begin(), settings.moves.end(), [&](const Move& move) {
    const bool at_once = std::any_of(move.stay.begin(), move.stay.end(), [](const auto& s) { return s.mean() <= 0; });
    return move.kind == MoveKind::Planned && move.from == stage.when_full && move.to == self && at_once;
  });
}

bool in_a_circle(const Settings& settings, StageId self) {
  StageId next = settings.stages[self.index()].when_full;
  for (std::size_t steps = 0; next.valid() && steps < settings.stages.size(); ++steps) {
    if (next == self) return true;
    next = settings.stages[next.index()].when_full;
  }
  return false;
}

/// Where households go that find a stage full.
void check_full(const Settings& settings, StageId self, Findings& findings) {
  const Stage& stage = settings.stages[self.index()];
  if (!stage.when_full.valid()) {
    if (stage.kind == StageKind::Placement && stage.acute && stage.units)
      findings.error(path_of(stage) + ".units", {"pathway.units.acute", {{"stage", stage.name}}});
    return;
  }
  const std::string path = path_of(stage) + ".when_full";
  if (in_a_circle(settings, self)) {
    findings.error(path, {"pathway.when_full.circle", {{"stage", stage.name}}});
  } else if (turns_round(settings, self)) {
    const std::string& other = settings.stages[stage.when_full.index()].name;
    findings.error(path, {"pathway.when_full.turns_round", {{"stage", stage.name}, {"other", other}}});
  }
}

void check_ends(const Settings& settings, const Move& move, Findings& findings) {
  const std::string path = path_of(settings, move);
  const Stage& from = settings.stages[move.from.index()];
  if (move.from == move.to) findings.error(path + ".to", Phrase{"pathway.move.to_itself"});
  if (is_exit(settings, move.from)) findings.error(path + ".from", {"pathway.move.from_exit", {{"stage", from.name}}});
  if (move.takeover && from.kind != StageKind::Apartment)
    findings.error(path + ".takeover", {"pathway.takeover.apartment", {{"stage", from.name}}});
  if (!move.exchange) return;
  for (const StageId end : {move.from, move.to}) {
    const Stage& stage = settings.stages[end.index()];
    if (move.kind != MoveKind::Planned || !stage.units || stage.acute)
      findings.error(path + ".exchange", {"pathway.exchange.units", {{"stage", stage.name}}});
  }
}

void check_itself(const Settings& settings, ServiceId id, Findings& findings) {
  const Service& service = settings.services[id.index()];
  if (std::find(service.after.begin(), service.after.end(), id) == service.after.end()) return;
  findings.error("services." + service.name + ".after", Phrase{"pathway.service.itself"});
}

void check_diverted(const Board& board, Findings& findings) {
  const double sent = sum(board.diverts);
  if (sent <= 1 + kShareTolerance) return;
  const std::string path = "boards." + board.name + ".diverts";
  findings.error(path, {"pathway.board.sum", {{"path", path}, {"share", sent * 100}}});
}

void check_refused(const Settings& settings, const Ceiling& ceiling, Findings& findings) {
  if (ceiling.when_reached != WhenReached::Refuse) return;
  for (const StageId id : ceiling.stages) {
    const Stage& stage = settings.stages[id.index()];
    if (stage.acute)
      findings.error("ceilings." + ceiling.name + ".when_reached", {"pathway.ceiling.acute", {{"stage", stage.name}}});
  }
}

void check_living(const Settings& settings, const Initial& initial, Findings& findings) {
  if (!is_exit(settings, initial.stage)) return;
  const std::string& stage = settings.stages[initial.stage.index()].name;
  const std::string& group = settings.groups[initial.group.index()].name;
  findings.error("initial." + stage + "." + group + ".stage", {"pathway.initial.exit", {{"stage", stage}}});
}

}  // namespace

void check_rules(const Settings& settings, Findings& findings) {
  for (const Group& group : settings.groups) check_enters(group, findings);
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    check_forms(settings, settings.stages[i], findings);
    check_units(settings.stages[i], findings);
    check_longest_stay(settings, StageId(i), findings);
    check_full(settings, StageId(i), findings);
  }
  for (std::size_t i = 0; i < settings.services.size(); ++i) check_itself(settings, ServiceId(i), findings);
  for (const Move& move : settings.moves) check_ends(settings, move, findings);
  for (const Board& board : settings.boards) check_diverted(board, findings);
  for (const Ceiling& ceiling : settings.ceilings) check_refused(settings, ceiling, findings);
  for (const Initial& initial : settings.initial) check_living(settings, initial, findings);
}

std::vector<Finding> check_rules(const Settings& settings) {
  Findings findings;
  check_rules(settings, findings);
  std::vector<Finding> plain;
  for (const Found& found : findings.all()) plain.push_back(found.finding);
  return plain;
}

}  // namespace trapphus::models
