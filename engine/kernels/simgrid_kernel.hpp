// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "engine/process/kernel.hpp"

namespace trapphus::engine {

/// A kernel on SimGrid: each timer is a sleeping actor, each piece of shared work an Exec with bound and priority on a
/// host. Slow; its purpose is an independent check of the calendar kernel. `start` is the simulation's start. SimGrid's
/// state is global: all kernels must be used by one thread, one at a time.
[[nodiscard]] std::unique_ptr<Kernel> simgrid_kernel(Time start);

/// "3.32".
[[nodiscard]] std::string simgrid_version();

}  // namespace trapphus::engine
