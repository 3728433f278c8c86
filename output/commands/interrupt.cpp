// SPDX-License-Identifier: MIT
#include "output/commands/interrupt.hpp"

#include <unistd.h>

#include "output/studies/exit_code.hpp"

namespace trapphus::output {
namespace {

// A signal handler can use only global variables.
std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void on_interrupt(int) {
  if (stop_requested.exchange(true)) ::_exit(static_cast<int>(ExitCode::Interrupted));
}

}  // namespace

Interruption::Interruption() {
  stop_requested = false;
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, &before_interrupt_);
  ::sigaction(SIGTERM, &action, &before_termination_);
}

Interruption::~Interruption() {
  ::sigaction(SIGINT, &before_interrupt_, nullptr);
  ::sigaction(SIGTERM, &before_termination_, nullptr);
}

const std::atomic<bool>& Interruption::flag() const {
  return stop_requested;
}

}  // namespace trapphus::output
