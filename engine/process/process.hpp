// SPDX-License-Identifier: MIT
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "engine/process/frame_pool.hpp"
#include "engine/process/timer.hpp"

namespace trapphus::engine {

class Simulation;

/// Name of a process in messages: "household 17".
struct ProcessName {
  const char* kind = "process";  ///< A string literal; not copied.
  std::uint64_t number = 0;
};

/// Return type of a process: a coroutine that runs in simulated time, started by Simulation::spawn. An exception that
/// leaves it ends the run.
class [[nodiscard]] Process {
 public:
  class promise_type;
  using Handle = std::coroutine_handle<promise_type>;

  Process(Process&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Process& operator=(Process&&) = delete;
  ~Process() {
    if (handle_) handle_.destroy();
  }

 private:
  friend class Simulation;
  explicit Process(Handle handle) : handle_(handle) {}
  Handle handle_;
};

class Process::promise_type final : public Waiter {
 public:
  promise_type() = default;
  promise_type(const promise_type&) = delete;
  promise_type& operator=(const promise_type&) = delete;
  ~promise_type();

  Process get_return_object() { return Process(Handle::from_promise(*this)); }
  static std::suspend_always initial_suspend() noexcept { return {}; }
  /// At the end the frame destroys itself; the promise's destructor deregisters the process.
  static std::suspend_never final_suspend() noexcept { return {}; }
  void return_void() const noexcept {}
  /// Rethrows, out of resume() and of the run.
  [[noreturn]] void unhandled_exception() const { throw; }

  void fired(unsigned branch) override;

  static void* operator new(std::size_t size) { return FramePool::allocate(size); }
  static void operator delete(void* memory, std::size_t size) noexcept { FramePool::deallocate(memory, size); }

  [[nodiscard]] Simulation& simulation() const { return *simulation_; }
  /// Timer of the process's current delay, plain or in a first_of. Stored in the promise because awaiters do not share
  /// space in a coroutine frame.
  [[nodiscard]] Timer& timer() { return timer_; }

 private:
  friend class Simulation;
  Timer timer_;
  Simulation* simulation_ = nullptr;
  promise_type* ready_next_ = nullptr;
  promise_type* ready_previous_ = nullptr;
  std::uint32_t slot_ = 0;
  bool ready_ = false;
};

}  // namespace trapphus::engine
