// SPDX-License-Identifier: MIT
#include "engine/resources/pool.hpp"

#include <algorithm>
#include <stdexcept>

namespace trapphus::engine {

Pool::Pool(Simulation& simulation, std::string name, int units)
    : Pool(simulation, std::move(name), units, std::vector<int>{0}) {}

Pool::Pool(Simulation& simulation, std::string name, int units, const std::vector<int>& reserved)
    : simulation_(simulation), name_(std::move(name)), units_(0), lines_(std::max<std::size_t>(reserved.size(), 1)) {
  for (std::size_t line = 0; line < reserved.size(); ++line) set_reserved(line, reserved[line]);
  add(units);
}

void Pool::add(int units) {
  if (units_ + units < 0) throw std::domain_error("pool '" + name_ + "' would have a negative number of units");
  units_ += units;
  // Vacant units are removed first; held ones are withdrawn on release.
  const auto vacant = static_cast<std::uint32_t>(std::max(units_ - held_, 0));
  vacant_ = std::min(vacant_, vacant);
  while (vacant_ < vacant) {
    const std::uint32_t unit = create_unit();
    free_[vacant_++] = unit;
  }
  if (units > 0 || second_) request_service();
}

void Pool::set_reserved(std::size_t line, int units) {
  if (units < 0) throw std::domain_error("pool '" + name_ + "' cannot reserve a negative number of units");
  lines_[line].reserved = units;
  reserves_ = std::any_of(lines_.begin(), lines_.end(), [](const Line& l) { return l.reserved > 0; });
  request_service();
}

/// A line is entitled to a vacant unit up to its own reserve, and beyond it if the units left cover the unused reserves
/// of the others. Where the reserves exceed the units, every line can still reach its own reserve.
bool Pool::may_grant(const Line& line) const {
  if (!reserves_ || line.held < line.reserved) return true;
  int kept = 0;
  for (const Line& other : lines_) {
    if (&other != &line) kept += std::max(other.reserved - other.held, 0);
  }
  return units_ - held_ > kept;
}

Pool::Line* Pool::next_served_line(WaitingLine Line::*queue) {
  Line* best = nullptr;
  const Place* first = nullptr;
  for (Line& line : lines_) {
    const Place* place = (line.*queue).front();
    if (!place || !may_grant(line)) continue;
    if (!first || precedes(*place, *first)) {
      best = &line;
      first = place;
    }
  }
  return best;
}

std::uint32_t Pool::allocate(Line& line) {
  ++held_;
  ++line.held;
  return vacant_ > 0 ? free_[--vacant_] : create_unit();
}

[[gnu::noinline]] std::uint32_t Pool::create_unit() {
  free_.push_back(0);
  return units_created_++;
}

void Pool::serve() {
  if (second_) return serve_first();
  if (!firsts_.empty()) return serve_second();
  while (held_ < units_ && waiting_ > 0) {
    Line* const line = lines_.size() == 1 ? lines_.data() : next_served_line();
    if (!line) return;
    grant(*line);
  }
}

void Pool::grant(Line& line) {
  Place& place = line.waiting.pop_front();
  --waiting_;
  place.unit = allocate(line);
  place.waiter->fired(place.branch);
}

Grant Pool::occupy(std::size_t line) {
  return {*this, allocate(lines_[line]), line};
}

void Pool::release(std::uint32_t unit, std::size_t line) {
  --held_;
  --lines_[line].held;
  if (held_ >= units_) return;
  free_[vacant_++] = unit;
  request_service();
}

void Pool::remove_unit(std::size_t line) {
  --held_;
  --lines_[line].held;
  if (units_ > 0) --units_;
}

}  // namespace trapphus::engine
