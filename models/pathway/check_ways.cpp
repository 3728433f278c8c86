// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/pathway/checks.hpp"
#include "models/pathway/graph.hpp"

namespace trapphus::models {
namespace {

/// One stage seen by one profile.
class View {
 public:
  View(const Settings& settings, const Profile& profile, StageId id, Findings& findings)
      : settings_(settings),
        profile_(profile),
        stage_(settings.stages[id.index()]),
        ways_(ways_out(settings, profile, id)),
        findings_(findings) {}

  void check(bool leads_to_exit) {
    check_sum();
    for (const Plan& plan : ways_.plans) check_block(plan);
    const bool dead_end = open_plans() == 0 && !other_way();
    if (!leads_to_exit && !dead_end) {
      findings_.error(path_of(stage_), {"pathway.exit.out_of_reach", {{"who", who()}, {"stage", stage_.name}}},
                      Persistence::Stuck);
    }
  }

 private:
  [[nodiscard]] bool other_way() const { return !ways_.hazards.empty() || ways_.at_most.has_value(); }
  [[nodiscard]] std::ptrdiff_t open_plans() const {
    return std::count_if(ways_.plans.begin(), ways_.plans.end(),
                         [](const Plan& p) { return p.binding == BindingConstraint::None; });
  }

  void check_sum() {
    double total = 0;
    for (const Plan& plan : ways_.plans) total += plan.share;
    if (total > 1 + kShareTolerance) {
      findings_.error(path_of(stage_),
                      {"pathway.plans.sum", {{"stage", stage_.name}, {"share", percent(total)}, {"who", who()}}});
    } else if (total < 1 - kShareTolerance && !other_way()) {
      findings_.error(
          path_of(stage_),
          {"pathway.plans.never_leave",
           {{"share", percent(1 - total)}, {"who", who()}, {"stage", stage_.name}, {"sum", percent(total)}}},
          Persistence::Stuck);
    }
  }

  void check_block(const Plan& plan) {
    if (plan.binding == BindingConstraint::None) return;
    const Move& move = settings_.moves[plan.move.index()];
    const std::string to = settings_.stages[plan.to.index()].name;
    const Phrase why = plan.binding == BindingConstraint::Units
                           ? Phrase{"pathway.waits.units", {{"stage", to}}}
                           : Phrase{"pathway.waits.work", {{"services", required(move)}}};
    Phrase phrase{"pathway.waits.for_ever", {{"who", who()}, {"stage", stage_.name}, {"to", to}, {"why", why}}};
    // They wait until the end, which is what a closed pool or a vacant post does to them.
    findings_.warning(path_of(settings_, move), std::move(phrase), Persistence::Stuck);
  }

  [[nodiscard]] std::string required(const Move& move) const {
    std::string names;
    for (const ServiceId id : move.requirements) {
      if (can_finish(settings_, profile_, {id})) continue;
      names += (names.empty() ? "" : ", ") + settings_.services[id.index()].name;
    }
    return names;
  }

  [[nodiscard]] Phrase who() const {
    Phrase text = verbatim(settings_.groups[profile_.group.index()].name);
    for (const AttributeId attribute : deciding_here()) {
      const std::string& name = settings_.attributes[attribute.index()];
      text = profile_.has[attribute.index()] ? Phrase{"pathway.who.with", {{"who", text}, {"attribute", name}}}
                                             : Phrase{"pathway.who.without", {{"who", text}, {"attribute", name}}};
    }
    return text;
  }

  /// Attributes that the planned moves from here ask for: only these make a difference worth naming.
  [[nodiscard]] std::vector<AttributeId> deciding_here() const {
    Settings here;
    here.attributes = settings_.attributes;
    for (const Move& move : settings_.moves) {
      if (&settings_.stages[move.from.index()] == &stage_) here.moves.push_back(move);
    }
    return deciding_attributes(here);
  }

  const Settings& settings_;
  const Profile& profile_;
  const Stage& stage_;
  Ways ways_;
  Findings& findings_;
};

/// Stages from which an exit can be reached, or a stage that cannot be left for a reason that is reported there.
std::vector<bool> hopeful(const Settings& settings, const Profile& profile, const StageGraph& graph) {
  std::vector<StageId> ends = exit_stages(settings);
  for (std::size_t i = 0; i < settings.stages.size(); ++i) {
    const Ways ways = ways_out(settings, profile, StageId(i));
    double open = 0;
    for (const Plan& plan : ways.plans) open += plan.binding == BindingConstraint::None ? plan.share : 0;
    if (open < 1 - kShareTolerance && ways.hazards.empty() && !ways.at_most) ends.emplace_back(i);
  }
  return leading_to(graph, ends);
}

}  // namespace

void check_ways_out(const Settings& settings, Findings& findings) {
  for (const Profile& profile : profiles(settings)) {
    const StageGraph graph = open_graph(settings, profile);
    const std::vector<bool> comes = reached_from(graph, first_stages(settings, profile.group));
    const std::vector<bool> hope = hopeful(settings, profile, graph);
    for (std::size_t i = 0; i < settings.stages.size(); ++i) {
      if (!comes[i] || settings.stages[i].kind == StageKind::Exit) continue;
      View(settings, profile, StageId(i), findings).check(hope[i]);
    }
  }
}

}  // namespace trapphus::models
