// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "engine/process/timer.hpp"

namespace trapphus::engine {

/// A timer in the calendar. The key is kept beside the pointer, so that timers far away, which are spread over all
/// coroutine frames, are not touched until they fire.
struct TimerEntry {
  std::uint64_t key;
  Timer* timer;
};

/// A growing array of timers, up to 2^32: a std::vector, but for what the calendar's speed depends on. Growing is a
/// call, so that whoever pushes stays free of it; entries are copied field by field, since a processor that has just
/// stored two halves must wait before it can load the whole; and a list is small, since the calendar has many.
class TimerList {
 public:
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] TimerEntry* begin() const { return entries_.get(); }
  [[nodiscard]] TimerEntry* end() const { return entries_.get() + size_; }
  [[nodiscard]] TimerEntry& operator[](std::size_t i) const { return entries_[i]; }
  [[nodiscard]] TimerEntry& back() const { return entries_[size_ - 1]; }

  void push(std::uint64_t key, Timer& timer) { set(*append(), key, timer); }
  /// One more entry at the end, for the caller to fill.
  TimerEntry* append() {
    if (size_ == capacity_) [[unlikely]]
      grow(size_ + 1);
    return entries_.get() + size_++;
  }
  void pop() { --size_; }
  /// Entries that are added are for the caller to fill.
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
