// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
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
  static const Table<Form> kTable(
      "form", "A way in which places of a stage are bought, such as hotel, hostel or family home.",
      {label<Form>(&Form::label), field<Form>("price", &Form::price, kPrice, kRequired, "Per household."),
       field<Form>("share", &Form::share, kShare, kRequired,
                   "Of the group's placements in the stage; the forms' shares sum to 100 %.")});
  return kTable;
}

const Table<Support>& support_table() {
  static const Table<Support> kTable(
      "support",
      "Continuing support: a caseload place and some hours a week for as long as the household lives in the stage.",
      {fixed(field<Support>("team", &Support::team, kTeam, kRequired, "Who gives it.")),
       field<Support>("hours", &Support::hours_per_week, kHoursAWeek, kRequired, "For one household."),
       field<Support>("weight", &Support::weight, kPositive, "1", "Against the team's other work."),
       field<Support>("admission", &Support::admission, kAdmission, "without",
                      "`wait`: nobody moves in before a caseload place is free. `without`: they move in, and support "
                      "comes later.")});
  return kTable;
}

const Table<FollowUp>& follow_up_table() {
  static const Table<FollowUp> kTable(
      "follow_up",
      "Support that tapers off after the exit instead of stopping: its hours fall month by month to nothing.",
      {fixed(field<FollowUp>("team", &FollowUp::team, kTeam, kRequired,
                             "Who gives it. It takes a caseload place, once no tenant waits for one.")),
       field<FollowUp>("hours", &FollowUp::hours_per_week, kHoursAWeek, kRequired,
                       "For one household, in the first month."),
       field<FollowUp>("length", &FollowUp::length, kDuration, kRequired, "How long it lasts, counted from the exit."),
       field<FollowUp>("factor", &FollowUp::factor, kNumber, kRequired, "Times the rate of relapse, while it lasts.")});
  return kTable;
}

const Table<Relapse>& relapse_table() {
  static const Table<Relapse> kTable(
      "relapse", "The risk of being homeless again in the twelve months after the exit.",
      {field<Relapse>("rate", &Relapse::rate, kRate, kRequired, "How often, for one household."),
       field<Relapse>("first_factor", &Relapse::first_factor, kNumber, "1",
                      "Times the rate while `first_months` last."),
       field<Relapse>("first_months", &Relapse::first_months, kDuration, "0",
                      "The time just after the exit, when relapse is likeliest."),
       fixed(
           field<Relapse>("to", &Relapse::to, kStage, "where the group enters", "Where the household comes back to.")),
       field<Relapse>("follow_up", &Relapse::follow_up, follow_up_table(), "support ends with the exit",
                      "Support that goes on after the exit.")});
  return kTable;
}

/// The keys that only some kinds of stages have.
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
                                                                    {"services", {Placement, Apartment, Waiting}},
                                                                    {"support", {Placement, Apartment, Waiting}},
                                                                    {"relapse", {Exit}}};
  return kKinds;
}

EnglishPhrase word(StageKind kind) {
  switch (kind) {
    case StageKind::Placement:
      return "placement"_p;
    case StageKind::Apartment:
      return "apartment"_p;
    case StageKind::Waiting:
      return "waiting stage"_p;
    case StageKind::Exit:
      return "exit"_p;
  }
  return {};
}

void check_kind(Context& context, const Node& node, const Stage& stage) {
  for (const auto& entry : node.entries) {
    const auto found = kinds_of_keys().find(entry.key);
    if (found == kinds_of_keys().end() || std::ranges::find(found->second, stage.kind) != found->second.end()) continue;
    EnglishPhrase kinds = word(found->second.front());
    for (std::size_t i = 1; i < found->second.size(); ++i) kinds = {"{} or {}"_p, kinds, word(found->second[i])};
    context.problem(entry.at, EnglishPhrase("{} is of kind {}, which has no `{}`; only {} has"_p, stage.name,
                                            word(stage.kind), entry.key, kinds));
  }
  if (stage.kind == StageKind::Apartment && node.find("units") == nullptr) {
    context.problem(node.at, EnglishPhrase("{} needs `units`: how many apartments there are"_p, context.path()));
  }
  const bool priced = node.find("price") != nullptr || node.find("forms") != nullptr;
  if (stage.kind == StageKind::Placement && !priced) {
    context.problem(
        node.at, EnglishPhrase("{} needs a `price` (0 if it costs nothing), or `forms` with prices"_p, context.path()));
  }
}

void check_forms(Context& context, const Node& node, const Stage& stage) {
  if (stage.forms.empty()) return;
  if (node.find("price") != nullptr) {
    context.problem(place_of_key(node, "price"),
                    EnglishPhrase("{} has forms, which have prices of their own"_p, stage.name));
  }
  for (std::size_t g = 0; g < context.names.groups.size(); ++g) {
    double sum = 0;
    for (const Form& form : stage.forms) sum += form.share[models::GroupId(g)].value();
    if (std::abs(sum - 1) < 1e-9) continue;
    context.problem(place_of_key(node, "forms"),
                    EnglishPhrase("the shares of the forms of {} sum to {} % for group {}; expected 100 %"_p,
                                  stage.name, EnglishPhrase::decimal(sum * 100), context.names.groups[g]));
  }
}

void check_units(Context& context, const Node& node, const Stage& stage) {
  const int reserved = std::accumulate(stage.reserved.begin(), stage.reserved.end(), 0);
  const bool limited = stage.units.has_value();
  const bool unreadable = !limited && node.find("units") != nullptr;
  if (reserved > stage.units.value_or(0) && !unreadable) {
    context.problem(place_of_key(node, "reserved"),
                    limited
                        ? EnglishPhrase("{} units are reserved, but {} has {}"_p, reserved, stage.name, *stage.units)
                        : EnglishPhrase("{} has no `units` of which some could be reserved"_p, stage.name));
  }
  if (stage.evicts && !limited && !unreadable)
    context.problem(place_of_key(node, "evicts"), {"{} has no limited `units`"_p, stage.name});
  if (stage.evicts && !stage.then.valid()) {
    context.problem(place_of_key(node, "evicts"),
                    EnglishPhrase("{} evicts but does not say where to: give `then: STAGE`"_p, stage.name));
  }
}

void check_then(Context& context, const Node& node, const Stage& stage) {
  const bool asked = node.find("then") != nullptr;
  if (stage.at_most && !asked) {
    context.problem(
        place_of_key(node, "at_most"),
        EnglishPhrase("{} has a longest stay but does not say what follows: give `then: STAGE`"_p, stage.name));
  }
  if (asked && !stage.at_most && !stage.evicts) {
    context.problem(
        place_of_key(node, "then"),
        EnglishPhrase("`then` is what follows the longest stay: {} needs `at_most`, or `evicts: yes`"_p, stage.name));
  }
  if (asked && stage.then.valid() && context.names.stages[stage.then.index()] == stage.name) {
    context.problem(place_of_key(node, "then"), EnglishPhrase("{} cannot be followed by itself"_p, stage.name));
  }
}

void check(Context& context, const Node& node, Stage& stage) {
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
      "stage", "A step of the staircase: where households live or wait, or how they leave.",
      {label<Stage>(&Stage::label),
       field<Stage>("kind", &Stage::kind, kStageKind, kRequired,
                    "placement: bought by the night. apartment: a pool of units. waiting: costs nothing, but time is "
                    "counted. exit: the end of the way."),
       fixed(field<Stage>("acute", &Stage::acute, kYesNo, "no", "Acute homelessness: counted in `households.acute`.")),
       fixed(field<Stage>("home", &Stage::home, kYesNo, "no; yes if first_hand",
                          "An exit to a home of one's own (first-hand, second-hand, lodger).")),
       fixed(field<Stage>("first_hand", &Stage::first_hand, kYesNo, "no", "An exit with a first-hand contract.")),
       fixed(field<Stage>("tenancy", &Stage::tenancy, kYesNo, "no",
                          "Its households are tenants, followed for the measures `retention`.")),
       fixed(field<Stage>("situation", &Stage::situation, kSituation, "none",
                          "Homelessness situation of the National Board of Health and Welfare.")),
       field<Stage>("line", &Stage::line, kLine, "nights (placement), rents (apartment)",
                    "The cost line that the stage is booked on."),
       field<Stage>("price", &Stage::price, kPrice, "0", "Of a placement, per household."),
       named<Stage>("forms", &Stage::forms, form_table(), "one price",
                    "Ways in which places are bought, each with its price."),
       field<Stage>("units", &Stage::units, kCount, "no limit (placement), required (apartment)",
                    "Apartments, or beds."),
       field<Stage>("reserved", &Stage::reserved, kCount, "0", "Units that only this group may have.", 0, false),
       field<Stage>("allocation", &Stage::allocation, kAllocation, "queue", "Who gets the next free unit."),
       field<Stage>("rent", &Stage::rent, kPrice, "0", "Per unit, paid to the landlord also while nobody lives there."),
       field<Stage>("fee", &Stage::fee, kPrice, "0", "Per household, paid by it to the municipality."),
       field<Stage>("income_support", &Stage::income_support, kPrice, "0",
                    "Per household, paid to it by the municipality."),
       field<Stage>("turnaround", &Stage::turnaround, kStay, "0",
                    "From one tenant's leaving to the next one's moving in."),
       field<Stage>("allotted", &Stage::allotted, kRate, "0", "New units, evenly spaced."),
       field<Stage>("replaced_after", &Stage::replaced_after, kDuration, "they are not replaced",
                    "How long after a takeover the landlord gives a new unit for the one taken over."),
       field<Stage>("lost", &Stage::lost, kRate, "0",
                    "Units that landlords take back, evenly spaced; who lives there stays until they move."),
       field<Stage>("evicts", &Stage::evicts, kYesNo, "no",
                    "Whether tenants must leave at once (to `then`) when units are taken away."),
       field<Stage>("at_most", &Stage::at_most, kDuration, "no limit",
                    "The longest stay; then the household goes to `then`."),
       fixed(field<Stage>("then", &Stage::then, kStage, "none", "Where households go after the longest stay.")),
       field<Stage>("ready_after", &Stage::ready_after, kStay, "0",
                    "How long a household lives here before it is ready for an offer; until then nothing is offered, "
                    "and no work for offers is booked."),
       field<Stage>("services", &Stage::services, kService, "none",
                    "Booked on entering, beside those that a move asks for."),
       field<Stage>("support", &Stage::support, support_table(), "none",
                    "Continuing support while the household lives here."),
       field<Stage>("relapse", &Stage::relapse, relapse_table(), "nobody comes back",
                    "Of an exit: households that are homeless again.")});
  return kTable;
}

std::vector<Stage> read_stages(Context& context, const Node& root) {
  auto stages = read_section(context, root, "stages", stage_table(), check);
  if (stages.empty() && root.find("stages") != nullptr)
    context.problem(root.find("stages")->at, "a scenario needs at least one stage"_p);
  return stages;
}

}  // namespace trapphus::scenarios
