// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

namespace {

using models::AtRisk;
using models::Group;

const Table<AtRisk>& at_risk_table() {
  static const Table<AtRisk> kTable(
      "at_risk", "Households that are known before they lose their home: prevention may keep them from becoming acute.",
      {field<AtRisk>("delay", &AtRisk::delay, kStay, kRequired, "From being known to becoming acute, or not."),
       fixed(field<AtRisk>("visit", &AtRisk::visit, kService, kRequired, "The service that may prevent it.")),
       field<AtRisk>("without", &AtRisk::without, kShare, kRequired,
                     "Who become acute if the service was not finished in time."),
       field<AtRisk>("with", &AtRisk::with, kShare, kRequired, "Who become acute although it was.")});
  return kTable;
}

Field<Group> enters() {
  FieldInfo info =
      describe("enters", Shape::StageShares, kShare, kRequired,
               "The stage that new households enter, or a mapping from stage to share; the shares sum to 100 %.");
  return {info,
          [](Context& context, const Node& node, Group& group) {
            group.enters = read_shares(context, node, "stage"_p, context.names.stages);
            const double sum = std::accumulate(group.enters.begin(), group.enters.end(), 0.0,
                                               [](double total, models::Share share) { return total + share.value(); });
            if (node.is_map() && std::abs(sum - 1) > 1e-9) {
              context.problem(node.at, EnglishPhrase("the shares of {} sum to {} %; expected 100 %"_p, context.path(),
                                                     EnglishPhrase::decimal(sum * 100)));
            }
          },
          [](const Context& context, Group& group) { group.enters.resize(context.names.stages.size()); }};
}

Field<Group> attributes() {
  FieldInfo info =
      describe("attributes", Shape::Attributes, kShare, "none",
               "The share of the households that have each attribute. `debts: {share: 50 %}` may also stand in "
               "the group itself.");
  return {info,
          [](Context& context, const Node& node, Group& group) {
            group.attributes = read_shares(context, node, "attribute"_p, context.names.attributes);
          },
          [](const Context& context, Group& group) { group.attributes.resize(context.names.attributes.size()); }};
}

void check(Context& context, const Node& node, Group& group) {
  if (node.find("persons") == nullptr) {
    group.persons = models::Distribution::constant(1 + std::round(group.children.mean()));
  }
  if (group.persons.quantile(1e-12) < 1) {
    context.problem(place_of_key(node, "persons"), "a household has at least 1 person"_p);
  } else if (group.persons.mean() < group.children.mean()) {
    context.problem(place_of_key(node, "persons"), "more children than persons: `persons` counts the children too"_p);
  }
}

}  // namespace

const Table<Group>& group_table() {
  static const Table<Group> kTable(
      "group",
      "Households that are alike in how many they are and in what they need. Every household belongs to one group.",
      {label<Group>(&Group::label),
       field<Group>("arrivals", &Group::arrivals, kRate, kRequired,
                    "How many households become homeless (or known, with `at_risk`)."),
       enters(),
       fixed(field<Group>("persons", &Group::persons, kPersons, "1 and the mean number of children",
                          "In a household, children included.")),
       fixed(field<Group>("children", &Group::children, kPersons, "0", "In a household.")), attributes(),
       field<Group>("at_risk", &Group::at_risk, at_risk_table(), "all are homeless at once",
                    "Households that are known before they become acute.")});
  return kTable;
}

std::vector<Group> read_groups(Context& context, const Node& root) {
  auto groups = read_section(context, root, "groups", group_table(), check);
  if (groups.empty() && root.find("groups") != nullptr)
    context.problem(root.find("groups")->at, "a scenario needs at least one group of households"_p);
  return groups;
}

}  // namespace trapphus::scenarios
