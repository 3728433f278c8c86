// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "models/life/past_stage.hpp"

namespace trapphus::models {

/// Visits to a stage before the period by households of a row of Settings::initial, as they would have gone under the
/// settings at its beginning; a plan that leads to a full stage waits for an exponential time.
///
/// A visit is drawn as at the entry: attributes, plan and stay, services, preparation. One that must still last is
/// accepted with the probability that it does, given all of these; what was drawn is then what the household has.
class PastVisits {
 public:
  /// `mean_wait`: of a household that has done all for a full stage, in seconds; 0: no stage is full. Refers to
  /// `stage`.
  PastVisits(const PastStage& stage, double mean_wait);

  struct Present {
    PastVisit visit;
    double elapsed = 0;  ///< Seconds since the entry.
  };

  /// A visit from its beginning. `attributes`: those of the household, for those that the row fixes or nothing asks
  /// for.
  [[nodiscard]] PastVisit draw(std::uint64_t attributes, engine::Stream& stream) const;
  /// The visit that goes on when the period begins, in equilibrium: entries at an even rate. Its `ends` is later than
  /// that. Nothing if visits take no time.
  [[nodiscard]] std::optional<Present> draw_in_equilibrium(std::uint64_t attributes, engine::Stream& stream) const;
  /// A visit that has lasted `elapsed` seconds and is not over. `ready`: whether the stay is over, if that is known.
  /// Where none can have lasted so long, one that waits, marked as not possible.
  [[nodiscard]] PastVisit draw_given(double elapsed, std::optional<bool> ready, std::uint64_t attributes,
                                     engine::Stream& stream);
  /// A visit whose stay has just ended.
  [[nodiscard]] Present draw_ready(std::uint64_t attributes, engine::Stream& stream) const;

 private:
  using Plan = PastStage::Plan;

  /// Those who come alike and have the same plan, or none, in their stay or after it.
  struct Stratum {
    const Comers* comers;
    const Plan* plan;  // null: none
    bool waits;
    double over;  // P(stay is over)
    double mass;  // share of those who come
  };

  [[nodiscard]] const Comers& draw_comers(std::uint64_t attributes, engine::Stream& stream) const;
  [[nodiscard]] const Plan* draw_plan(const Comers& comers, engine::Stream& stream) const;
  void prepare(PastVisit& visit, engine::Stream& stream) const;
  void prepare_given(PastVisit& visit, double elapsed, std::optional<bool> ready, engine::Stream& stream) const;
  void set_strata(double elapsed, std::optional<bool> ready);
  [[nodiscard]] bool can_wait(const Plan& plan) const;
  [[nodiscard]] const Stratum* draw_stratum(std::uint64_t attributes, engine::Stream& stream) const;
  [[nodiscard]] PastVisit draw_in(const Stratum& stratum, double elapsed, std::optional<bool> ready,
                                  std::uint64_t attributes, engine::Stream& stream) const;
  [[nodiscard]] double chance(const PastVisit& visit, const Stratum& stratum, double elapsed,
                              std::optional<bool> ready) const;
  [[nodiscard]] PastVisit draw_impossible(double elapsed, std::optional<bool> ready, std::uint64_t attributes,
                                          engine::Stream& stream) const;
  [[nodiscard]] double memory() const;

  const PastStage& stage_;
  const double mean_wait_;
  const double memory_;
  std::vector<Stratum> strata_;  // for...
  double elapsed_ = -1;          // ...this time...
  std::optional<bool> ready_;    // ...and this knowledge
};

}  // namespace trapphus::models
