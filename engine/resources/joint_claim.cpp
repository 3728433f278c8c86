// SPDX-License-Identifier: MIT
#include "engine/resources/joint_claim.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace trapphus::engine {

void Pool::join(Pool& second) {
  if (second_ || !firsts_.empty() || second.second_ || second.lines_.size() != 1 || &second == this)
    throw std::logic_error("pool '" + name_ + "' cannot be joined to pool '" + second.name_ + "'");
  second_ = &second;
  second.firsts_.push_back(this);
}

/// Grants a unit of each pool to the line's first joint claim.
void Pool::grant_joint(Line& line) {
  auto& place = static_cast<JointPlace&>(line.joint.pop_front());
  --waiting_;
  --second_->joint_waiting_;
  place.unit = allocate(line);
  place.second_unit = second_->allocate(second_->lines_.front());
  place.waiter->fired(place.branch);
}

/// Serves claims of a single unit, up to a joint claim for which the second pool has a unit.
void Pool::serve_first() {
  while (held_ < units_) {
    Line* const single = next_served_line(&Line::waiting);
    Line* const joint = next_served_line(&Line::joint);
    const bool joint_is_next = joint && (!single || precedes(*joint->joint.front(), *single->waiting.front()));
    if (joint_is_next && second_->held_ < second_->units_) {
      simulation_.request_service(*second_);
      return;
    }
    if (!single) break;
    grant(*single);
  }
  announce_vacancies();
}

/// Serves claims of this pool alone and joint claims, in the order of their priorities here.
void Pool::serve_second() {
  for (;;) {
    for (Pool* const pool : firsts_) pool->serve_first();
    if (held_ >= units_) return;
    Line* const single = next_served_line(&Line::waiting);
    const Place* best = single ? single->waiting.front() : nullptr;
    std::pair<Pool*, Line*> joint{};
    std::int64_t priority = best ? best->priority : 0;
    for (Pool* const pool : firsts_) {
      Line* const line = pool->held_ < pool->units_ ? pool->next_served_line(&Line::joint) : nullptr;
      if (!line) continue;
      const auto& place = static_cast<const JointPlace&>(*line->joint.front());
      const bool first = !best || std::pair(place.second_priority, place.number) < std::pair(priority, best->number);
      if (!first) continue;
      best = &place;
      priority = place.second_priority;
      joint = {pool, line};
    }
    if (joint.first) {
      joint.first->grant_joint(*joint.second);
    } else if (single) {
      grant(*single);
    } else {
      return;
    }
  }
}

/// Without reserves it matters only whether any unit is vacant.
void Pool::announce_vacancies() {
  const int now = std::max(units_ - held_, 0);
  const int before = std::exchange(vacancies_, now);
  if (before != now && (reserves_ || before == 0 || now == 0)) vacancies_changed_.announce();
}

void Pool::JointClaim::Armed::arm(Process::promise_type& process, Waiter& waiter, unsigned branch) {
  Simulation& simulation = process.simulation();
  place_.waiter = &waiter;
  place_.branch = static_cast<std::uint8_t>(branch);
  place_.number = simulation.next_number();
  pool_->lines_[place_.line].joint.push(place_);
  ++pool_->waiting_;
  ++pool_->second_->joint_waiting_;
  if (pool_->held_ < pool_->units_) simulation.request_service(*pool_);
}

void Pool::JointClaim::Armed::disarm(Process::promise_type&) {
  if (place_.state == Place::State::Waiting) {
    pool_->lines_[place_.line].joint.remove(place_);
    --pool_->waiting_;
    --pool_->second_->joint_waiting_;
  } else if (place_.state == Place::State::Granted) {
    pool_->release(place_.unit, place_.line);
    pool_->second_->release(place_.second_unit, 0);
  }
  place_.state = Place::State::Away;
}

std::pair<Grant, Grant> Pool::JointClaim::Armed::result() {
  place_.state = Place::State::Away;
  return {Grant(*pool_, place_.unit, place_.line), Grant(*pool_->second_, place_.second_unit, 0)};
}

}  // namespace trapphus::engine
