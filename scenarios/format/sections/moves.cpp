// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "models/measures/measure.hpp"
#include "scenarios/format/sections/move_shares.hpp"
#include "scenarios/format/sections/sections.hpp"

namespace trapphus::scenarios {

namespace {

using models::Effect;
using models::Move;
using models::MoveKind;

const Table<Effect>& effect_table() {
  static const Table<Effect> kTable("effect",
                                    {field<Effect>("when", &Effect::circumstance, kCircumstance, kRequired),
                                     field<Effect>("service", &Effect::service, kService, "format.default.none"),
                                     field<Effect>("factor", &Effect::factor, kNumber, kRequired)});
  return kTable;
}

Field<Move> allowed() {
  FieldInfo info = describe("groups", Shape::List, kGroup, "format.default.all");
  return {info,
          [](Context& context, const Node& node, Move& move) {
            move.allowed = models::PerGroup<bool>(std::vector<bool>(context.names.groups.size(), false));
            std::vector<bool> may(context.names.groups.size());
            const auto add = [&](const Node& item) {
              if (const auto group = read_value(context, item, kGroup)) may[group->index()] = true;
            };
            if (node.is_sequence()) {
              std::ranges::for_each(node.items, add);
            } else {
              add(node);
            }
            move.allowed = models::PerGroup<bool>(may);
          },
          [](const Context& context, Move& move) {
            move.allowed = models::PerGroup<bool>(context.names.groups.size(), true);
          }};
}

const std::vector<std::string> kPlannedKeys{"share", "stay"}, kOfferKeys{"offers", "alone", "after"},
    kRiskKeys{"risk", "because"};

const Entry* first_of(const Node& node, const std::vector<std::string>& keys) {
  const auto found = std::ranges::find_if(
      node.entries, [&](const Entry& entry) { return std::ranges::find(keys, entry.key) != keys.end(); });
  return found == node.entries.end() ? nullptr : &*found;
}

/// The kind of a move, by its keys; keys of two kinds are an error.
MoveKind kind_of(Context& context, const Node& node) {
  const Entry* planned = first_of(node, kPlannedKeys);
  const Entry* offer = first_of(node, kOfferKeys);
  const Entry* risk = first_of(node, kRiskKeys);
  const auto clash = [&](const Entry& left, const Entry& right) {
    context.problem(right.at, Phrase{"reader.move.kinds", {{"key", right.key}, {"other", left.key}}});
  };
  const Entry* first = planned != nullptr ? planned : offer;
  if (planned != nullptr && offer != nullptr) clash(*planned, *offer);
  if (first != nullptr && risk != nullptr) clash(*first, *risk);
  if (risk != nullptr && first == nullptr && node.find("requires") != nullptr) {
    const auto requires_at = std::ranges::find(node.entries, "requires", &Entry::key);
    clash(*risk, *requires_at);
  }
  if (risk != nullptr) return MoveKind::Risk;
  return offer != nullptr ? MoveKind::Offer : MoveKind::Planned;
}

void check_keys_of_kind(Context& context, const Node& node, const Move& move) {
  if (move.kind == MoveKind::Risk && node.find("risk") == nullptr)
    context.problem(node.at, Phrase{"reader.move.risk", {{"path", context.path()}}});
  if (move.kind == MoveKind::Offer && node.find("offers") == nullptr && node.find("alone") == nullptr) {
    context.problem(node.at, Phrase{"reader.move.offers", {{"path", context.path()}}});
  }
  if (move.kind == MoveKind::Offer && node.find("offers") != nullptr && node.find("after") == nullptr &&
      node.find("alone") != nullptr) {
    context.problem(node.at, Phrase{"reader.move.after", {{"path", context.path()}}});
  }
  if (move.kind == MoveKind::Planned && node.find("effects") != nullptr) {
    context.problem(place_of_key(node, "effects"), Phrase{"reader.move.effects"});
  }
}

void check_effects(Context& context, const Node& node, const Move& move) {
  for (std::size_t i = 0; i < move.effects.size(); ++i) {
    const bool served = move.effects[i].circumstance == models::Circumstance::Served;
    if (served == move.effects[i].service.valid()) continue;
    const Node& row = node.find("effects")->items[i];
    if (row.find("when") != nullptr && (served || row.find("service") != nullptr)) {
      context.problem(row.at, served ? Phrase{"reader.effect.needs_service"} : Phrase{"reader.effect.no_service"});
    }
  }
}

void check_ending(Context& context, const Node& node, const Move& move, const std::vector<models::Stage>& stages) {
  if (!move.ending) return;
  if (move.takeover) {
    context.problem(place_of_key(node, "ending"), Phrase{"reader.ending.takeover"});
  } else if (move.from.valid() && move.from.index() < stages.size() && !stages[move.from.index()].tenancy) {
    const std::string& from = context.names.stages[move.from.index()];
    context.problem(place_of_key(node, "ending"), Phrase{"reader.ending.no_tenancy", {{"stage", from}}});
  } else if (move.to.valid() && move.to.index() < stages.size() && stages[move.to.index()].tenancy) {
    context.problem(place_of_key(node, "ending"),
                    Phrase{"reader.ending.goes_on", {{"stage", context.names.stages[move.to.index()]}}});
  }
}

}  // namespace

const Table<Move>& move_table() {
  static const Table<Move> kTable("move",
                                  {fixed(field<Move>("from", &Move::from, kStage, kRequired)),
                                   fixed(field<Move>("to", &Move::to, kStage, kRequired)),
                                   fixed(field<Move>("id", &Move::id, kText, "format.default.none")),
                                   label<Move>(&Move::label),
                                   field<Move>("if", &Move::only_if, kCondition, "format.default.everybody"),
                                   allowed(),
                                   field<Move>("share", &Move::share, kShare, "format.default.all_if_only_plan"),
                                   field<Move>("stay", &Move::stay, kStay, "0"),
                                   field<Move>("requires", &Move::requirements, kService, "format.default.none"),
                                   field<Move>("offers", &Move::offers, kRate, "format.default.as_alone"),
                                   field<Move>("alone", &Move::alone, kRate, "format.default.as_offers"),
                                   field<Move>("after", &Move::after, kService, "format.default.none"),
                                   field<Move>("risk", &Move::risk, kRate, "0"),
                                   fixed(field<Move>("because", &Move::because, kText, "format.default.none")),
                                   rows<Move>("effects", &Move::effects, effect_table(), "format.default.none"),
                                   fixed(field<Move>("exchange", &Move::exchange, kYesNo, "no")),
                                   fixed(field<Move>("takeover", &Move::takeover, kYesNo, "no")),
                                   fixed(field<Move>("ending", &Move::ending, kEnding, "format.default.ending")),
                                   field<Move>("cost", &Move::cost, kMoney, "0"),
                                   fixed(field<Move>("line", &Move::line, kLine, "moves"))});
  return kTable;
}

namespace {

Move read_move(Context& context, const Node& node, const std::vector<models::Stage>& stages) {
  Move move;
  if (!move_table().read(context, node, move)) return move;
  move.kind = kind_of(context, node);
  if (move.kind == MoveKind::Offer && node.find("offers") == nullptr) move.offers = move.alone;
  if (move.kind == MoveKind::Offer && move.after.empty() && node.find("alone") == nullptr) move.alone = move.offers;
  if (move.line.empty()) move.line = models::kMovesLine;
  check_keys_of_kind(context, node, move);
  check_effects(context, node, move);
  check_ending(context, node, move, stages);
  return move;
}

}  // namespace

std::vector<Move> read_moves(Context& context, const Node& root, const std::vector<models::Stage>& stages) {
  std::vector<Move> moves;
  std::vector<const Node*> nodes;
  const Node* list = root.find("moves");
  if (list == nullptr) return moves;
  if (!list->is_sequence()) context.problem(list->at, Phrase{"reader.no_list.moves", {{"found", list->describe()}}});
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  std::set<std::pair<std::string, std::string>> without_id;
  for (const Node& node : list->items) {
    const std::string from = text_of(node, "from"), to = text_of(node, "to"), id = text_of(node, "id");
    const Context::Scope scope(context, fmt::format("moves.{}.{}{}{}", from, to, id.empty() ? "" : ".", id), node);
    if (!id.empty()) check_name(context, id, node.find("id")->at);
    if (!from.empty() && !to.empty() && !seen.emplace(from, to, id).second) {
      context.problem(node.at, Phrase{"reader.move.twice", {{"from", from}, {"to", to}}});
    }
    Move move = read_move(context, node, stages);
    if (!move.from.valid() || !move.to.valid()) continue;
    moves.push_back(std::move(move));
    nodes.push_back(&node);
  }
  fill_shares(context, nodes, moves);
  return moves;
}

}  // namespace trapphus::scenarios
