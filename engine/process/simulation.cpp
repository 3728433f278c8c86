// SPDX-License-Identifier: MIT
#include "engine/process/simulation.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace trapphus::engine {

namespace {

constexpr std::uint64_t kMaxResumptionsPerInstant = 20'000'000;

}  // namespace

Simulation::Simulation(Time start, std::unique_ptr<Kernel> kernel) : KernelClient(start), kernel_(std::move(kernel)) {}

ProcessRef Simulation::spawn(Process process, ProcessName name, bool background) {
  auto& promise = std::exchange(process.handle_, nullptr).promise();
  promise.simulation_ = this;
  if (free_slot_ == kNoSlot) [[unlikely]]
    add_slot();
  Slot& slot = slots_[free_slot_];
  const std::uint32_t index = std::exchange(free_slot_, slot.older);
  promise.slot_ = index;
  slot.process = &promise;
  slot.name = name;
  slot.background = background;
  slot.younger = kNoSlot;
  slot.older = std::exchange(youngest_, index);
  if (slot.older != kNoSlot) slots_[slot.older].younger = index;
  ++live_;
  if (background) ++background_;
  make_ready(promise);
  return {*this, index, slot.generation};
}

void Simulation::add_slot() {
  free_slot_ = static_cast<std::uint32_t>(slots_.size());
  slots_.emplace_back().older = kNoSlot;
}

/// Used when a process is cancelled while it is ready. The back link of the list's head is stale, since resume_ready()
/// does not maintain it.
void Simulation::unlink_ready(Process::promise_type& process) {
  Process::promise_type* const previous = first_ready_ == &process ? nullptr : process.ready_previous_;
  (previous ? previous->ready_next_ : first_ready_) = process.ready_next_;
  (process.ready_next_ ? process.ready_next_->ready_previous_ : last_ready_) = previous;
  process.ready_ = false;
}

void Simulation::destroy(Process::promise_type& process) {
  slots_[process.slot_].process = nullptr;  // destructors may try to cancel the process
  Process::Handle::from_promise(process).destroy();
}

void Simulation::notify_end(std::uint32_t slot) {
  if (closing_) return;
  if (const auto waiting = end_waiters_.extract(slot)) {
    for (const auto& [waiter, branch] : waiting.mapped()) waiter->fired(branch);
  }
}

inline void Simulation::resume_process(Process::promise_type& process) {
  running_ = &process;
  Process::Handle::from_promise(process).resume();  // the process may be destroyed by this call
  if (++resumed_at_instant_ == kMaxResumptionsPerInstant) [[unlikely]]
    report_no_progress();
}

inline void Simulation::resume_ready() {
  while (Process::promise_type* const process = first_ready_) {
    first_ready_ = process->ready_next_;
    if (!first_ready_) last_ready_ = nullptr;
    process->ready_ = false;
    resume_process(*process);
  }
  running_ = nullptr;
}

/// Runs all requested servers, including those requested meanwhile.
inline void Simulation::serve_requested() {
  while (Server* const server = first_requested_) {
    first_requested_ = server->next_requested_;
    if (!first_requested_) last_requested_ = nullptr;
    server->requested_ = false;
    server->serve();
  }
}

/// Alternates between resuming ready processes and running servers until neither is left.
inline void Simulation::run_until_quiet() {
  resume_ready();
  while (first_requested_) {
    serve_requested();
    resume_ready();
  }
}

inline void Simulation::begin_step() {
  if (now() != last_step_) resumed_at_instant_ = 0;
  last_step_ = now();
}

void Simulation::run_ready() {
  begin_step();
  run_until_quiet();
}

void Simulation::resume(Waiter& process) {
  begin_step();
  resume_process(static_cast<Process::promise_type&>(process));
  run_until_quiet();
}

void Simulation::report_no_progress() const {
  throw std::runtime_error("time stands still at " + to_string(now()) + ": processes wake each other without end");
}

void Simulation::cancel_service(Server& server) {
  if (!server.requested_) return;
  Server* previous = nullptr;
  for (Server* at = first_requested_; at != &server; at = at->next_requested_) previous = at;
  (previous ? previous->next_requested_ : first_requested_) = server.next_requested_;
  if (last_requested_ == &server) last_requested_ = previous;
  server.requested_ = false;
}

void Simulation::run_until(Time last) {
  run_ready();
  const bool more = kernel_->run(*this, last);
  if (!more && live_ > background_) report_deadlock();
  set_now(std::max(now(), last));
}

void Simulation::run() {
  run_ready();
  if (!kernel_->run(*this, Time::max()) && live_ > background_) report_deadlock();
}

void Simulation::report_deadlock() const {
  std::map<std::string, std::pair<std::size_t, std::uint64_t>> kinds;  // count and lowest number by kind
  for (const Slot& slot : slots_) {
    if (!slot.process || slot.background) continue;
    auto& [count, first] = kinds.try_emplace(slot.name.kind, 0, slot.name.number).first->second;
    ++count;
    first = std::min(first, slot.name.number);
  }
  std::string text = "nothing happens any more after " + to_string(now()) + ", and still wait for ever:";
  const char* separator = " ";
  for (const auto& [kind, waiting] : kinds) {
    const auto& [count, first] = waiting;
    text += separator + kind + " " + std::to_string(first);
    if (count > 1) text += " and " + std::to_string(count - 1) + " more";
    separator = "; ";
  }
  throw Deadlock(text);
}

void Simulation::close() {
  closing_ = true;
  for (auto* process = std::exchange(first_ready_, nullptr); process; process = process->ready_next_) {
    process->ready_ = false;
  }
  last_ready_ = nullptr;
  while (youngest_ != kNoSlot) destroy(*slots_[youngest_].process);
  while (first_requested_) cancel_service(*first_requested_);
}

bool ProcessRef::alive() const {
  return simulation_ && simulation_->slots_[slot_].generation == generation_;
}

void ProcessRef::cancel() {
  if (!alive()) return;
  Process::promise_type* const process = simulation_->slots_[slot_].process;
  if (!process) return;  // under destruction
  if (process == simulation_->running_) throw std::logic_error("a process cannot cancel itself");
  simulation_->destroy(*process);
}

bool ProcessRef::subscribe_end(Waiter& waiter, unsigned branch) const {
  if (!alive()) return false;
  simulation_->end_waiters_[slot_].push_back({&waiter, branch});
  return true;
}

void ProcessRef::unsubscribe_end(const Waiter& waiter, unsigned branch) const {
  if (!alive()) return;
  const auto waiters = simulation_->end_waiters_.find(slot_);
  if (waiters == simulation_->end_waiters_.end()) return;
  std::erase_if(waiters->second, [&](const auto& entry) { return entry.waiter == &waiter && entry.branch == branch; });
}

}  // namespace trapphus::engine
