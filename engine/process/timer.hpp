// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "engine/time.hpp"

namespace trapphus::engine {

/// The order of what happens at one instant. Everything of one phase happens before anything of the next; whatever
/// waits for a unit is served between phases, so releases come before claims, and a unit that is released at the very
/// instant at which somebody's patience ends is still his.
enum class Phase : std::uint8_t {
  Change,   ///< The world changes: capacities, dates, bookkeeping of shared work.
  End,      ///< Delays and pieces of work end.
  Deadline  ///< Delays that race with something else give up.
};

/// An instant and a phase in one number that sorts: seconds since a date long ago, times four, plus the phase.
class Instant {
 public:
  constexpr Instant() = default;
  constexpr Instant(Time time, Phase phase)
      : key_((static_cast<std::uint64_t>(time.time_since_epoch().count() + kOrigin) << 2) |
             static_cast<std::uint64_t>(phase)) {}
  /// The inverse of key().
  [[nodiscard]] static constexpr Instant of_key(std::uint64_t key) {
    Instant instant;
    instant.key_ = key;
    return instant;
  }
  [[nodiscard]] constexpr Time time() const { return Time(Duration(static_cast<std::int64_t>(key_ >> 2) - kOrigin)); }
  [[nodiscard]] constexpr std::uint64_t key() const { return key_; }
  friend constexpr auto operator<=>(Instant, Instant) = default;

 private:
  /// 2^38 seconds, 8 700 years: all keys are positive.
  static constexpr std::int64_t kOrigin = std::int64_t{1} << 38;
  std::uint64_t key_ = 0;
};

/// Who is told when something happens that was waited for. `branch` tells which of several things it was.
class Waiter {
 public:
  virtual void fired(unsigned branch) = 0;

 protected:
  Waiter() = default;
  Waiter(const Waiter&) = default;
  Waiter& operator=(const Waiter&) = default;
  ~Waiter() = default;
};

/// Something to be told at an instant. Lives in whatever waits; a kernel's calendar refers to it.
struct Timer {
  Timer() = default;
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  Instant when;
  std::uint64_t number = 0;  ///< Order of arrival: decides within one phase of one instant.
  Waiter* waiter = nullptr;
  std::uint32_t place = 0;  ///< For the calendar: a hint where in its slot the timer is.
  std::uint8_t branch = 0;  ///< Told to the waiter.
  bool resumes = false;     ///< The waiter is a process, which just goes on.
  bool scheduled = false;
};

}  // namespace trapphus::engine
