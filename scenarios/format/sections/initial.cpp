// SPDX-License-Identifier: MIT

#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

namespace {

/// The written shares; the group's apply to the other attributes.
Field<InitialRow> initial_attributes() {
  FieldInfo info = describe("attributes", Shape::Attributes, kShare, "format.default.as_in_the_group");
  info.dated = false;
  return {info,
          [](Context& context, const Node& node, InitialRow& row) {
            const auto shares = read_shares(context, node, Phrase{"reader.what.attribute"}, context.names.attributes);
            row.attributes.resize(shares.size());
            for (std::size_t i = 0; i < shares.size(); ++i) {
              if (node.find(context.names.attributes[i]) != nullptr) row.attributes[i] = shares[i];
            }
          },
          nullptr};
}

}  // namespace

const Table<InitialRow>& initial_table() {
  static const Table<InitialRow> kTable(
      "initial entry", {fixed(field<InitialRow>("stage", &InitialRow::stage, kStage, kRequired)),
                        fixed(field<InitialRow>("group", &InitialRow::group, kGroup, kRequired)),
                        fixed(field<InitialRow>("households", &InitialRow::households, kCount, kRequired)),
                        fixed(field<InitialRow>("since", &InitialRow::since, kDate, "format.default.equilibrium")),
                        fixed(field<InitialRow>("elapsed", &InitialRow::elapsed, kStay, "format.default.equilibrium")),
                        fixed(field<InitialRow>("ready", &InitialRow::ready, kShare, "format.default.still_there")),
                        initial_attributes(),
                        fixed(field<InitialRow>("done", &InitialRow::done, kService, "format.default.still_there"))});
  return kTable;
}

namespace {

void check_row(Context& context, const Node& node, InitialRow& row) {
  if (row.since && row.elapsed)
    context.problem(place_of_key(node, "elapsed"), Phrase{"reader.initial.since_and_elapsed"});
  if (!row.since) return;
  if (*row.since > context.from) context.problem(place_of_key(node, "since"), Phrase{"reader.initial.since"});
  const auto seconds = static_cast<double>((context.from - *row.since).count());
  if (seconds >= 0) row.elapsed = engine::Distribution::constant(seconds);
}

}  // namespace

std::vector<models::Initial> read_initial(Context& context, const Node& root) {
  std::vector<models::Initial> result;
  const Node* list = root.find("initial");
  if (list == nullptr) return result;
  const Context::Scope outer(context, "initial", *list);
  if (!list->is_sequence()) context.problem(list->at, Phrase{"reader.no_list.mappings", {{"found", list->describe()}}});
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Node& node = list->items[i];
    const Context::Scope scope(context, std::to_string(i + 1), node);
    InitialRow row;
    if (!initial_table().read(context, node, row)) continue;
    check_row(context, node, row);
    if (row.stage.valid() && row.group.valid()) result.push_back(row);
  }
  return result;
}

}  // namespace trapphus::scenarios
