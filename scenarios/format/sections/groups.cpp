// SPDX-License-Identifier: MIT
#include <cmath>

#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

namespace {

using models::AtRisk;
using models::Group;

const Table<AtRisk>& at_risk_table() {
  static const Table<AtRisk> kTable("at_risk", {field<AtRisk>("delay", &AtRisk::delay, kStay, kRequired),
                                                fixed(field<AtRisk>("visit", &AtRisk::visit, kService, kRequired)),
                                                field<AtRisk>("without", &AtRisk::without, kShare, kRequired),
                                                field<AtRisk>("with", &AtRisk::with, kShare, kRequired)});
  return kTable;
}

Field<Group> enters() {
  FieldInfo info = describe("enters", Shape::StageShares, kShare, kRequired);
  return {info,
          [](Context& context, const Node& node, Group& group) {
            group.enters = read_shares(context, node, Phrase{"reader.what.stage"}, context.names.stages);
          },
          [](const Context& context, Group& group) { group.enters.resize(context.names.stages.size()); }};
}

Field<Group> group_attributes() {
  FieldInfo info = describe("attributes", Shape::Attributes, kShare, "format.default.none");
  return {info,
          [](Context& context, const Node& node, Group& group) {
            group.attributes = read_shares(context, node, Phrase{"reader.what.attribute"}, context.names.attributes);
          },
          [](const Context& context, Group& group) { group.attributes.resize(context.names.attributes.size()); }};
}

void check_group(Context& context, const Node& node, Group& group) {
  if (node.find("persons") == nullptr) {
    group.persons = models::Distribution::constant(1 + std::round(group.children.mean()));
  }
  if (group.persons.quantile(1e-12) < 1) {
    context.problem(place_of_key(node, "persons"), Phrase{"reader.group.person"});
  } else if (group.persons.mean() < group.children.mean()) {
    context.problem(place_of_key(node, "persons"), Phrase{"reader.group.children"});
  }
}

}  // namespace

const Table<Group>& group_table() {
  static const Table<Group> kTable(
      "group", {label<Group>(&Group::label), field<Group>("arrivals", &Group::arrivals, kRate, kRequired), enters(),
                fixed(field<Group>("persons", &Group::persons, kPersons, "format.default.one_and_children")),
                fixed(field<Group>("children", &Group::children, kPersons, "0")), group_attributes(),
                field<Group>("at_risk", &Group::at_risk, at_risk_table(), "format.default.homeless_at_once")});
  return kTable;
}

std::vector<Group> read_groups(Context& context, const Node& root) {
  auto groups = read_section(context, root, "groups", group_table(), check_group);
  if (groups.empty() && root.find("groups") != nullptr)
    context.problem(root.find("groups")->at, Phrase{"reader.groups.none"});
  return groups;
}

}  // namespace trapphus::scenarios
