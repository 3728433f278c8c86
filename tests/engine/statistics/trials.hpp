// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "engine/random/random.hpp"

namespace trapphus::engine {

/// The share of the trials in which inside(trial's stream) holds.
template <class Inside>
double share_of_trials(std::uint64_t seed, std::uint64_t trials, const Inside& inside) {
  int hits = 0;
  for (std::uint64_t trial = 0; trial < trials; ++trial) {
    Stream stream({seed, trial, 0, 0});
    hits += inside(stream) ? 1 : 0;
  }
  return hits / static_cast<double>(trials);
}

}  // namespace trapphus::engine
