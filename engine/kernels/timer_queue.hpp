// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/kernels/timer_list.hpp"
#include "engine/process/timer.hpp"

namespace trapphus::engine {

/// The calendar's priority queue: a radix-16 timing wheel behind a small sorted front. Distant timers are kept unsorted
/// in the wheel's slots; the nearest slot is moved to the front and sorted on demand. Insert is O(1) amortised, erase
/// O(1) plus a search in short slots. Order: instant, phase, number.
class TimerQueue {
 public:
  TimerQueue() = default;
  TimerQueue(const TimerQueue&) = delete;
  TimerQueue& operator=(const TimerQueue&) = delete;
  ~TimerQueue() = default;

  /// Precondition: not before the timer popped last, nor before the limit of a has_due() that returned false (phases of
  /// one instant aside). Throws std::domain_error if the time is more than 130 000 years away.
  void insert(Timer& timer);
  void erase(Timer& timer);
  /// Whether a timer is due up to and including `last`. Slots beyond `last` stay closed, so that the wheel's base never
  /// passes the clock.
  [[nodiscard]] bool has_due(Instant last) {
    if (front_.empty() && !refill(last.key())) return false;
    return front_.back().key <= last.key();
  }
  /// Key of the next timer. Precondition, as for pop(): has_due() or due_at() returned true.
  [[nodiscard]] Instant next() const { return Instant::of_key(front_.back().key); }
  /// Whether the next timer is due at `when`, the instant and phase of the timer popped last.
  [[nodiscard]] bool due_at(Instant when) {
    if (front_.empty() && (limit_ > when.key() || !refill(when.key()))) return false;
    return front_.back().key == when.key();
  }
  /// Removes and returns the next timer, and prefetches the following one with its coroutine frame.
  Timer& pop() {
    Timer& timer = *front_.back().timer;
    front_.pop();
    if (!front_.empty()) prefetch(*front_.back().timer);
    timer.scheduled = false;
    return timer;
  }
  [[nodiscard]] std::size_t size() const { return front_.size() + in_wheel_; }

 private:
  static constexpr unsigned kBits = 4;
  static constexpr unsigned kSlots = 1U << kBits;
  static constexpr unsigned kLevels = 11;  // 44 bits: 2 of phase, 42 of seconds
  static constexpr std::uint64_t kNoLimit = ~std::uint64_t{0};
  static constexpr std::size_t kLongFront = 48;
  static constexpr std::size_t kShortFront = kLongFront / 2;
  static constexpr std::size_t kShortSlot = 64;  // longer slots record each timer's index

  struct SlotAddress {
    unsigned level, slot;
  };
  /// Slot of a key: its level is the highest digit in which the key differs from the base.
  [[nodiscard]] SlotAddress address_of(std::uint64_t key) const;
  [[nodiscard]] bool in_front(const Timer& timer) const {
    const std::uint64_t key = timer.when.key();
    return key < limit_ || (key == limit_ && timer.number < limit_number_);
  }
  static void prefetch(const Timer& timer) {
    const char* const line = reinterpret_cast<const char*>(&timer);
    for (int i = 0; i < 4; ++i) __builtin_prefetch(line + 64 * i);
  }
  void insert_in_front(Timer& timer);
  void insert_in_wheel(Timer& timer);
  void erase_from_front(Timer& timer);
  void erase_from_wheel(const Timer& timer);
  void scatter(const TimerEntry* begin, const TimerEntry* end, bool remember_places);
  void spill();
  bool refill(std::uint64_t last);
  [[nodiscard]] bool first_slot(SlotAddress& at) const;
  [[nodiscard]] std::uint64_t start(SlotAddress at) const;
  [[nodiscard]] bool open_slot(SlotAddress at);
  void move_instant_to_front(const TimerList& list);
  void move_few_to_front(const TimerList& list);

  /// Timers before this key and number belong to the front.
  std::uint64_t limit_ = kNoLimit;
  std::uint64_t limit_number_ = 0;
  TimerList front_;         // descending: the next timer is at the back, near most insertions
  std::uint64_t base_ = 0;  // origin of the wheel's slots; never above limit_
  std::size_t in_wheel_ = 0;
  std::array<std::uint32_t, kLevels> occupied_{};  // one bit per slot
  std::array<std::array<TimerList, kSlots>, kLevels> slots_;
};

}  // namespace trapphus::engine
