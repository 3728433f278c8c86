// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "engine/process/timer.hpp"

namespace trapphus::engine {

class Sharing;

/// What a kernel drives: the clock, and whatever became ready.
class Settling {
 public:
  [[nodiscard]] Time now() const { return now_; }
  /// The clock is now at `time`. Called before the timers of an instant fire.
  void set_now(Time time) { now_ = time; }
  /// All timers of this instant and phase have fired: runs everything that became ready, serves whatever waits for
  /// units, until all is quiet.
  virtual void settle() = 0;
  /// The same when a single timer has fired, one with `resumes`: the short way for what happens most.
  virtual void resume(Waiter& process) = 0;

 protected:
  explicit Settling(Time now) : now_(now) {}
  Settling(const Settling&) = default;
  Settling& operator=(const Settling&) = default;
  ~Settling() = default;

 private:
  Time now_;
};

/// Decides when things happen; in which order, at one instant, the timers' phases and numbers decide. Pools, signals
/// and all rules of order are above it, and the same for every kernel.
class Kernel {
 public:
  Kernel() = default;
  Kernel(const Kernel&) = delete;
  Kernel& operator=(const Kernel&) = delete;
  virtual ~Kernel() = default;

  /// `timer.when` is not before now.
  virtual void schedule(Timer& timer) = 0;
  virtual void cancel(Timer& timer) = 0;
  /// Fires all timers up to and including `last`, in order. Returns false when nothing is scheduled any more. An
  /// exception from `settling` or a waiter ends it and comes out.
  virtual bool run(Settling& settling, Time last) = 0;
  /// Divisible capacity (see team.hpp) as this kernel shares it.
  [[nodiscard]] virtual std::unique_ptr<Sharing> share(const std::string& name, double capacity) = 0;
};

/// The default: an event calendar of our own.
[[nodiscard]] std::unique_ptr<Kernel> calendar_kernel();

}  // namespace trapphus::engine
