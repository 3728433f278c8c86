// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

namespace {

/// The shares that are written; the group's hold for the other attributes.
Field<InitialRow> attributes() {
  FieldInfo info = describe("attributes", Shape::Attributes, kShare, "as in the group",
                            "The share that has each attribute, where it is not the group's.");
  info.dated = false;
  return {info,
          [](Context& context, const Node& node, InitialRow& row) {
            const auto shares = read_shares(context, node, "attribute"_p, context.names.attributes);
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
      "initial entry", "Households that live in a stage when the period begins.",
      {fixed(field<InitialRow>("stage", &InitialRow::stage, kStage, kRequired, "Where they live.")),
       fixed(field<InitialRow>("group", &InitialRow::group, kGroup, kRequired, "Which group they are of.")),
       fixed(field<InitialRow>("households", &InitialRow::households, kCount, kRequired, "How many.")),
       fixed(field<InitialRow>("since", &InitialRow::since, kDate, "drawn from the stay's equilibrium",
                               "When they moved in.")),
       fixed(field<InitialRow>("elapsed", &InitialRow::elapsed, kStay, "drawn from the stay's equilibrium",
                               "How long they have lived there already, instead of `since`.")),
       fixed(field<InitialRow>("ready", &InitialRow::ready, kShare, "0 %",
                               "Whose stay is over: they wait for the next step.")),
       attributes(),
       fixed(field<InitialRow>("done", &InitialRow::done, kService, "none", "Services that are finished already."))});
  return kTable;
}

namespace {

void check(Context& context, const Node& node, InitialRow& row) {
  if (row.since && row.elapsed)
    context.problem(place_of_key(node, "elapsed"), "`since` and `elapsed` say the same; expected one of them"_p);
  if (!row.since) return;
  if (*row.since > context.from) context.problem(place_of_key(node, "since"), "it is after the period's beginning"_p);
  const auto seconds = static_cast<double>((context.from - *row.since).count());
  if (seconds >= 0) row.elapsed = engine::Distribution::constant(seconds);
}

void check_exit(Context& context, const Node& root, const Node& node) {
  const Node* stages = root.find("stages");
  const Node* name = node.find("stage");
  const Node* stage = stages != nullptr && name != nullptr ? stages->find(name->text) : nullptr;
  const Node* kind = stage != nullptr ? stage->find("kind") : nullptr;
  if (kind != nullptr && kind->text == "exit")
    context.problem(name->at, EnglishPhrase("{} is an exit: nobody lives there"_p, name->text));
}

}  // namespace

std::vector<models::Initial> read_initial(Context& context, const Node& root) {
  std::vector<models::Initial> found;
  const Node* list = root.find("initial");
  if (list == nullptr) return found;
  const Context::Scope outer(context, "initial", *list);
  if (!list->is_sequence())
    context.problem(list->at, EnglishPhrase("{} is no list; expected a list of mappings"_p, list->describe()));
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Node& node = list->items[i];
    const Context::Scope scope(context, std::to_string(i + 1), node);
    InitialRow row;
    if (!initial_table().read(context, node, row)) continue;
    check(context, node, row);
    check_exit(context, root, node);
    if (row.stage.valid() && row.group.valid()) found.push_back(row);
  }
  return found;
}

}  // namespace trapphus::scenarios
