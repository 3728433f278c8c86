// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/random/unit_exponential.hpp"
#include "models/life/world.hpp"

namespace trapphus::models {

/// A household's time in a stage, or outside until admission to one: its plan, hazards and cause of waiting. Decides
/// when and where the household goes; the process that waits is the journey.
class Visit {
 public:
  /// After World::move_in(). `resident`: null unless the household lives there when the period begins.
  Visit(World& world, Household& household, std::size_t number, const Resident* resident);
  /// The household lives in no stage and is to enter `next`.
  Visit(World& world, Household& household, StageId next);

  /// Brings the state to the present time.
  void update();

  /// The next stage is known and may be entered at once.
  [[nodiscard]] bool decided() const { return decided_; }
  [[nodiscard]] StageId to() const { return target_->to; }
  /// The move that leads there; invalid for a decision of a board and the longest stay.
  [[nodiscard]] MoveId move() const { return target_->move; }

  /// Whether the move lets households change places.
  [[nodiscard]] bool exchanges() const { return target_->move.valid() && world_.move(target_->move).exchange; }
  /// Whether nothing but what it claims, or the service that it queues for, lets the household leave, under the
  /// settings in force.
  [[nodiscard]] bool only_claim() const;

  /// Whether a service has helped on the way to the decided move: the search work that its offers come after is
  /// finished, or, of a move without such work, a service that it requires.
  [[nodiscard]] bool is_helped() const;

  /// When update() is needed next if no event precedes it; Time::max(): never.
  [[nodiscard]] Time next_instant() const { return next_; }
  /// What to claim now: nothing, a caseload place, a unit, or both at once.
  enum class Claim : std::uint8_t { None, Place, Unit, Both };
  [[nodiscard]] Claim claim() const { return claim_; }
  /// Position in the order of claims of the same priority class.
  [[nodiscard]] std::uint64_t turn() const { return target_->turn; }
  /// What was claimed has been granted; the household holds it.
  void got_claim() { decided_ = true; }
  /// The team that has no caseload place for a service without which the household cannot go on; invalid: none.
  [[nodiscard]] TeamId queues_for() const;

 private:
  struct Hazard {
    MoveId move;
    engine::UnitExponential exposure;
    double rate = 0;  // a second, since spent_until_
  };
  struct Target {
    StageId to;
    MoveId move;
    std::uint64_t turn;
    bool claim_recorded = false;
  };

  void start_support();
  void draw_plan();
  void draw_preparation();
  void go_on();
  void draw_hazards();
  void book_services();
  void need(ServiceId service);
  [[nodiscard]] bool can_follow(const Service& service) const;
  void prepare();
  [[nodiscard]] bool prepared() const { return world_.now() >= prepared_at_; }
  void spend_hazards();
  void head_for(StageId to, MoveId move);
  void apply_orders();
  void pursue_plan();
  void pass_full_stages();
  void try_target();
  [[nodiscard]] bool needs_place(StageId to) const;
  void set_rates();
  void set_next();
  void record_cause();
  [[nodiscard]] std::size_t cause() const;
  [[nodiscard]] std::size_t cause_of_target() const;
  [[nodiscard]] std::size_t cause_of(ServiceId service) const;
  [[nodiscard]] bool may_come(const Hazard& hazard) const;
  [[nodiscard]] TeamId queue_of(ServiceId service) const;
  [[nodiscard]] std::optional<ServiceId> first_unmet(const std::vector<ServiceId>& services) const;
  [[nodiscard]] bool ready() const { return plan_.valid() && world_.now() >= ready_at_; }
  [[nodiscard]] double rate(const Move& move) const;
  [[nodiscard]] double extent(const Effect& effect) const;

  World& world_;
  Household& household_;
  const StageId stage_;
  const std::size_t number_;
  const Resident* const resident_ = nullptr;  // of a visit that began before the period
  MoveId plan_;
  Time ready_at_ = Time::max();
  Time longest_ = Time::max();
  Time prepared_at_ = Time::min();  // for offers
  bool preparing_ = false;          // services that offers require are not booked yet
  bool ready_recorded_ = false;
  std::vector<Hazard> hazards_;
  Time spent_until_;
  std::optional<Target> target_;
  Time next_ = Time::max();
  Claim claim_ = Claim::None;
  bool decided_ = false;
};

}  // namespace trapphus::models
