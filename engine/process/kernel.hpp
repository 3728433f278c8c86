// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "engine/process/timer.hpp"

namespace trapphus::engine {

class Sharing;

/// What a kernel drives: the clock and the queue of ready processes. Implemented by Simulation.
class KernelClient {
 public:
  [[nodiscard]] Time now() const { return now_; }
  /// Moves the clock. Called before the timers of an instant fire.
  void set_now(Time time) { now_ = time; }
  /// Called after all timers of an instant and phase have fired: resumes ready processes and runs requested servers
  /// until neither is left.
  virtual void run_ready() = 0;
  /// Fast path of the same for a single timer with `resumes` set: resumes its process first, without the ready queue.
  virtual void resume(Waiter& process) = 0;

 protected:
  explicit KernelClient(Time now) : now_(now) {}
  KernelClient(const KernelClient&) = default;
  KernelClient& operator=(const KernelClient&) = default;
  ~KernelClient() = default;

 private:
  Time now_;
};

/// Advances the clock and fires timers. At one instant timers fire by phase and number. Pools, signals and the rules of
/// order are implemented above it, identically for every kernel.
class Kernel {
 public:
  Kernel() = default;
  Kernel(const Kernel&) = delete;
  Kernel& operator=(const Kernel&) = delete;
  virtual ~Kernel() = default;

  /// Precondition: `timer.when` is not before now.
  virtual void schedule(Timer& timer) = 0;
  virtual void cancel(Timer& timer) = 0;
  /// Fires all timers up to and including `last`, in order. Returns whether any timer is still scheduled. Exceptions
  /// from `client` or a waiter propagate.
  virtual bool run(KernelClient& client, Time last) = 0;
  /// Divisible capacity (see team.hpp) as this kernel shares it.
  [[nodiscard]] virtual std::unique_ptr<Sharing> share(const std::string& name, double capacity) = 0;
};

/// The default kernel: an event calendar (engine/kernels/timer_queue.hpp).
[[nodiscard]] std::unique_ptr<Kernel> calendar_kernel();

}  // namespace trapphus::engine
