// SPDX-License-Identifier: MIT

#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

using models::Ceiling;
using models::FixedCost;
using models::FundingGrant;

const Table<FixedCost>& cost_table() {
  static const Table<FixedCost> kTable(
      "cost", {label<FixedCost>(&FixedCost::label), field<FixedCost>("amount", &FixedCost::amount, kPrice, kRequired),
               field<FixedCost>("line", &FixedCost::line, kLine, "format.default.name_of_cost"),
               field<FixedCost>("from", &FixedCost::from, kDate, "format.default.period_begins"),
               field<FixedCost>("to", &FixedCost::to, kLastDay, "format.default.period_ends")});
  return kTable;
}

const Table<FundingGrant>& grant_table() {
  static const Table<FundingGrant> kTable(
      "grant", {label<FundingGrant>(&FundingGrant::label),
                fixed(field<FundingGrant>("amount", &FundingGrant::amount, kMoney, kRequired)),
                field<FundingGrant>("from", &FundingGrant::from, kDate, "format.default.period_begins"),
                field<FundingGrant>("to", &FundingGrant::to, kLastDay, "format.default.period_ends")});
  return kTable;
}

const Table<Ceiling>& ceiling_table() {
  static const Table<Ceiling> kTable(
      "ceiling", {label<Ceiling>(&Ceiling::label), field<Ceiling>("stages", &Ceiling::stages, kStage, kRequired),
                  field<Ceiling>("amount", &Ceiling::amount, kPrice, kRequired),
                  field<Ceiling>("when_reached", &Ceiling::when_reached, kWhenReached, "report")});
  return kTable;
}

namespace {

/// Default dates: those of the whole period.
template <class T>
void fit_dates(Context& context, const Node& node, T& thing) {
  if (node.find("from") == nullptr) thing.from = context.from;
  if (node.find("to") == nullptr) thing.to = context.to;
  const bool written = node.find("from") != nullptr || node.find("to") != nullptr;
  if (written && !context.is_wrong("from") && !context.is_wrong("to") && thing.to <= thing.from)
    context.problem(place_of_key(node, "to"), Phrase{"reader.dates.path", {{"path", context.path()}}});
}

}  // namespace

std::vector<FixedCost> read_costs(Context& context, const Node& root) {
  return read_section(context, root, "costs", cost_table(), [](Context& in, const Node& node, FixedCost& cost) {
    if (cost.line.empty()) cost.line = cost.name;
    fit_dates(in, node, cost);
  });
}

std::vector<FundingGrant> read_grants(Context& context, const Node& root) {
  return read_section(context, root, "grants", grant_table(),
                      [](Context& in, const Node& node, FundingGrant& grant) { fit_dates(in, node, grant); });
}

std::vector<Ceiling> read_ceilings(Context& context, const Node& root, const std::vector<models::Stage>& stages) {
  return read_section(
      context, root, "ceilings", ceiling_table(), [&](Context& in, const Node& node, const Ceiling& ceiling) {
        const bool calendar = ceiling.amount.per == models::Per::Month || ceiling.amount.per == models::Per::Year;
        if (!calendar && ceiling.amount.amount > models::Money()) {
          in.problem(place_of_key(node, "amount"), Phrase{"reader.ceiling.calendar"});
        }
        for (const models::StageId id : ceiling.stages) {
          const auto& stage = stages.at(id.index());
          if (stage.kind != models::StageKind::Placement && stage.kind != models::StageKind::Apartment) {
            in.problem(place_of_key(node, "stages"), Phrase{"reader.ceiling.no_cost", {{"stage", stage.name}}});
          }
        }
      });
}

}  // namespace trapphus::scenarios
