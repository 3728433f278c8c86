// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>

#include <atomic>

namespace trapphus::output {

/// During its lifetime, the first SIGINT (Ctrl-C) or SIGTERM (time limit of a job queue) sets a flag, so that a run can
/// finish running replications and write the results; the second ends the program at once with exit code 130. At most
/// one instance at a time.
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
