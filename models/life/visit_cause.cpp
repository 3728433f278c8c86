// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/life/visit.hpp"

/// What a household waits for, and the cause.
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

/// The team in whose queue the service stands, or one that must be finished before it.
TeamId Visit::queue_of(ServiceId id) const {
  if (household_.done_with(world_.settings(), id)) return {};
  const Service& service = world_.service(id);
  if (const auto before = first_unmet(service.after)) return queue_of(*before);
  const bool queues = household_.cases[id.index()].status == ServiceCase::Status::Booked;
  return queues && world_.state(service.team).cases ? service.team : TeamId{};
}

TeamId Visit::queues_for() const {
  if (target_ || !ready()) return {};
  const auto& requirements = world_.move(plan_).requirements;
  const auto unmet = first_unmet(requirements);
  return unmet ? queue_of(*unmet) : TeamId{};
}

/// Whether the hazard, which is none now, may become one when a service is finished.
bool Visit::may_come(const Hazard& hazard) const {
  const Move& move = world_.move(hazard.move);
  const GroupId group = household_.group();
  if (hazard.exposure.left() >= engine::kEndless) return false;
  if (move.kind == MoveKind::Risk) return move.risk[group].per_second() > 0;
  const auto come = [&](const std::vector<ServiceId>& services) {
    return std::all_of(services.begin(), services.end(), [&](ServiceId id) {
      return household_.done_with(world_.settings(), id) ||
             household_.cases[id.index()].status != ServiceCase::Status::None;
    });
  };
  const bool offered = move.offers[group].per_second() > 0 && come(move.after);
  return come(move.requirements) && (offered || move.alone[group].per_second() > 0);
}

bool Visit::only_claim() const {
  if (std::any_of(hazards_.begin(), hazards_.end(), [&](const Hazard& hazard) { return may_come(hazard); }))
    return false;
  const auto& boards = world_.settings().boards;
  return next_ == Time::max() && std::none_of(boards.begin(), boards.end(), [&](const Board& board) {
           return board.active && std::find(board.stages.begin(), board.stages.end(), stage_) != board.stages.end();
         });
}

/// Cause of waiting with a target: what delays admission to it. Whoever needs a unit and a caseload place waits for the
/// place while a unit stands vacant, otherwise for the unit: without it no worker is needed.
std::size_t Visit::cause_of_target() const {
  const StageId to = target_->to;
  const bool place_only = claim_ == Claim::Both && world_.state(to).pool->is_vacant(world_.line(household_, to));
  if (claim_ == Claim::Place || place_only) return world_.causes().support(world_.stage(to).support->team);
  const int ceiling = world_.refusing_ceiling(to);
  const auto& pool = world_.state(to).pool;
  const bool full = pool && pool->held() >= pool->units();
  return ceiling < 0 || full ? world_.causes().pool(to) : world_.causes().budget(static_cast<std::size_t>(ceiling));
}

/// The first of rule, service, then support or pool, budget that is not met; without a plan the market.
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
