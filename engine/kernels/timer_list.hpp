// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "engine/process/timer.hpp"

namespace trapphus::engine {

/// A timer in the calendar. The key is stored beside the pointer so that sorting does not access the timers, which are
/// spread over all coroutine frames.
struct TimerEntry {
  std::uint64_t key;
  Timer* timer;
};

/// A growing array of up to 2^32 timers. Differs from std::vector in three respects that the calendar's speed depends
/// on: growing is an out-of-line call; entries are copied field by field, since loading 16 bytes right after storing
/// two halves defeats store forwarding; and the object is small, since the calendar has many.
class TimerList {
 public:
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] TimerEntry* begin() const { return entries_.get(); }
  [[nodiscard]] TimerEntry* end() const { return entries_.get() + size_; }
  [[nodiscard]] TimerEntry& operator[](std::size_t i) const { return entries_[i]; }
  [[nodiscard]] TimerEntry& back() const { return entries_[size_ - 1]; }

  void push(std::uint64_t key, Timer& timer) { set(*append(), key, timer); }
  /// Appends an uninitialised entry.
  TimerEntry* append() {
    if (size_ == capacity_) [[unlikely]]
      grow(size_ + 1);
    return entries_.get() + size_++;
  }
  void pop() { --size_; }
  /// Added entries are uninitialised.
  void resize(std::size_t size) {
    if (size > capacity_) [[unlikely]]
      grow(size);
    size_ = static_cast<std::uint32_t>(size);
  }
  void clear() { size_ = 0; }

  static void set(TimerEntry& entry, std::uint64_t key, Timer& timer) {
    entry.key = key;
    entry.timer = &timer;
  }
  static void copy(TimerEntry& to, const TimerEntry& from) { set(to, from.key, *from.timer); }

 private:
  void grow(std::size_t size);

  std::unique_ptr<TimerEntry[]> entries_;
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = 0;
};

}  // namespace trapphus::engine
