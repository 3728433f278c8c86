// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/move_shares.hpp"

#include <algorithm>
#include <string>

#include "models/staircase/settings.hpp"

namespace trapphus::scenarios {

namespace {

using models::GroupId;
using models::Move;

bool contradict(const Move& a, const Move& b) {
  return std::ranges::any_of(a.only_if, [&](const models::Condition& one) {
    return std::ranges::any_of(b.only_if, [&](const models::Condition& other) {
      return one.attribute == other.attribute && one.wanted != other.wanted;
    });
  });
}

/// Whether a household of the group could have either as plan.
bool compete(const Move& a, const Move& b, GroupId group) {
  return a.from == b.from && a.kind == models::MoveKind::Planned && b.kind == models::MoveKind::Planned &&
         a.allowed[group] && b.allowed[group] && !contradict(a, b);
}

void fill(Context& context, const std::vector<const Node*>& nodes, std::vector<Move>& moves, std::size_t at) {
  Move& move = moves[at];
  if (move.kind != models::MoveKind::Planned || nodes[at]->find("share") != nullptr) return;
  for (std::size_t g = 0; g < move.share.size(); ++g) {
    const GroupId group(g);
    if (!move.allowed[group]) continue;
    const auto rivals = std::ranges::count_if(moves, [&](const Move& other) { return compete(move, other, group); });
    if (rivals == 1) move.share[group] = models::Share(1);  // itself
    if (rivals <= 1) continue;
    context.problem(nodes[at]->at, Phrase{"reader.move.share",
                                          {{"from", context.names.stages[move.from.index()]},
                                           {"to", context.names.stages[move.to.index()]}}});
    return;
  }
}

/// A combination of attributes: for each, whether a household has it.
using Attributes = std::vector<bool>;

bool applies(const Move& move, const Attributes& household) {
  return std::ranges::all_of(move.only_if, [&](const models::Condition& condition) {
    return household[condition.attribute.index()] == condition.wanted;
  });
}

/// Every combination of the attributes in the conditions of these plans; all others are absent.
std::vector<Attributes> combinations(const std::vector<const Move*>& plans, std::size_t attributes) {
  std::vector<Attributes> result{Attributes(attributes, false)};
  std::vector<bool> done(attributes, false);
  constexpr std::size_t kMost = 4096;  // twelve attributes in the conditions of one stage
  for (const Move* plan : plans) {
    for (const auto& condition : plan->only_if) {
      const std::size_t attribute = condition.attribute.index();
      if (done[attribute] || result.size() >= kMost) continue;
      done[attribute] = true;
      const std::size_t before = result.size();
      for (std::size_t i = 0; i < before; ++i) {
        result.push_back(result[i]);
        result.back()[attribute] = true;
      }
    }
  }
  return result;
}

double greatest_sum(const std::vector<const Move*>& plans, GroupId group, std::size_t attributes) {
  double greatest = 0;
  for (const auto& household : combinations(plans, attributes)) {
    double sum = 0;
    for (const Move* plan : plans) {
      if (plan->allowed[group] && applies(*plan, household)) sum += plan->share[group].value();
    }
    greatest = std::max(greatest, sum);
  }
  return greatest;
}

void check_stage(Context& context, const std::vector<const Node*>& nodes, const std::vector<Move>& moves,
                 models::StageId stage) {
  std::vector<const Move*> plans;
  Position last;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    if (moves[i].from != stage || moves[i].kind != models::MoveKind::Planned) continue;
    plans.push_back(&moves[i]);
    const Node* share = nodes[i]->find("share");
    last = share != nullptr ? share->at : nodes[i]->at;
  }
  for (std::size_t g = 0; g < context.names.groups.size(); ++g) {
    const double sum = greatest_sum(plans, GroupId(g), context.names.attributes.size());
    if (sum <= 1 + 1e-9) continue;
    context.problem(last, Phrase{"reader.move.sum",
                                 {{"stage", context.names.stages[stage.index()]},
                                  {"share", sum * 100},
                                  {"group", context.names.groups[g]}}});
    return;
  }
}

}  // namespace

void fill_shares(Context& context, const std::vector<const Node*>& nodes, std::vector<models::Move>& moves) {
  for (std::size_t i = 0; i < moves.size(); ++i) fill(context, nodes, moves, i);
  for (std::size_t s = 0; s < context.names.stages.size(); ++s) check_stage(context, nodes, moves, models::StageId(s));
}

}  // namespace trapphus::scenarios
