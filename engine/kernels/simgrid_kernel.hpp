// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>

#include "engine/process/kernel.hpp"
#include "engine/time.hpp"

namespace trapphus::engine {

/// Actors alive at once, each with a stack of 32 KiB: at most 1.6 GB. With AddressSanitizer each is a thread.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t kMostSimGridActors = 5'000;
#else
inline constexpr std::size_t kMostSimGridActors = 50'000;
#endif

/// The model has more timers and pieces of work at once than a SimGrid kernel has actors for.
class SimGridLimit : public std::length_error {
 public:
  SimGridLimit(Time when, std::size_t most_actors)
      : std::length_error("SimGrid kernel: more than " + std::to_string(most_actors) + " actors at " + to_string(when)),
        when_(when),
        most_actors_(most_actors) {}
  [[nodiscard]] Time when() const { return when_; }
  [[nodiscard]] std::size_t most_actors() const { return most_actors_; }

 private:
  Time when_;
  std::size_t most_actors_;
};

/// A kernel on SimGrid: each timer is a sleeping actor, each piece of shared work an Exec with bound and priority on a
/// host. Slow; its purpose is an independent check of the calendar kernel. `start` is the simulation's start. SimGrid's
/// state is global: all kernels must be used by one thread, one at a time. run() throws SimGridLimit when the model
/// would have more than `most_actors`.
[[nodiscard]] std::unique_ptr<Kernel> simgrid_kernel(Time start, std::size_t most_actors = kMostSimGridActors);

/// "3.32".
[[nodiscard]] std::string simgrid_version();

}  // namespace trapphus::engine
