// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "engine/process/kernel.hpp"

namespace trapphus::engine {

/// A kernel that lets SimGrid decide when things happen: each timer is an actor that sleeps, each piece of shared work
/// an Exec with bound and priority on a host. Slow, and independent of everything that the calendar does: made for
/// checking it. `start` is the simulation's start. SimGrid is process-wide: only one thread may use it, and one kernel
/// at a time may run.
[[nodiscard]] std::unique_ptr<Kernel> simgrid_kernel(Time start);

/// "3.32".
[[nodiscard]] std::string simgrid_version();

}  // namespace trapphus::engine
