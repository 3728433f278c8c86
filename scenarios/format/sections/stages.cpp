// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <numeric>

#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

namespace {

using models::FollowUp;
using models::Form;
using models::Relapse;
using models::Stage;
using models::StageKind;
using models::Support;

const Table<Form>& form_table() {
  static const Table<Form> kTable("form",
                                  {label<Form>(&Form::label), field<Form>("price", &Form::price, kPrice, kRequired),
                                   field<Form>("share", &Form::share, kShare, kRequired)});
  return kTable;
}

const Table<Support>& support_table() {
  static const Table<Support> kTable("support",
                                     {fixed(field<Support>("team", &Support::team, kTeam, kRequired)),
                                      field<Support>("hours", &Support::hours_per_week, kHoursAWeek, kRequired),
                                      field<Support>("weight", &Support::weight, kPositive, "1"),
                                      field<Support>("admission", &Support::admission, kAdmission, "without")});
  return kTable;
}

const Table<FollowUp>& follow_up_table() {
  static const Table<FollowUp> kTable("follow_up",
                                      {fixed(field<FollowUp>("team", &FollowUp::team, kTeam, kRequired)),
                                       field<FollowUp>("hours", &FollowUp::hours_per_week, kHoursAWeek, kRequired),
                                       field<FollowUp>("length", &FollowUp::length, kDuration, kRequired),
                                       field<FollowUp>("factor", &FollowUp::factor, kNumber, kRequired)});
  return kTable;
}

const Table<Relapse>& relapse_table() {
  static const Table<Relapse> kTable(
      "relapse", {field<Relapse>("rate", &Relapse::rate, kRate, kRequired),
                  field<Relapse>("first_factor", &Relapse::first_factor, kNumber, "1"),
                  field<Relapse>("first_months", &Relapse::first_months, kDuration, "0"),
                  fixed(field<Relapse>("to", &Relapse::to, kStage, "format.default.where_group_enters")),
                  field<Relapse>("follow_up", &Relapse::follow_up, follow_up_table(), "format.default.support_ends")});
  return kTable;
}

/// Keys that are valid for some kinds of stages only.
const std::map<std::string, std::vector<StageKind>>& kinds_of_keys() {
  using enum StageKind;
  static const std::map<std::string, std::vector<StageKind>> kKinds{{"acute", {Placement, Apartment, Waiting}},
                                                                    {"home", {Exit}},
                                                                    {"first_hand", {Exit}},
                                                                    {"tenancy", {Apartment}},
                                                                    {"line", {Placement, Apartment}},
                                                                    {"price", {Placement}},
                                                                    {"forms", {Placement}},
                                                                    {"units", {Placement, Apartment}},
                                                                    {"reserved", {Placement, Apartment}},
                                                                    {"allocation", {Placement, Apartment}},
                                                                    {"rent", {Apartment}},
                                                                    {"fee", {Placement, Apartment}},
                                                                    {"income_support", {Placement, Apartment, Waiting}},
                                                                    {"turnaround", {Placement, Apartment}},
                                                                    {"allotted", {Apartment}},
                                                                    {"replaced_after", {Apartment}},
                                                                    {"lost", {Apartment}},
                                                                    {"ready_after", {Placement, Apartment, Waiting}},
                                                                    {"evicts", {Placement, Apartment}},
                                                                    {"at_most", {Placement, Apartment, Waiting}},
                                                                    {"then", {Placement, Apartment, Waiting}},
                                                                    {"when_full", {Placement, Apartment}},
                                                                    {"services", {Placement, Apartment, Waiting}},
                                                                    {"support", {Placement, Apartment, Waiting}},
                                                                    {"relapse", {Exit}}};
  return kKinds;
}

Phrase phrase_of(StageKind kind) {
  return Phrase{"reader.kind." + std::string(engine::word_of(models::kStageKinds, kind))};
}

void check_kind(Context& context, const Node& node, const Stage& stage) {
  for (const auto& entry : node.entries) {
    const auto found = kinds_of_keys().find(entry.key);
    if (found == kinds_of_keys().end() || std::ranges::find(found->second, stage.kind) != found->second.end()) continue;
    Phrase kinds = phrase_of(found->second.front());
    for (std::size_t i = 1; i < found->second.size(); ++i)
      kinds = {"reader.kind.or", {{"kinds", kinds}, {"kind", phrase_of(found->second[i])}}};
    context.problem(
        entry.at,
        Phrase{"reader.stage.kind",
               {{"stage", stage.name}, {"kind", phrase_of(stage.kind)}, {"key", entry.key}, {"kinds", kinds}}});
  }
  if (stage.kind == StageKind::Apartment && node.find("units") == nullptr) {
    context.problem(node.at, Phrase{"reader.stage.units", {{"path", context.path()}}});
  }
  const bool priced = node.find("price") != nullptr || node.find("forms") != nullptr;
  if (stage.kind == StageKind::Placement && !priced) {
    context.problem(node.at, Phrase{"reader.stage.price", {{"path", context.path()}}});
  }
}

void check_forms(Context& context, const Node& node, const Stage& stage) {
  if (stage.forms.empty() || node.find("price") == nullptr) return;
  context.problem(place_of_key(node, "price"), Phrase{"reader.stage.prices", {{"stage", stage.name}}});
}

void check_units(Context& context, const Node& node, const Stage& stage) {
  if (stage.units || node.find("units") != nullptr) return;
  const int reserved = std::accumulate(stage.reserved.begin(), stage.reserved.end(), 0);
  if (reserved > 0)
    context.problem(place_of_key(node, "reserved"), Phrase{"reader.stage.nothing_to_reserve", {{"stage", stage.name}}});
  if (stage.evicts)
    context.problem(place_of_key(node, "evicts"), Phrase{"reader.stage.unlimited", {{"stage", stage.name}}});
  if (node.find("when_full") != nullptr)
    context.problem(place_of_key(node, "when_full"), Phrase{"reader.stage.unlimited", {{"stage", stage.name}}});
}

void check_then(Context& context, const Node& node, const Stage& stage) {
  if (node.find("then") == nullptr || stage.at_most || stage.evicts) return;
  context.problem(place_of_key(node, "then"), Phrase{"reader.stage.then", {{"stage", stage.name}}});
}

void check_whole_stage(Context& context, const Node& node, Stage& stage) {
  stage.home = stage.home || stage.first_hand;
  if (stage.line.empty() && stage.kind == StageKind::Placement) stage.line = "nights";
  if (stage.line.empty() && stage.kind == StageKind::Apartment) stage.line = "rents";
  if (node.find("kind") == nullptr) return;
  check_kind(context, node, stage);
  check_forms(context, node, stage);
  check_units(context, node, stage);
  check_then(context, node, stage);
}

}  // namespace

const Table<Stage>& stage_table() {
  static const Table<Stage> kTable(
      "stage", {label<Stage>(&Stage::label),
                field<Stage>("kind", &Stage::kind, kStageKind, kRequired),
                fixed(field<Stage>("acute", &Stage::acute, kYesNo, "no")),
                fixed(field<Stage>("home", &Stage::home, kYesNo, "format.default.yes_if_first_hand")),
                fixed(field<Stage>("first_hand", &Stage::first_hand, kYesNo, "no")),
                fixed(field<Stage>("tenancy", &Stage::tenancy, kYesNo, "no")),
                fixed(field<Stage>("situation", &Stage::situation, kSituation, "format.default.none")),
                field<Stage>("line", &Stage::line, kLine, "format.default.nights_or_rents"),
                field<Stage>("price", &Stage::price, kPrice, "0"),
                named<Stage>("forms", &Stage::forms, form_table(), "format.default.one_price"),
                field<Stage>("units", &Stage::units, kCount, "format.default.no_limit_or_required"),
                field<Stage>("reserved", &Stage::reserved, kCount, "0", 0, false),
                field<Stage>("allocation", &Stage::allocation, kAllocation, "queue"),
                field<Stage>("rent", &Stage::rent, kPrice, "0"),
                field<Stage>("fee", &Stage::fee, kPrice, "0"),
                field<Stage>("income_support", &Stage::income_support, kPrice, "0"),
                field<Stage>("turnaround", &Stage::turnaround, kStay, "0"),
                field<Stage>("allotted", &Stage::allotted, kRate, "0"),
                field<Stage>("replaced_after", &Stage::replaced_after, kDuration, "format.default.not_replaced"),
                field<Stage>("lost", &Stage::lost, kRate, "0"),
                field<Stage>("evicts", &Stage::evicts, kYesNo, "no"),
                field<Stage>("at_most", &Stage::at_most, kDuration, "format.default.no_limit"),
                fixed(field<Stage>("then", &Stage::then, kStage, "format.default.none")),
                fixed(field<Stage>("when_full", &Stage::when_full, kStage, "format.default.waits_for_unit")),
                field<Stage>("ready_after", &Stage::ready_after, kStay, "0"),
                field<Stage>("services", &Stage::services, kService, "format.default.none"),
                field<Stage>("support", &Stage::support, support_table(), "format.default.none"),
                field<Stage>("relapse", &Stage::relapse, relapse_table(), "format.default.nobody_comes_back")});
  return kTable;
}

std::vector<Stage> read_stages(Context& context, const Node& root) {
  auto stages = read_section(context, root, "stages", stage_table(), check_whole_stage);
  if (stages.empty() && root.find("stages") != nullptr)
    context.problem(root.find("stages")->at, Phrase{"reader.stages.none"});
  return stages;
}

}  // namespace trapphus::scenarios
