// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/random/unit_exponential.hpp"
#include "models/life/world.hpp"

namespace trapphus::models {

/// The planned move that is a household's own in a stage that it enters for the `number`-th time (from 0); invalid:
/// none. `by_length`: somebody found there in equilibrium is the more likely to have a plan the longer its stay.
[[nodiscard]] MoveId draw_plan(const World& world, const Household& household, StageId stage, std::size_t number,
                               bool by_length);

/// A household's time in one stage, or outside until it may enter one: its plan, what it is exposed to, and what it
/// waits for. Decides when and where the household goes; the journey does the waiting.
class Visit {
 public:
  /// The household lives in its stage already (World::move_in). `initial`: since before the period began.
  Visit(World& world, Household& household, std::size_t number, const Initial* initial);
  /// The household lives in no stage, and is on its way into this one.
  Visit(World& world, Household& household, StageId next);

  /// Takes notice of everything that has happened up to now.
  void update();

  /// The next stage is known and may be entered at once.
  [[nodiscard]] bool decided() const { return decided_; }
  [[nodiscard]] StageId to() const { return target_->to; }
  /// The move that leads there; invalid where none does (a board, the longest stay).
  [[nodiscard]] MoveId move() const { return target_->move; }

  /// When update() is needed next if nothing else happens; Time::max(): never.
  [[nodiscard]] Time next_instant() const { return next_; }
  /// What to claim now, if anything.
  enum class Claim : std::uint8_t { None, Place, Unit };
  [[nodiscard]] Claim claim() const { return claim_; }
  /// Its place in the order of those who claim the same.
  [[nodiscard]] std::uint64_t turn() const { return target_->turn; }
  /// The unit claimed is there.
  void got_unit() { decided_ = true; }

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
    bool told = false;
  };

  void set_ready(const Initial* initial);
  void set_prepared(const Initial* initial);
  void meet_hazards();
  void book_services();
  void need(ServiceId service);
  void prepare();
  [[nodiscard]] bool prepared() const { return world_.now() >= prepared_at_; }
  void spend_hazards();
  void head_for(StageId to, MoveId move);
  void obey();
  void pursue_plan();
  void try_target();
  void set_rates();
  void set_next();
  void tell_cause();
  [[nodiscard]] std::size_t cause() const;
  [[nodiscard]] std::size_t cause_of_target() const;
  [[nodiscard]] std::size_t cause_of(ServiceId service) const;
  [[nodiscard]] std::optional<ServiceId> first_unmet(const std::vector<ServiceId>& services) const;
  [[nodiscard]] bool ready() const { return plan_.valid() && world_.now() >= ready_at_; }
  [[nodiscard]] double rate(const Move& move) const;
  [[nodiscard]] bool in_force(const Effect& effect) const;

  World& world_;
  Household& household_;
  const StageId stage_;
  const std::size_t number_;
  MoveId plan_;
  Time ready_at_ = Time::max();
  Time longest_ = Time::max();
  Time prepared_at_ = Time::min();  // for offers
  bool preparing_ = false;          // the work for offers is not booked yet
  bool told_ready_ = false;
  std::vector<Hazard> hazards_;
  Time spent_until_;
  std::optional<Target> target_;
  Time next_ = Time::max();
  Claim claim_ = Claim::None;
  bool decided_ = false;
};

}  // namespace trapphus::models
