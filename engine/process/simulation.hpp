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

/// All live processes wait and no event is scheduled. The message lists the waiting processes.
class Deadlock : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A resource that grants units between the phases of an instant (a pool).
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
  Server* next_requested_ = nullptr;
  bool requested_ = false;
};

/// One run: clock, processes, and the order in which they are resumed. Not thread-safe. Objects that processes refer to
/// (pools, teams, the model) must outlive close() or the simulation.
class Simulation final : private KernelClient {
 public:
  explicit Simulation(Time start, std::unique_ptr<Kernel> kernel = calendar_kernel());
  Simulation(const Simulation&) = delete;
  Simulation& operator=(const Simulation&) = delete;
  ~Simulation() { close(); }

  using KernelClient::now;
  [[nodiscard]] bool closing() const { return closing_; }

  /// Appends a process to the ready queue of the present instant. Background processes (arrivals, scheduled dates) are
  /// exempt from deadlock detection.
  ProcessRef spawn(Process process, ProcessName name = {}, bool background = false);

  /// Processes all events up to and including `last` and sets the clock to `last`. Throws Deadlock if no event is left
  /// while processes wait; rethrows exceptions of processes.
  void run_until(Time last);
  /// Processes all events.
  void run();

  /// Destroys all live processes, the youngest first; their destructors run. No process is resumed afterwards.
  void close();

  [[nodiscard]] std::size_t live_processes() const { return live_; }

  // For awaitables and resources:
  void schedule(Timer& timer, Time when, Phase phase, Waiter& waiter, unsigned branch);
  /// As above with a tie-break number that was drawn earlier.
  void schedule(Timer& timer, Time when, Phase phase, Waiter& waiter, unsigned branch, std::uint64_t number);
  /// Resumes the process at that time, by its own timer.
  void resume_at(Process::promise_type& process, Time when, Phase phase = Phase::End);
  void cancel(Timer& timer) {
    if (timer.scheduled) kernel_->cancel(timer);
  }
  [[nodiscard]] std::uint64_t next_number() { return ++number_; }
  void make_ready(Process::promise_type& process);
  /// Queues a server to be run after the processes that are ready.
  void request_service(Server& server);
  void cancel_service(Server& server);
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
    std::uint32_t older = 0;  // previously spawned live process; next free slot in an empty slot
    std::uint32_t younger = 0;
    bool background = false;
  };

  void run_ready() override;
  void resume(Waiter& process) override;
  void resume_process(Process::promise_type& process);
  void begin_step();
  void run_until_quiet();
  void resume_ready();
  void unlink_ready(Process::promise_type& process);
  void destroy(Process::promise_type& process);
  void deregister(Process::promise_type& process);
  void notify_end(std::uint32_t slot);
  void serve_requested();
  void add_slot();
  [[noreturn]] void report_no_progress() const;
  [[noreturn]] void report_deadlock() const;

  std::unique_ptr<Kernel> kernel_;
  std::uint64_t number_ = 0;
  std::uint64_t resumed_at_instant_ = 0;
  Time last_step_ = Time::min();
  Process::promise_type* first_ready_ = nullptr;
  Process::promise_type* last_ready_ = nullptr;
  Process::promise_type* running_ = nullptr;
  Server* first_requested_ = nullptr;
  Server* last_requested_ = nullptr;
  std::vector<Slot> slots_;
  std::uint32_t free_slot_ = kNoSlot;
  std::uint32_t youngest_ = kNoSlot;
  std::unordered_map<std::uint32_t, std::vector<Waiting>> end_waiters_;  // by slot of the awaited process
  std::size_t live_ = 0;
  std::size_t background_ = 0;
  bool closing_ = false;

  static constexpr std::uint32_t kNoSlot = ~std::uint32_t{0};
};

/// A weak reference to a process; remains valid after the process has ended.
class ProcessRef {
 public:
  ProcessRef() = default;
  [[nodiscard]] bool alive() const;
  /// Destroys the process at its suspension point, which releases what it holds. No effect after its end. Throws
  /// std::logic_error for the running process.
  void cancel();

  /// Registers `waiter` for the end or cancellation of the process; false if it has already ended.
  bool subscribe_end(Waiter& waiter, unsigned branch) const;
  void unsubscribe_end(const Waiter& waiter, unsigned branch) const;

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
  if (simulation_) simulation_->deregister(*this);
}

/// Removes an ended or destroyed process from all lists and frees its slot.
inline void Simulation::deregister(Process::promise_type& process) {
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
  if (!end_waiters_.empty()) [[unlikely]]
    notify_end(index);
}

inline void Simulation::make_ready(Process::promise_type& process) {
  process.ready_ = true;
  process.ready_next_ = nullptr;
  process.ready_previous_ = last_ready_;
  (last_ready_ ? last_ready_->ready_next_ : first_ready_) = &process;
  last_ready_ = &process;
}

inline void Simulation::request_service(Server& server) {
  if (server.requested_ || closing_) return;
  server.requested_ = true;
  server.next_requested_ = nullptr;
  (last_requested_ ? last_requested_->next_requested_ : first_requested_) = &server;
  last_requested_ = &server;
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
