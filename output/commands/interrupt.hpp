// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>

#include <atomic>

namespace trapphus::output {

/// While it lives, the first SIGINT (Ctrl-C) or SIGTERM (a job queue whose time is over) only raises a flag, so that a
/// run can finish what is under way and write it; the second ends the program at once with exit code 130. One at a
/// time.
class Interruption {
 public:
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  ~Interruption();
  [[nodiscard]] const std::atomic<bool>& flag() const;
  [[nodiscard]] bool requested() const { return flag().load(); }

 private:
  struct sigaction before_interrupt_ {
  }, before_termination_{};
};

}  // namespace trapphus::output
