// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include "engine/process/kernel.hpp"
#include "engine/process/process.hpp"
#include "engine/process/timer.hpp"

namespace trapphus::engine {

class ProcessRef;

/// Everybody waits and nothing will ever happen again. The message names who waits.
class Stalled : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Something that hands out units between the phases of an instant (a pool).
class Server {
 public:
  virtual void serve() = 0;

 protected:
  Server() = default;
  Server(const Server&) = default;
  Server& operator=(const Server&) = default;
  virtual ~Server() = default;

 private:
  friend class Simulation;
  Server* next_asked_ = nullptr;
  bool asked_ = false;
};

/// One run: a clock, the processes that live in it, and the order in which they go on. Used by one thread. What the
/// processes refer to (pools, teams, the model) must live until close() or the simulation's own end.
class Simulation final : private Settling {
 public:
  explicit Simulation(Time start, std::unique_ptr<Kernel> kernel = calendar_kernel());
  Simulation(const Simulation&) = delete;
  Simulation& operator=(const Simulation&) = delete;
  ~Simulation() { close(); }

  using Settling::now;
  [[nodiscard]] bool closing() const { return closing_; }

  /// Starts a process at the present instant, after what is ready already. A background process (arrivals, dates) may
  /// wait for ever without being missed.
  ProcessRef spawn(Process process, ProcessName name = {}, bool background = false);

  /// Runs until nothing is left to happen before or at `last`; the clock then stands at `last`. Throws Stalled when the
  /// last event is past and processes still wait; rethrows what left a process.
  void run_until(Time last);
  /// Runs until nothing is left to happen at all.
  void run();

  /// Destroys all processes that are left, the youngest first; their destructors run. Nothing runs afterwards.
  void close();

  [[nodiscard]] std::size_t live_processes() const { return live_; }

  // For the things that processes wait for:
  void schedule(Timer& timer, Time when, Phase phase, Waiter& waiter, unsigned branch);
  /// As above with a number taken earlier: the place in the order that something got when it began.
  void schedule(Timer& timer, Time when, Phase phase, Waiter& waiter, unsigned branch, std::uint64_t number);
  /// The process goes on at that time, by its own timer.
  void resume_at(Process::promise_type& process, Time when, Phase phase = Phase::End);
  void cancel(Timer& timer) {
    if (timer.scheduled) kernel_->cancel(timer);
  }
  [[nodiscard]] std::uint64_t next_number() { return ++number_; }
  void make_ready(Process::promise_type& process);
  void ask(Server& server);
  void forget(Server& server);
  [[nodiscard]] Kernel& kernel() { return *kernel_; }

 private:
  friend class Process::promise_type;
  friend class ProcessRef;
  struct Waiting {
    Waiter* waiter;
    unsigned branch;
  };
  struct Slot {
    Process::promise_type* process = nullptr;
    ProcessName name;
    std::uint32_t generation = 0;
    std::uint32_t older = 0;  // the one spawned before among those alive; the next free one where there is no process
    std::uint32_t younger = 0;
    bool background = false;
  };

  void settle() override;
  void resume(Waiter& process) override;
  void go_on(Process::promise_type& process);
  void begin_settling();
  void settle_rest();
  void run_ready();
  void unlink_ready(Process::promise_type& process);
  void destroy(Process::promise_type& process);
  void leave(Process::promise_type& process);
  void tell_end(std::uint32_t slot);
  void serve_asked();
  void add_slot();
  [[noreturn]] void report_no_progress() const;
  [[noreturn]] void report_stall() const;

  std::unique_ptr<Kernel> kernel_;
  std::uint64_t number_ = 0;
  std::uint64_t resumed_ = 0;  // at this instant
  Time settled_ = Time::min();
  Process::promise_type* first_ready_ = nullptr;
  Process::promise_type* last_ready_ = nullptr;
  Process::promise_type* running_ = nullptr;
  Server* first_asked_ = nullptr;
  Server* last_asked_ = nullptr;
  std::vector<Slot> slots_;
  std::uint32_t free_slot_ = kNoSlot;
  std::uint32_t youngest_ = kNoSlot;
  std::unordered_map<std::uint32_t, std::vector<Waiting>> at_end_;  // by slot: who waits for a process to end
  std::size_t live_ = 0;
  std::size_t background_ = 0;
  bool closing_ = false;

  static constexpr std::uint32_t kNoSlot = ~std::uint32_t{0};
};

/// A process seen from outside. Safe to keep after it has ended.
class ProcessRef {
 public:
  ProcessRef() = default;
  [[nodiscard]] bool alive() const;
  /// Destroys it where it waits: what it holds is released. Nothing happens if it has ended. Throws std::logic_error if
  /// it is the one running.
  void cancel();

  /// Tells `waiter` when the process has ended or was cancelled; false if it has ended already.
  bool tell_end(Waiter& waiter, unsigned branch) const;
  void forget_end(const Waiter& waiter, unsigned branch) const;

 private:
  friend class Simulation;
  ProcessRef(Simulation& simulation, std::uint32_t slot, std::uint32_t generation)
      : simulation_(&simulation), slot_(slot), generation_(generation) {}
  Simulation* simulation_ = nullptr;
  std::uint32_t slot_ = 0;
  std::uint32_t generation_ = 0;
};

inline void Process::promise_type::fired(unsigned) {
  simulation_->make_ready(*this);
}

inline Process::promise_type::~promise_type() {
  if (simulation_) simulation_->leave(*this);
}

/// A process has come to its end, or is destroyed: nothing may refer to it any more.
inline void Simulation::leave(Process::promise_type& process) {
  cancel(process.timer_);
  if (process.ready_) [[unlikely]]
    unlink_ready(process);
  const std::uint32_t index = process.slot_;
  Slot& slot = slots_[index];
  slot.process = nullptr;
  ++slot.generation;
  (slot.younger != kNoSlot ? slots_[slot.younger].older : youngest_) = slot.older;
  if (slot.older != kNoSlot) slots_[slot.older].younger = slot.younger;
  slot.older = std::exchange(free_slot_, index);
  --live_;
  if (slot.background) --background_;
  if (!at_end_.empty()) [[unlikely]]
    tell_end(index);
}

inline void Simulation::make_ready(Process::promise_type& process) {
  process.ready_ = true;
  process.ready_next_ = nullptr;
  process.ready_previous_ = last_ready_;
  (last_ready_ ? last_ready_->ready_next_ : first_ready_) = &process;
  last_ready_ = &process;
}

inline void Simulation::ask(Server& server) {
  if (server.asked_ || closing_) return;
  server.asked_ = true;
  server.next_asked_ = nullptr;
  (last_asked_ ? last_asked_->next_asked_ : first_asked_) = &server;
  last_asked_ = &server;
}

inline void Simulation::schedule(Timer& timer, Time when, Phase phase, Waiter& waiter, unsigned branch,
                                 std::uint64_t number) {
  timer.when = Instant(when, phase);
  timer.number = number;
  timer.waiter = &waiter;
  timer.branch = static_cast<std::uint8_t>(branch);
  timer.resumes = false;
  kernel_->schedule(timer);
}

inline void Simulation::resume_at(Process::promise_type& process, Time when, Phase phase) {
  Timer& timer = process.timer();
  timer.when = Instant(when, phase);
  timer.number = next_number();
  timer.waiter = &process;
  timer.branch = 0;
  timer.resumes = true;
  kernel_->schedule(timer);
}

inline void Simulation::schedule(Timer& timer, Time when, Phase phase, Waiter& waiter, unsigned branch) {
  schedule(timer, when, phase, waiter, branch, next_number());
}

}  // namespace trapphus::engine
