// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "engine/random/random.hpp"
#include "models/life/household.hpp"
#include "models/staircase/settings.hpp"

namespace trapphus::models {

inline constexpr double kNeverEnds = std::numeric_limits<double>::infinity();

/// A service in a past visit; times in seconds from the entry.
struct PastService {
  bool asked = false;   ///< Needed and booked, unless it was not reached.
  bool missed = false;  ///< Needed, not reached.
  double begins = kNeverEnds, ends = kNeverEnds;
  double hours = 0;  ///< Of work.
};

/// A visit that began before the period; times in seconds from the entry.
struct PastVisit {
  MoveId plan;               ///< Invalid: none.
  double stay = kNeverEnds;  ///< End of the plan's stay.
  double prepared = 0;       ///< When offers begin.
  double ends = kNeverEnds;  ///< When the household leaves, by whichever way comes first.
  std::vector<PastService> services;
};

/// Visits of a household to a stage before the period, as they would have gone under the settings at its beginning:
/// services begin as soon as they may, where their team has hours; a plan that leads to a full stage waits for an
/// exponential time. Rates are those of the risks and offers in each state.
class PastVisits {
 public:
  /// `mean_wait`: of a household that has done all for a full stage, in seconds; 0: no stage is full. Refers to all
  /// arguments.
  PastVisits(const Settings& settings, Time from, const Household& household, StageId stage, double mean_wait);

  /// A visit from its beginning.
  [[nodiscard]] PastVisit draw(engine::Stream& stream) const;
  /// The visit of which `elapsed` seconds have passed when the period begins, in equilibrium: entries at an even rate.
  /// Its `ends` is later than that. Nothing if visits take no time.
  struct Present {
    PastVisit visit;
    double elapsed = 0;
  };
  [[nodiscard]] std::optional<Present> draw_in_equilibrium(engine::Stream& stream) const;
  /// A visit that has lasted `elapsed` seconds and is not over. `ready`: whether the stay is over, if that is known.
  [[nodiscard]] PastVisit draw_given(double elapsed, std::optional<bool> ready, engine::Stream& stream) const;
  /// A visit whose stay has just ended.
  [[nodiscard]] Present draw_ready(engine::Stream& stream) const;

 private:
  struct Plan {
    MoveId move;
    double share;
    bool full;  ///< Its stage.
  };

  [[nodiscard]] const Move& move(MoveId id) const { return settings_.moves[id.index()]; }
  [[nodiscard]] const Distribution& stay(const Plan& plan) const { return move(plan.move).stay[household_.group()]; }
  [[nodiscard]] bool is_staffed(TeamId team) const;
  [[nodiscard]] const Plan* draw_plan(engine::Stream& stream) const;
  void draw_preparation(PastVisit& visit, engine::Stream& stream) const;
  void book_all(PastVisit& visit, engine::Stream& stream) const;
  void book(PastVisit& visit, ServiceId id, double at, engine::Stream& stream) const;
  [[nodiscard]] double done(const PastVisit& visit, const std::vector<ServiceId>& services) const;
  [[nodiscard]] double extent(const PastVisit& visit, const Effect& effect, double at) const;
  [[nodiscard]] double rate(const PastVisit& visit, double at) const;
  /// When the cumulative hazard of the visit reaches `amount`.
  [[nodiscard]] double hazard_reaches(const PastVisit& visit, double amount) const;
  [[nodiscard]] double hazard_until(const PastVisit& visit, double at) const;
  template <class Spend>
  void walk_hazard(const PastVisit& visit, const Spend& spend) const;
  /// Weight of a plan whose stay is over after `elapsed`, and which still waits.
  [[nodiscard]] double waiting_weight(const PastVisit& visit, const Plan& plan, double elapsed) const;
  [[nodiscard]] double draw_past_stay(const PastVisit& visit, const Plan& plan, double elapsed,
                                      engine::Stream& stream) const;
  [[nodiscard]] double memory() const;

  const Settings& settings_;
  const Time from_;
  const Household& household_;
  const StageId id_;
  const Stage& stage_;
  const double mean_wait_;
  std::vector<Plan> plans_;
  std::vector<MoveId> hazards_;
};

}  // namespace trapphus::models
