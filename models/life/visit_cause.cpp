// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/life/visit.hpp"

/// The cause for which a household waits.
namespace trapphus::models {

std::size_t Visit::cause_of(ServiceId id) const {
  const Service& service = world_.service(id);
  const ServiceCase::Status status = household_.cases[id.index()].status;
  if (status == ServiceCase::Status::None) {
    const auto& boards = world_.settings().boards;
    const bool comes = std::any_of(boards.begin(), boards.end(), [&](const Board& board) {
      return board.active && std::find(board.stages.begin(), board.stages.end(), stage_) != board.stages.end() &&
             std::find(board.books.begin(), board.books.end(), id) != board.books.end();
    });
    if (comes) return world_.causes().board();
  }
  if (first_unmet(service.after)) return world_.causes().rule();
  const bool unstaffed = world_.state(service.team).fte <= 0;
  return unstaffed ? world_.causes().vacancy(service.team) : world_.causes().service(id);
}

/// Cause of waiting with a target: what delays admission to it.
std::size_t Visit::cause_of_target() const {
  const StageId to = target_->to;
  if (claim_ == Claim::Place) return world_.causes().support(world_.stage(to).support->team);
  const int ceiling = world_.refusing_ceiling(to);
  const auto& pool = world_.state(to).pool;
  const bool full = pool && pool->held() >= pool->units();
  return ceiling < 0 || full ? world_.causes().pool(to) : world_.causes().budget(static_cast<std::size_t>(ceiling));
}

/// The first of rule, service, support, pool, budget that is not met; without a plan the market.
std::size_t Visit::cause() const {
  if (target_) return cause_of_target();
  if (plan_.valid()) {
    if (!ready()) return kNoSubject;
    const auto unmet = first_unmet(world_.move(plan_).requirements);
    return unmet ? cause_of(*unmet) : kNoSubject;
  }
  bool offers = false;
  std::optional<ServiceId> unmet;
  for (const Hazard& hazard : hazards_) {
    const Move& move = world_.move(hazard.move);
    if (move.kind != MoveKind::Offer || preparing_) continue;
    offers = true;
    if (!unmet) unmet = first_unmet(move.after);
    if (!unmet) unmet = first_unmet(move.requirements);
  }
  if (unmet) return cause_of(*unmet);
  return offers ? world_.causes().market() : kNoSubject;
}

void Visit::record_cause() {
  const std::size_t now = cause();
  if (now == household_.state.cause) return;
  world_.record(EventKind::Waits, household_, now);
  household_.state.cause = static_cast<std::uint16_t>(now);
}

}  // namespace trapphus::models
