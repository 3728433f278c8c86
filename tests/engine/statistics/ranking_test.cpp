// SPDX-License-Identifier: MIT
#include "engine/statistics/ranking.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/statistics/no_value.hpp"

namespace trapphus::engine {
namespace {

std::vector<double> coin(int heads, int throws) {
  std::vector<double> values(static_cast<std::size_t>(throws), 0.0);
  std::fill_n(values.begin(), heads, 1.0);
  return values;
}

TEST_CASE("ranks that no realisation contradicts are certain, whichever way is better") {
  const std::vector<Contestant> clear{{{1, 2, 3}, 0}, {{7, 8, 9}, 1}, {{4, 5, 6}, 2}};
  const Ranking most = rank(clear, true);
  CHECK((most.ranks[0].rank == 3 && most.ranks[1].rank == 1 && most.ranks[2].rank == 2));
  const Ranking least = rank(clear, false);
  CHECK((least.ranks[0].rank == 1 && least.ranks[1].rank == 3 && least.ranks[2].rank == 2));
  for (const Rank& place : most.ranks) CHECK((place.probability == 1 && !place.shared));
  CHECK((most.pairs == 3 && most.told_apart == 3 && most.tied == 0));
}

// Two fair coins, P(first ahead) = P(second ahead) = 1/4, P(tie) = 1/2: both share rank 1, and each has it in one
// realisation with 1/4 + 1/2. 10 000 draws: standard error 0.0043, bound 3.5 of them.
TEST_CASE("equals share a rank, and one realisation often parts them") {
  const Ranking even = rank({{coin(50, 100), 0}, {coin(50, 100), 1}}, true);
  for (const Rank& place : even.ranks) {
    CHECK((place.rank == 1 && place.shared));
    CHECK(std::abs(place.probability - 0.75) < 3.5 * std::sqrt(0.75 * 0.25 / 10'000));
  }
  CHECK(even.told_apart == 0);
  CHECK(std::abs(even.tied - 0.5) < 3.5 * std::sqrt(0.5 * 0.5 / 10'000));
}

// Shares 0.8 and 0.4: the first is ahead with 0.8 * 0.6, behind with 0.2 * 0.4, else they tie (a shared first rank,
// which contradicts rank 2).
TEST_CASE("a probability is that of independent realisations of contestants of different families") {
  const Ranking two = rank({{coin(80, 100), 0}, {coin(40, 100), 1}}, true);
  CHECK((two.ranks[0].rank == 1 && two.ranks[1].rank == 2));
  CHECK(std::abs(two.ranks[0].probability - 0.92) < 3.5 * std::sqrt(0.92 * 0.08 / 10'000));
  CHECK(std::abs(two.ranks[1].probability - 0.48) < 3.5 * std::sqrt(0.48 * 0.52 / 10'000));
  CHECK(two.told_apart == 0);
}

TEST_CASE("contestants of one family are drawn together: the same clients under two policies") {
  const Ranking two = rank({{{1, 5, 9, 13}, 0}, {{2, 6, 10, 14}, 0}}, true);
  CHECK((two.ranks[0].rank == 2 && two.ranks[1].rank == 1));
  CHECK((two.ranks[0].probability == 1 && two.told_apart == 1));
}

TEST_CASE("a replication without a value is passed over, and a contestant without any has no rank") {
  const Ranking three =
      rank({{{kNoValue, 3, kNoValue}, 0}, {{kNoValue, kNoValue, kNoValue}, 1}, {{4, kNoValue, 4}, 2}, {{}, 3}}, true);
  CHECK((three.ranks[0].rank == 2 && three.ranks[0].probability == 1));
  CHECK(three.ranks[1].rank == 0);
  CHECK(std::isnan(three.ranks[1].probability));
  CHECK((three.ranks[2].rank == 1 && three.ranks[3].rank == 0));
  CHECK(three.pairs == 1);
}

TEST_CASE("one alone, or none, has no pair to tell apart") {
  const Ranking single = rank({{{4, 5}, 0}}, true);
  CHECK((single.ranks[0].rank == 1 && single.ranks[0].probability == 1 && single.pairs == 0));
  CHECK(std::isnan(single.tied));
  CHECK(rank({}, true).ranks.empty());
}

TEST_CASE("the same contestants give the same answer") {
  const std::vector<Contestant> two{{coin(60, 90), 0}, {coin(50, 90), 1}};
  CHECK(rank(two, true).ranks[0].probability == rank(two, true).ranks[0].probability);
}

}  // namespace
}  // namespace trapphus::engine
