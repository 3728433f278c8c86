// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "engine/time.hpp"

namespace trapphus::engine {

/// The order of events at one instant. All events of one phase are processed before those of the next. Servers are run
/// between phases, so releases precede claims, and a unit that is released at the instant of a claim's deadline is
/// still granted to that claim.
enum class Phase : std::uint8_t {
  Change,   ///< State changes: capacities, scheduled dates, completions of shared work.
  End,      ///< Delays and activities end.
  Deadline  ///< Delays inside first_of expire.
};

/// An instant and a phase in one sortable number: seconds since an origin, times four, plus the phase.
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

/// Callback of an event. `branch` identifies the event among several that one waiter waits for.
class Waiter {
 public:
  virtual void fired(unsigned branch) = 0;

 protected:
  Waiter() = default;
  Waiter(const Waiter&) = default;
  Waiter& operator=(const Waiter&) = default;
  ~Waiter() = default;
};

/// A scheduled callback: node of a kernel's calendar, stored in the object that waits.
struct Timer {
  Timer() = default;
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  Instant when;
  std::uint64_t number = 0;  ///< Tie-break within one phase of one instant: order of scheduling.
  Waiter* waiter = nullptr;
  std::uint32_t place = 0;  ///< For the calendar: hint of the timer's index in its slot.
  std::uint8_t branch = 0;  ///< Argument of Waiter::fired.
  bool resumes = false;     ///< The waiter is a process, which is resumed without a further step.
  bool scheduled = false;
};

}  // namespace trapphus::engine
