// SPDX-License-Identifier: MIT
#include "engine/kernels/fair_sharing.hpp"

#include <cmath>
#include <utility>

#include "engine/process/simulation.hpp"

namespace trapphus::engine {

namespace {

constexpr double kGrace = 1e-3;  // seconds after a whole second that still count as it

}  // namespace

void FairSharing::start(Simulation& simulation, Piece& piece) {
  if (!simulation_) second_ = simulation.now();
  simulation_ = &simulation;
  catch_up(simulation.now());
  Class& group = classes_[{piece.bound, piece.weight}];
  piece.place = group.pieces.emplace(group.clock + piece.amount, &piece);
  piece.active = true;
  share_out();
  set_alarm();
}

void FairSharing::stop(Simulation& simulation, Piece& piece) {
  if (!piece.active || simulation.closing()) return;
  catch_up(simulation.now());
  if (!piece.active) return;  // was finished before now, though not told yet
  remove(classes_.find({piece.bound, piece.weight}), piece);
  share_out();
  set_alarm();
}

void FairSharing::set_capacity(Simulation& simulation, double capacity) {
  if (!simulation_) second_ = simulation.now();
  simulation_ = &simulation;
  catch_up(simulation.now());
  capacity_ = capacity;
  share_out();
  set_alarm();
}

double FairSharing::delivered(Simulation& simulation) {
  if (simulation_) catch_up(simulation.now());
  return delivered_;
}

void FairSharing::fired(unsigned) {
  catch_up(simulation_->now());
  set_alarm();
}

/// Goes forward to `now`, completing at its exact instant what is finished on the way.
void FairSharing::catch_up(Time now) {
  const auto left = [&] { return static_cast<double>((now - second_).count()) - fraction_; };
  Classes::iterator where;
  for (double next = next_completion(where); next <= left() + kGrace; next = next_completion(where)) {
    advance(next);
    complete_front(where, now);
    share_out();
  }
  if (left() > 0) {
    advance(left());
    second_ = now;
    fraction_ = 0;
  }
}

void FairSharing::advance(double seconds) {
  for (auto& [terms, group] : classes_) group.clock += group.rate * seconds;
  delivered_ += rate_ * seconds;
  fraction_ += seconds;
  const double whole = std::floor(fraction_);
  second_ += Duration(static_cast<std::int64_t>(whole));
  fraction_ -= whole;
}

/// Seconds from where the shares are known to the next completion, infinite if there is none.
double FairSharing::next_completion(Classes::iterator& where) {
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

void FairSharing::complete_front(Classes::iterator where, Time now) {
  Piece& piece = *where->second.pieces.begin()->second;
  remove(where, piece);
  simulation_->schedule(piece.wake, now, Phase::End, *piece.waiter, 0, piece.number);
}

void FairSharing::remove(Classes::iterator where, Piece& piece) {
  where->second.pieces.erase(piece.place);
  piece.active = false;
  if (where->second.pieces.empty()) classes_.erase(where);
}

/// Weighted max-min: a class gets its bound if its fair share of what is left reaches it; the others divide the rest by
/// weight.
void FairSharing::share_out() {
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

void FairSharing::set_alarm() {
  simulation_->cancel(alarm_);
  Classes::iterator where;
  const double next = next_completion(where);
  constexpr double kNever = 1e11;  // seconds: beyond any horizon
  if (next > kNever) return;
  const auto whole = static_cast<std::int64_t>(std::ceil(fraction_ + next - kGrace));
  const Time when = std::max(second_ + Duration(whole), simulation_->now());
  simulation_->schedule(alarm_, when, Phase::Change, *this, 0);
}

}  // namespace trapphus::engine
