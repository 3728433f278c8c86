// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/kernels/timer_list.hpp"
#include "engine/process/timer.hpp"

namespace trapphus::engine {

/// The calendar's data structure: a radix-16 timing wheel behind a small sorted front. Timers far away wait unsorted in
/// the wheel's slots; the nearest slot is moved to the front and sorted when it is needed. Insert takes O(1) amortised,
/// cancel O(1) too (a short search where slots are short). Order: instant, phase, number.
class TimerQueue {
 public:
  TimerQueue() = default;
  TimerQueue(const TimerQueue&) = delete;
  TimerQueue& operator=(const TimerQueue&) = delete;
  ~TimerQueue() = default;

  /// Not before what was popped last, nor before what any() looked up to in vain (phases of one instant aside). Throws
  /// std::domain_error if the time is beyond the calendar (more than 130 000 years away).
  void insert(Timer& timer);
  void erase(Timer& timer);
  /// Whether a timer is due up to and including `last`. Slots beyond it stay closed, so that the wheel never gets ahead
  /// of the clock.
  [[nodiscard]] bool any(Instant last) {
    if (front_.empty() && !refill(last.key())) return false;
    return front_.back().key <= last.key();
  }
  /// When the next timer is due. Only after any() or due_at() said that there is one, as pop().
  [[nodiscard]] Instant next() const { return Instant::of_key(front_.back().key); }
  /// Whether the next timer is due at this very instant and phase, at which one was popped.
  [[nodiscard]] bool due_at(Instant when) {
    if (front_.empty() && (limit_ > when.key() || !refill(when.key()))) return false;
    return front_.back().key == when.key();
  }
  /// Removes and returns the next timer, and fetches the one after it: it lies in the frame of a coroutine that is
  /// likely to go on soon.
  Timer& pop() {
    Timer& timer = *front_.back().timer;
    front_.pop();
    if (!front_.empty()) fetch(*front_.back().timer);
    timer.scheduled = false;
    return timer;
  }
  [[nodiscard]] std::size_t size() const { return front_.size() + in_wheel_; }

 private:
  static constexpr unsigned kBits = 4;
  static constexpr unsigned kSlots = 1U << kBits;
  static constexpr unsigned kLevels = 11;  // 44 bits: two of phase, the others of seconds
  static constexpr std::uint64_t kNoLimit = ~std::uint64_t{0};
  static constexpr std::size_t kLongFront = 48;
  static constexpr std::size_t kShortFront = kLongFront / 2;
  static constexpr std::size_t kShortSlot = 64;  // searched; longer ones keep each timer's place

  struct Where {
    unsigned level, slot;
  };
  /// Where a key belongs, given the base: the level of the highest digit in which they differ.
  [[nodiscard]] Where where(std::uint64_t key) const;
  [[nodiscard]] bool in_front(const Timer& timer) const {
    const std::uint64_t key = timer.when.key();
    return key < limit_ || (key == limit_ && timer.number < limit_number_);
  }
  static void fetch(const Timer& timer) {
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
  [[nodiscard]] bool first_slot(Where& at) const;
  [[nodiscard]] std::uint64_t start(Where at) const;
  [[nodiscard]] bool open_slot(Where at);
  void bring_one_instant(const TimerList& list);
  void bring_few(const TimerList& list);

  /// What is before this key and number belongs to the front.
  std::uint64_t limit_ = kNoLimit;
  std::uint64_t limit_number_ = 0;
  TimerList front_;         // descending: the next is at the back, and what is inserted
                            // is mostly near it
  std::uint64_t base_ = 0;  // never above limit_; the wheel's slots are relative to it
  std::size_t in_wheel_ = 0;
  std::array<std::uint32_t, kLevels> occupied_{};  // a bit a slot
  std::array<std::array<TimerList, kSlots>, kLevels> slots_;
};

}  // namespace trapphus::engine
