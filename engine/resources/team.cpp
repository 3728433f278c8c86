// SPDX-License-Identifier: MIT
#include "engine/resources/team.hpp"

#include <cmath>
#include <stdexcept>
#include <utility>

namespace trapphus::engine {

Team::Team(Simulation& simulation, std::string name, double capacity)
    : simulation_(simulation), name_(std::move(name)), capacity_(capacity) {
  check(capacity);
  sharing_ = simulation.kernel().share(name_, capacity);
}

void Team::check(double capacity) const {
  if (!(capacity >= 0) || std::isinf(capacity)) {
    throw std::domain_error("team '" + name_ + "' has a negative or infinite capacity");
  }
}

void Team::set_capacity(double capacity) {
  check(capacity);
  capacity_ = capacity;
  sharing_->set_capacity(simulation_, capacity);
  set_level();
}

void Team::count(double bound, double weight, int more) {
  if (!watched_) return;
  const auto place = activities_.try_emplace({bound, weight}, 0).first;
  place->second += more;
  if (place->second == 0) activities_.erase(place);
  set_level();
}

/// Weighted max-min: those who reach their bound leave the rest of the capacity to the others, by weight.
void Team::set_level() {
  if (!watched_) return;
  double left = capacity_, weights = 0;
  for (const auto& [terms, number] : activities_) weights += number * terms.weight;
  double level = kEndless;
  for (const auto& [terms, number] : activities_) {
    constexpr double kWithinRounding = 1e-9;
    if (terms.bound * weights > terms.weight * left * (1 + kWithinRounding)) {
      level = std::max(left, 0.0) / weights;
      break;
    }
    left -= number * terms.bound;
    weights -= number * terms.weight;
  }
  if (std::exchange(level_, level) != level) rates_changed_.announce();
}

Activity::Activity(Team& team, double amount, double bound, double weight) : team_(team) {
  if (!(amount >= 0) || !(bound > 0) || !(weight > 0) || std::isinf(weight)) {
    throw std::domain_error("work for team '" + team.name() + "' has an impossible amount, bound or weight");
  }
  piece_.amount = amount;
  piece_.bound = bound;
  piece_.weight = weight;
  piece_.waiter = this;
  piece_.number = team.simulation_.next_number();
  team.sharing_->start(team.simulation_, piece_);
  team.count(bound, weight, 1);
}

void Activity::fired(unsigned) {
  leave();
  finished_.announce();
}

void Activity::leave() {
  if (std::exchange(counted_, false)) team_.count(piece_.bound, piece_.weight, -1);
}

Activity::~Activity() {
  team_.sharing_->stop(team_.simulation_, piece_);
  team_.simulation_.cancel(piece_.wake);
  leave();
}

}  // namespace trapphus::engine
