// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

using models::Ceiling;
using models::FixedCost;
using models::FundingGrant;

const Table<FixedCost>& cost_table() {
  static const Table<FixedCost> kTable(
      "cost", "A cost that is paid whatever happens: premises, furniture, evaluation.",
      {label<FixedCost>(&FixedCost::label),
       field<FixedCost>("amount", &FixedCost::amount, kPrice, kRequired, "How much, and how often."),
       field<FixedCost>("line", &FixedCost::line, kLine, "the cost's name", "The cost line that it is booked on."),
       field<FixedCost>("from", &FixedCost::from, kDate, "the period's beginning", "The first day."),
       field<FixedCost>("to", &FixedCost::to, kLastDay, "the period's end", "The last day.")});
  return kTable;
}

const Table<FundingGrant>& grant_table() {
  static const Table<FundingGrant> kTable(
      "grant", "Money that is given for the project; spread evenly over its dates.",
      {label<FundingGrant>(&FundingGrant::label),
       fixed(field<FundingGrant>("amount", &FundingGrant::amount, kMoney, kRequired, "The whole sum.")),
       field<FundingGrant>("from", &FundingGrant::from, kDate, "the period's beginning", "The first day."),
       field<FundingGrant>("to", &FundingGrant::to, kLastDay, "the period's end", "The last day.")});
  return kTable;
}

const Table<Ceiling>& ceiling_table() {
  static const Table<Ceiling> kTable(
      "ceiling", "A budget for the nights or rents of some stages.",
      {label<Ceiling>(&Ceiling::label),
       field<Ceiling>("stages", &Ceiling::stages, kStage, kRequired, "The stages that it covers."),
       field<Ceiling>("amount", &Ceiling::amount, kPrice, kRequired, "Per calendar month or year."),
       field<Ceiling>("when_reached", &Ceiling::when_reached, kWhenReached, "report",
                      "`report` the overspending, or `refuse` new admissions until the next month or year. Acute "
                      "placements are never refused.")});
  return kTable;
}

namespace {

/// Whatever is between dates: the whole period unless it says otherwise.
template <class T>
void fit_dates(Context& context, const Node& node, T& thing) {
  if (node.find("from") == nullptr) thing.from = context.from;
  if (node.find("to") == nullptr) thing.to = context.to;
  const bool written = node.find("from") != nullptr || node.find("to") != nullptr;
  if (written && thing.to <= thing.from)
    context.problem(place_of_key(node, "to"), EnglishPhrase("{} ends before it begins"_p, context.path()));
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
          in.problem(place_of_key(node, "amount"),
                     "a ceiling is per calendar month or year; expected SEK/month or SEK/year"_p);
        }
        for (const models::StageId id : ceiling.stages) {
          const auto& stage = stages.at(id.index());
          if (stage.kind != models::StageKind::Placement && stage.kind != models::StageKind::Apartment) {
            in.problem(place_of_key(node, "stages"),
                       EnglishPhrase("{} costs no nights or rents that a ceiling could cover"_p, stage.name));
          }
          if (ceiling.when_reached == models::WhenReached::Refuse && stage.acute) {
            in.problem(
                place_of_key(node, "when_reached"),
                EnglishPhrase("{} is acute, and no acute placement is refused for lack of budget; expected report"_p,
                              stage.name));
          }
        }
      });
}

}  // namespace trapphus::scenarios
