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
  static const Table<Effect> kTable(
      "effect", "What multiplies the rate of a risk or an offer while it holds.",
      {field<Effect>("when", &Effect::circumstance, kCircumstance, kRequired,
                     "unsupported: the stage gives support, but this household has none. supported: it has. waiting: "
                     "its stay is over. "
                     "served: `service` is finished."),
       field<Effect>("service", &Effect::service, kService, "none", "For `when: served`."),
       field<Effect>("factor", &Effect::factor, kNumber, kRequired, "Times the rate.")});
  return kTable;
}

Field<Move> allowed() {
  FieldInfo info = describe("groups", Shape::List, kGroup, "all", "Only households of these groups may.");
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

/// The keys decide what kind of move it is; keys of two kinds are an error.
MoveKind kind_of(Context& context, const Node& node) {
  const Entry* planned = first_of(node, kPlannedKeys);
  const Entry* offer = first_of(node, kOfferKeys);
  const Entry* risk = first_of(node, kRiskKeys);
  const auto clash = [&](const Entry& one, const Entry& other) {
    context.problem(
        other.at,
        EnglishPhrase("`{}` does not go with `{}`: a move is planned (stay, share, requires), offered by the market "
                      "(offers, alone, after, requires), or a risk (risk, because)"_p,
                      other.key, one.key));
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
    context.problem(node.at, EnglishPhrase("{} needs `risk`: how often it happens"_p, context.path()));
  if (move.kind == MoveKind::Offer && node.find("offers") == nullptr && node.find("alone") == nullptr) {
    context.problem(node.at,
                    EnglishPhrase("{} needs `offers` or `alone`: how often a home is offered"_p, context.path()));
  }
  if (move.kind == MoveKind::Offer && node.find("offers") != nullptr && node.find("after") == nullptr &&
      node.find("alone") != nullptr) {
    context.problem(
        node.at,
        EnglishPhrase("{} needs `after`: the service that raises the rate from `alone` to `offers`"_p, context.path()));
  }
  if (move.kind == MoveKind::Planned && node.find("effects") != nullptr) {
    context.problem(place_of_key(node, "effects"),
                    "effects change the rate of an offer or a risk; a planned move has none"_p);
  }
}

void check_effects(Context& context, const Node& node, const Move& move) {
  for (std::size_t i = 0; i < move.effects.size(); ++i) {
    const bool served = move.effects[i].circumstance == models::Circumstance::Served;
    if (served == move.effects[i].service.valid()) continue;
    const Node& row = node.find("effects")->items[i];
    if (row.find("when") != nullptr && (served || row.find("service") != nullptr)) {
      context.problem(row.at,
                      served ? "`when: served` needs `service`"_p : "`service` belongs to `when: served` only"_p);
    }
  }
}

void check_ending(Context& context, const Node& node, const Move& move, const std::vector<models::Stage>& stages) {
  if (!move.ending) return;
  if (move.takeover) {
    context.problem(place_of_key(node, "ending"), "a takeover is an ending of its own; leave `ending` out"_p);
  } else if (move.from.valid() && move.from.index() < stages.size() && !stages[move.from.index()].tenancy) {
    const std::string& from = context.names.stages[move.from.index()];
    context.problem(
        place_of_key(node, "ending"),
        EnglishPhrase("nobody is a tenant in {}, so no tenancy ends; expected `tenancy: yes` in `stages.{}`"_p, from,
                      from));
  } else if (move.to.valid() && move.to.index() < stages.size() && stages[move.to.index()].tenancy) {
    context.problem(place_of_key(node, "ending"), EnglishPhrase("the tenancy goes on in {}, so it does not end; leave "
                                                                "`ending` out"_p,
                                                                context.names.stages[move.to.index()]));
  }
}

void check_ends(Context& context, const Node& node, const Move& move, const std::vector<models::Stage>& stages) {
  if (move.from.valid() && move.from == move.to)
    context.problem(place_of_key(node, "to"), "a move goes from one stage to another"_p);
  if (move.from.valid() && move.from.index() < stages.size() &&
      stages[move.from.index()].kind == models::StageKind::Exit) {
    context.problem(place_of_key(node, "from"),
                    EnglishPhrase("{} is an exit: nobody moves on from there (see `relapse`)"_p,
                                  context.names.stages[move.from.index()]));
  }
  check_ending(context, node, move, stages);
  if (move.takeover && move.from.valid() && move.from.index() < stages.size() &&
      stages[move.from.index()].kind != models::StageKind::Apartment) {
    context.problem(place_of_key(node, "takeover"), EnglishPhrase("{} is no apartment that could be taken over"_p,
                                                                  context.names.stages[move.from.index()]));
  }
}

}  // namespace

const Table<Move>& move_table() {
  static const Table<Move> kTable(
      "move",
      "A way from one stage to another. It is planned, offered by the housing market, or a risk; its keys say which.",
      {fixed(field<Move>("from", &Move::from, kStage, kRequired,
                         "The stage it leaves; a list stands for one move from each.")),
       fixed(field<Move>("to", &Move::to, kStage, kRequired, "The stage it leads to.")),
       fixed(field<Move>("id", &Move::id, kText, "none", "Tells moves between the same two stages apart.")),
       label<Move>(&Move::label),
       field<Move>("if", &Move::only_if, kCondition, "everybody", "Only households with these attributes may."),
       allowed(),
       field<Move>("share", &Move::share, kShare, "100 % if it is the only plan",
                   "Planned: of those who enter `from`, for whom this is the plan."),
       field<Move>("stay", &Move::stay, kStay, "0", "Planned: how long they live in `from` before they are ready."),
       field<Move>("requires", &Move::requirements, kService, "none",
                   "Services finished before a planned move, or before an offer can be accepted."),
       field<Move>("offers", &Move::offers, kRate, "as `alone`",
                   "Offer: how often a home is offered once the work of `after` is done."),
       field<Move>("alone", &Move::alone, kRate, "0; as `offers` without `after`",
                   "Offer: how often to those who search alone."),
       field<Move>("after", &Move::after, kService, "none",
                   "Offer: the search work that raises the rate from `alone` to `offers`."),
       field<Move>("risk", &Move::risk, kRate, "0", "Risk: how often it happens to one household."),
       fixed(field<Move>("because", &Move::because, kText, "none", "Risk: why, in a word, such as eviction.")),
       rows<Move>("effects", &Move::effects, effect_table(), "none", "What multiplies the rate of a risk or an offer."),
       fixed(field<Move>("takeover", &Move::takeover, kYesNo, "no",
                         "The household takes over the contract: its unit leaves the pool.")),
       fixed(field<Move>("ending", &Move::ending, kEnding,
                         "a takeover if it is one; else planned (planned move), own_effort (offer), abandoned (risk)",
                         "How the tenancy ends by it, for the definitions of retention.")),
       field<Move>("cost", &Move::cost, kMoney, "0", "Of each such move, on its day: cleaning, repairs, removal."),
       fixed(field<Move>("line", &Move::line, kLine, "moves", "The cost line that `cost` is booked on."))});
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
  check_ends(context, node, move, stages);
  return move;
}

}  // namespace

std::vector<Move> read_moves(Context& context, const Node& root, const std::vector<models::Stage>& stages) {
  std::vector<Move> moves;
  std::vector<const Node*> nodes;
  const Node* list = root.find("moves");
  if (list == nullptr) return moves;
  if (!list->is_sequence())
    context.problem(list->at, EnglishPhrase("{} is no list; expected a list of moves"_p, list->describe()));
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  std::set<std::pair<std::string, std::string>> without_id;
  for (const Node& node : list->items) {
    const std::string from = text_of(node, "from"), to = text_of(node, "to"), id = text_of(node, "id");
    const Context::Scope scope(context, fmt::format("moves.{}.{}{}{}", from, to, id.empty() ? "" : ".", id), node);
    if (!id.empty()) check_name(context, id, node.find("id")->at);
    if (!from.empty() && !to.empty() && !seen.emplace(from, to, id).second) {
      context.problem(
          node.at,
          EnglishPhrase("there is another move from {} to {}; expected an `id` of its own for each"_p, from, to));
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
