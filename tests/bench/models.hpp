// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

#include "engine/process/kernel.hpp"
#include "engine/statistics/tally.hpp"

/// The models of limit.cpp, written with the engine's processes and pools.
namespace trapphus::bench {

using KernelMaker = std::function<std::unique_ptr<engine::Kernel>(engine::Time start)>;

struct StaircaseResult {
  engine::Tally first_hand, acute_at_end, own_homes, returns, waiting_for_trial, events;
};
/// Poisson arrivals 10/week -> acute, waiting FIFO for one of 76 training apartments and meanwhile finding a home alone
/// (exponential, mean 26 weeks) -> training (mean 52): 15 % back to acute, the others wait FIFO, without holding the
/// training apartment, for one of 44 trial apartments -> trial (mean 78) -> first-hand contract. 520 weeks from empty.
[[nodiscard]] StaircaseResult staircase(int replications, std::uint64_t seed, const KernelMaker& kernel);

struct QueueResult {
  double mean_wait = 0;  ///< In the unit of 1/lambda and 1/mu.
  std::uint64_t customers = 0, events = 0;
};
/// M/M/c, FIFO, until the last of `customers` has left.
[[nodiscard]] QueueResult mmc(double lambda, double mu, int servers, long customers, std::uint64_t seed,
                              const KernelMaker& kernel);

/// So many clients alive at once, each waiting for a unit and a deadline; returns how many were when they all had come.
[[nodiscard]] std::size_t crowd(std::size_t clients);

}  // namespace trapphus::bench
