// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>

#include "engine/process/timer.hpp"

namespace trapphus::engine {

/// Node of a WaitingLine, stored in the claim that waits.
struct Place {
  Place* next = nullptr;
  Place* previous = nullptr;
  std::int64_t priority = 0;  ///< Smaller is served first.
  std::uint64_t number = 0;   ///< Order of arrival.
  Waiter* waiter = nullptr;
  std::uint32_t unit = 0;   ///< Granted unit.
  std::uint16_t line = 0;   ///< Index of the pool's line.
  std::uint8_t branch = 0;  ///< Argument of Waiter::fired.
  enum class State : std::uint8_t { Away, Waiting, Granted } state = State::Away;
};

/// Node of a joint claim.
struct JointPlace : Place {
  std::int64_t second_priority = 0;  ///< Among the claims of the second pool.
  std::uint32_t second_unit = 0;
};

[[nodiscard]] inline bool precedes(const Place& a, const Place& b) {
  return a.priority != b.priority ? a.priority < b.priority : a.number < b.number;
}

/// A priority queue with FIFO order within a priority; smaller priorities first. O(1) if all have priority 0, otherwise
/// O(log(number of different priorities)).
class WaitingLine {
 public:
  void push(Place& place) {
    List& list = place.priority == 0 ? plain_ : with_priority(place.priority);
    place.next = nullptr;
    place.previous = list.last;
    (list.last ? list.last->next : list.first) = &place;
    list.last = &place;
    place.state = Place::State::Waiting;
    ++size_;
  }
  void remove(Place& place) {
    List& list = place.priority == 0 ? plain_ : with_priority(place.priority);
    (place.previous ? place.previous->next : list.first) = place.next;
    (place.next ? place.next->previous : list.last) = place.previous;
    if (place.priority != 0 && !list.first) drop_priority(place.priority);
    place.state = Place::State::Granted;
    --size_;
  }
  /// Removes and returns the first entry. Precondition: not empty.
  Place& pop_front() {
    if (!others_.empty()) [[unlikely]] {
      Place& place = *front();
      remove(place);
      return place;
    }
    Place& place = *plain_.first;
    plain_.first = place.next;
    (place.next ? place.next->previous : plain_.last) = nullptr;
    place.state = Place::State::Granted;
    --size_;
    return place;
  }
  [[nodiscard]] Place* front() const {
    if (others_.empty()) return plain_.first;
    const auto& [priority, list] = *others_.begin();
    return priority < 0 || !plain_.first ? list.first : plain_.first;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct List {
    Place* first = nullptr;
    Place* last = nullptr;
  };
  [[gnu::noinline]] List& with_priority(std::int64_t priority) { return others_[priority]; }
  [[gnu::noinline]] void drop_priority(std::int64_t priority) { others_.erase(priority); }
  List plain_;
  std::map<std::int64_t, List> others_;
  std::size_t size_ = 0;
};

}  // namespace trapphus::engine
