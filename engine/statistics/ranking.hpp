// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/statistics/no_value.hpp"

/// Ranks of simulated systems, and the probability that a single realisation of each confirms them.
namespace trapphus::engine {

/// The values of a system's replications; NaN where undefined.
struct Contestant {
  std::vector<double> values;
  /// Contestants of one family share their replications by common random numbers (the same clients under two policies),
  /// so the same replication is drawn for all of them. Different families are drawn independently.
  std::size_t family = 0;
  double value = kNoValue;  ///< What it is ranked by; NaN: the mean of the values.
};

struct Rank {
  int rank = 0;         ///< By its value: 1 + number of better ones; ties share a rank. 0 without values.
  bool shared = false;  ///< Tied with another contestant.
  double probability;   ///< That a single realisation of each yields this rank; NaN without a rank.
};

struct Ranking {
  std::vector<Rank> ranks;  ///< By contestant.
  int pairs = 0;            ///< Number of pairs of ranked contestants.
  /// Number of pairs in which the better contestant by the mean is ahead in at least 95 % of the realisations.
  int told_apart = 0;
  double tied = 0;  ///< Share of realisations with a tie, mean over the pairs; NaN without pairs.
};

/// Resamples one replication of each contestant many times, with a fixed seed.
[[nodiscard]] Ranking rank(const std::vector<Contestant>& contestants, bool more_is_better);

}  // namespace trapphus::engine
