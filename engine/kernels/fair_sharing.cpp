// SPDX-License-Identifier: MIT
#include "engine/kernels/fair_sharing.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/process/simulation.hpp"

namespace trapphus::engine {

namespace {

constexpr double kGrace = 1e-3;  // seconds; completions this late still count as the whole second

}  // namespace

void FairSharing::start(Simulation& simulation, Piece& piece) {
  if (!simulation_) second_ = simulation.now();
  simulation_ = &simulation;
  advance_to(simulation.now());
  RateClass& group = classes_[{piece.bound, piece.weight}];
  piece.place = group.pieces.emplace(group.clock + piece.amount, &piece);
  piece.active = true;
  allocate_rates();
  schedule_next_completion();
}

void FairSharing::stop(Simulation& simulation, Piece& piece) {
  if (!piece.active || simulation.closing()) return;
  advance_to(simulation.now());
  if (!piece.active) return;  // already complete, its event still pending
  remove(classes_.find({piece.bound, piece.weight}), piece);
  allocate_rates();
  schedule_next_completion();
}

void FairSharing::set_capacity(Simulation& simulation, double capacity) {
  if (!simulation_) second_ = simulation.now();
  simulation_ = &simulation;
  advance_to(simulation.now());
  capacity_ = capacity;
  allocate_rates();
  schedule_next_completion();
}

double FairSharing::delivered(Simulation& simulation) {
  if (!simulation_) return delivered_;
  const double left = static_cast<double>((simulation.now() - second_).count()) - fraction_;
  RateClasses::iterator where;
  if (next_completion(where) <= left + kGrace) {
    advance_to(simulation.now());
    return delivered_;
  }
  // The state is not advanced: rounding would depend on how often this is asked for.
  return delivered_ + rate_ * std::max(left, 0.0);
}

void FairSharing::fired(unsigned) {
  advance_to(simulation_->now());
  schedule_next_completion();
}

/// Advances the state to `now` and completes pieces at their exact times on the way.
void FairSharing::advance_to(Time now) {
  const auto left = [&] { return static_cast<double>((now - second_).count()) - fraction_; };
  RateClasses::iterator where;
  for (double next = next_completion(where); next <= left() + kGrace; next = next_completion(where)) {
    advance_by(next);
    complete_front(where, now);
    allocate_rates();
  }
  if (left() > 0) {
    advance_by(left());
    second_ = now;
    fraction_ = 0;
  }
}

void FairSharing::advance_by(double seconds) {
  for (auto& [terms, group] : classes_) group.clock += group.rate * seconds;
  delivered_ += rate_ * seconds;
  fraction_ += seconds;
  const double whole = std::floor(fraction_);
  second_ += Duration(static_cast<std::int64_t>(whole));
  fraction_ -= whole;
}

/// Seconds from the time of the state to the next completion; infinite if there is none.
double FairSharing::next_completion(RateClasses::iterator& where) {
  double soonest = kEndless;
  for (auto group = classes_.begin(); group != classes_.end(); ++group) {
    const auto& [finish, piece] = *group->second.pieces.begin();
    if (group->second.rate <= 0 && finish > group->second.clock) continue;
    const double left = std::max(finish - group->second.clock, 0.0);
    const double seconds = left > 0 ? left / group->second.rate : 0.0;
    if (seconds < soonest) {
      soonest = seconds;
      where = group;
    }
  }
  return soonest;
}

void FairSharing::complete_front(RateClasses::iterator where, Time now) {
  Piece& piece = *where->second.pieces.begin()->second;
  remove(where, piece);
  simulation_->schedule(piece.wake, now, Phase::End, *piece.waiter, 0, piece.number);
}

void FairSharing::remove(RateClasses::iterator where, Piece& piece) {
  where->second.pieces.erase(piece.place);
  piece.active = false;
  if (where->second.pieces.empty()) classes_.erase(where);
}

/// Weighted max-min fairness: a class runs at its bound if its fair share of the remaining capacity reaches it; the
/// others share the remainder by weight.
void FairSharing::allocate_rates() {
  double weights = 0;
  for (const auto& [terms, group] : classes_) weights += terms.weight * static_cast<double>(group.pieces.size());
  double left = capacity_;
  rate_ = 0;
  for (auto& [terms, group] : classes_) {
    const auto members = static_cast<double>(group.pieces.size());
    const double fair = weights > 0 ? std::max(left, 0.0) / weights * terms.weight : 0.0;
    group.rate = std::min(terms.bound, fair);
    rate_ += group.rate * members;
    left -= group.rate * members;
    weights -= terms.weight * members;
  }
}

void FairSharing::schedule_next_completion() {
  simulation_->cancel(completion_timer_);
  RateClasses::iterator where;
  const double next = next_completion(where);
  constexpr double kNever = 1e11;  // seconds; beyond any horizon
  if (next > kNever) return;
  const auto whole = static_cast<std::int64_t>(std::ceil(fraction_ + next - kGrace));
  const Time when = std::max(second_ + Duration(whole), simulation_->now());
  simulation_->schedule(completion_timer_, when, Phase::Change, *this, 0);
}

}  // namespace trapphus::engine
