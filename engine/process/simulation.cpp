// SPDX-License-Identifier: MIT
#include "engine/process/simulation.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace trapphus::engine {

namespace {

constexpr std::uint64_t kTooManyAtOnce = 20'000'000;

}  // namespace

Simulation::Simulation(Time start, std::unique_ptr<Kernel> kernel) : Settling(start), kernel_(std::move(kernel)) {}

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

/// Only when a process is cancelled at the instant it wakes. The first one's link back is out of date: it is not kept
/// up while the list is run through.
void Simulation::unlink_ready(Process::promise_type& process) {
  Process::promise_type* const previous = first_ready_ == &process ? nullptr : process.ready_previous_;
  (previous ? previous->ready_next_ : first_ready_) = process.ready_next_;
  (process.ready_next_ ? process.ready_next_->ready_previous_ : last_ready_) = previous;
  process.ready_ = false;
}

void Simulation::destroy(Process::promise_type& process) {
  slots_[process.slot_].process = nullptr;  // destructors that run now may try to cancel it
  Process::Handle::from_promise(process).destroy();
}

void Simulation::tell_end(std::uint32_t slot) {
  if (closing_) return;
  if (const auto waiting = at_end_.extract(slot)) {
    for (const auto& [waiter, branch] : waiting.mapped()) waiter->fired(branch);
  }
}

inline void Simulation::go_on(Process::promise_type& process) {
  running_ = &process;
  Process::Handle::from_promise(process).resume();  // it may be gone afterwards
  if (++resumed_ == kTooManyAtOnce) [[unlikely]]
    report_no_progress();
}

inline void Simulation::run_ready() {
  while (Process::promise_type* const process = first_ready_) {
    first_ready_ = process->ready_next_;
    if (!first_ready_) last_ready_ = nullptr;
    process->ready_ = false;
    go_on(*process);
  }
  running_ = nullptr;
}

/// Lets those who hand out units do so. Serving may ask others.
inline void Simulation::serve_asked() {
  while (Server* const server = first_asked_) {
    first_asked_ = server->next_asked_;
    if (!first_asked_) last_asked_ = nullptr;
    server->asked_ = false;
    server->serve();
  }
}

/// Resumes what is ready; then units are handed out, which may make others ready; until nothing is left.
inline void Simulation::settle_rest() {
  run_ready();
  while (first_asked_) {
    serve_asked();
    run_ready();
  }
}

inline void Simulation::begin_settling() {
  if (now() != settled_) resumed_ = 0;
  settled_ = now();
}

void Simulation::settle() {
  begin_settling();
  settle_rest();
}

void Simulation::resume(Waiter& process) {
  begin_settling();
  go_on(static_cast<Process::promise_type&>(process));
  settle_rest();
}

void Simulation::report_no_progress() const {
  throw std::runtime_error("time stands still at " + to_string(now()) + ": processes wake each other without end");
}

void Simulation::forget(Server& server) {
  if (!server.asked_) return;
  Server* previous = nullptr;
  for (Server* at = first_asked_; at != &server; at = at->next_asked_) previous = at;
  (previous ? previous->next_asked_ : first_asked_) = server.next_asked_;
  if (last_asked_ == &server) last_asked_ = previous;
  server.asked_ = false;
}

void Simulation::run_until(Time last) {
  settle();
  const bool more = kernel_->run(*this, last);
  if (!more && live_ > background_) report_stall();
  set_now(std::max(now(), last));
}

void Simulation::run() {
  settle();
  if (!kernel_->run(*this, Time::max()) && live_ > background_) report_stall();
}

void Simulation::report_stall() const {
  std::map<std::string, std::pair<std::size_t, std::uint64_t>> kinds;  // how many, and the first of them
  for (const Slot& slot : slots_) {
    if (!slot.process || slot.background) continue;
    auto& [count, first] = kinds.try_emplace(slot.name.kind, 0, slot.name.number).first->second;
    ++count;
    first = std::min(first, slot.name.number);
  }
  std::string text = "nothing happens any more after " + to_string(now()) + ", and still wait for ever:";
  const char* separator = " ";
  for (const auto& [kind, found] : kinds) {
    text += separator + kind + " " + std::to_string(found.second);
    if (found.first > 1) text += " and " + std::to_string(found.first - 1) + " more";
    separator = "; ";
  }
  throw Stalled(text);
}

void Simulation::close() {
  closing_ = true;
  for (auto* process = std::exchange(first_ready_, nullptr); process; process = process->ready_next_) {
    process->ready_ = false;
  }
  last_ready_ = nullptr;
  while (youngest_ != kNoSlot) destroy(*slots_[youngest_].process);
  while (first_asked_) forget(*first_asked_);
}

bool ProcessRef::alive() const {
  return simulation_ && simulation_->slots_[slot_].generation == generation_;
}

void ProcessRef::cancel() {
  if (!alive()) return;
  Process::promise_type* const process = simulation_->slots_[slot_].process;
  if (!process) return;  // is being destroyed
  if (process == simulation_->running_) throw std::logic_error("a process cannot cancel itself");
  simulation_->destroy(*process);
}

bool ProcessRef::tell_end(Waiter& waiter, unsigned branch) const {
  if (!alive()) return false;
  simulation_->at_end_[slot_].push_back({&waiter, branch});
  return true;
}

void ProcessRef::forget_end(const Waiter& waiter, unsigned branch) const {
  if (!alive()) return;
  const auto found = simulation_->at_end_.find(slot_);
  if (found == simulation_->at_end_.end()) return;
  std::erase_if(found->second, [&](const auto& entry) { return entry.waiter == &waiter && entry.branch == branch; });
}

}  // namespace trapphus::engine
