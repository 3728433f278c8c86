// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Ranks of systems that were simulated, and how far one realisation of each would bear them out.
namespace trapphus::engine {

/// What one system's replications showed. NaN: a replication that does not define the value.
struct Contestant {
  std::vector<double> values;
  /// Contestants of one family share their replications (the same clients under two policies): the same one is drawn
  /// for all of them. Those of different families have nothing to do with each other, and are drawn independently.
  std::size_t family = 0;
};

struct Rank {
  int rank = 0;         ///< By the mean: 1 + how many are better, so that equals share one. 0 if no value is defined.
  bool shared = false;  ///< Another one has the same rank.
  double probability;   ///< That one realisation of each gives it this rank; NaN without a rank.
};

struct Ranking {
  std::vector<Rank> ranks;  ///< As the contestants.
  int pairs = 0;            ///< Of contestants that have a rank.
  /// Of them: those whose better one by the mean is ahead in at least 95 % of the realisations.
  int told_apart = 0;
  double tied = 0;  ///< Share of the realisations of a pair in which the two are equal, mean over the pairs; NaN: none.
};

/// Draws one replication of each contestant, many times over. The same contestants give the same answer.
[[nodiscard]] Ranking rank(const std::vector<Contestant>& contestants, bool more_is_better);

}  // namespace trapphus::engine
