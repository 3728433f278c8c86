// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <type_traits>

#include "engine/process/simulation.hpp"

/// Events that a process can wait for. Each type is awaitable by itself and a part of first_of and all_of (see
/// combine.hpp). A part has a nested type Armed, which holds the subscription: arm() once; then disarm(), unless it has
/// fired; result() after it has fired. The awaiter that arms a part disarms it, at the latest in its destructor.
namespace trapphus::engine {

/// `co_await delay(...)` resumes after a duration, `co_await until(...)` at a time. Past times count as now,
/// Time::max() as never. In first_of they expire in Phase::Deadline, after all other events of the instant.
class Delay {
 public:
  static constexpr bool kTimed = true;
  explicit Delay(Duration duration) : duration_(duration) {}

  [[nodiscard]] static bool await_ready() noexcept { return false; }
  void await_suspend(Process::Handle process) const {
    auto& promise = process.promise();
    promise.simulation().resume_at(promise, end(promise.simulation()));
  }
  static void await_resume() noexcept {}

  [[nodiscard]] bool never() const { return false; }
  [[nodiscard]] Time end(const Simulation& simulation) const {
    return simulation.now() + std::max(duration_, Duration{0});
  }

 private:
  Duration duration_;
};

class Until {
 public:
  static constexpr bool kTimed = true;
  explicit Until(Time time, Phase phase = Phase::End) : time_(time), phase_(phase) {}

  [[nodiscard]] static bool await_ready() noexcept { return false; }
  void await_suspend(Process::Handle process) const {
    auto& promise = process.promise();
    if (!never()) promise.simulation().resume_at(promise, end(promise.simulation()), phase_);
  }
  static void await_resume() noexcept {}

  [[nodiscard]] bool never() const { return time_ == Time::max(); }
  [[nodiscard]] Time end(const Simulation& simulation) const { return std::max(time_, simulation.now()); }

 private:
  Time time_;
  Phase phase_;
};

[[nodiscard]] inline Delay delay(Duration duration) {
  return Delay(duration);
}
/// `phase` has an effect only when awaited outside first_of and all_of.
[[nodiscard]] inline Until until(Time time, Phase phase = Phase::End) {
  return Until(time, phase);
}

/// A deadline with its own timer.
template <class Timed>
class ArmedDeadline {
 public:
  using Result = void;
  explicit ArmedDeadline(const Timed& wait) : wait_(wait) {}
  void arm(Process::promise_type& process, Waiter& waiter, unsigned branch) {
    Simulation& simulation = process.simulation();
    if (!wait_.never()) simulation.schedule(timer_, wait_.end(simulation), Phase::Deadline, waiter, branch);
  }
  void disarm(Process::promise_type& process) { process.simulation().cancel(timer_); }

 private:
  Timed wait_;
  Timer timer_;
};

/// A deadline that uses the timer of the process, which serves at most one at a time.
template <class Timed>
class ProcessTimerDeadline {
 public:
  using Result = void;
  explicit ProcessTimerDeadline(const Timed& wait) : wait_(wait) {}
  void arm(Process::promise_type& process, Waiter& waiter, unsigned branch) {
    Simulation& simulation = process.simulation();
    if (!wait_.never()) simulation.schedule(process.timer(), wait_.end(simulation), Phase::Deadline, waiter, branch);
  }
  static void disarm(Process::promise_type& process) { process.simulation().cancel(process.timer()); }

 private:
  Timed wait_;
};

/// Awaiter of `co_await part` for a single part: arms it and resumes the process when it fires.
template <class Part>
class SingleAwaiter {
 public:
  explicit SingleAwaiter(const Part& part) : armed_(part) {}
  SingleAwaiter(const SingleAwaiter&) = delete;
  SingleAwaiter& operator=(const SingleAwaiter&) = delete;
  ~SingleAwaiter() {
    if (process_) armed_.disarm(*process_);
  }
  [[nodiscard]] static bool await_ready() noexcept { return false; }
  void await_suspend(Process::Handle process) {
    process_ = &process.promise();
    armed_.arm(*process_, *process_, 0);
  }
  auto await_resume() {
    if constexpr (!std::is_void_v<typename Part::Armed::Result>) return armed_.result();
  }

 private:
  Process::promise_type* process_ = nullptr;
  typename Part::Armed armed_;
};

/// `co_await ended(ref)`: resumes when the process has ended or was cancelled.
class Ended {
 public:
  explicit Ended(const ProcessRef& process) : process_(process) {}
  auto operator co_await() const { return SingleAwaiter<Ended>(*this); }

  class Armed {
   public:
    using Result = void;
    explicit Armed(const Ended& wait) : process_(wait.process_) {}
    void arm(Process::promise_type& process, Waiter& waiter, unsigned branch) {
      waiter_ = &waiter;
      branch_ = branch;
      Simulation& simulation = process.simulation();
      if (!process_.subscribe_end(waiter, branch))
        simulation.schedule(timer_, simulation.now(), Phase::End, waiter, branch);
    }
    void disarm(Process::promise_type& process) {
      process.simulation().cancel(timer_);
      process_.unsubscribe_end(*waiter_, branch_);
    }

   private:
    ProcessRef process_;
    Waiter* waiter_ = nullptr;
    unsigned branch_ = 0;
    Timer timer_;
  };

 private:
  ProcessRef process_;
};

[[nodiscard]] inline Ended ended(const ProcessRef& process) {
  return Ended(process);
}

}  // namespace trapphus::engine
