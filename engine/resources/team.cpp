// SPDX-License-Identifier: MIT
#include "engine/resources/team.hpp"

#include <cmath>
#include <stdexcept>

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
}

Activity::~Activity() {
  team_.sharing_->stop(team_.simulation_, piece_);
  team_.simulation_.cancel(piece_.wake);
}

}  // namespace trapphus::engine
