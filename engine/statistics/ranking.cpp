// SPDX-License-Identifier: MIT
#include "engine/statistics/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "engine/random/random.hpp"
#include "engine/statistics/interval.hpp"
#include "engine/statistics/no_value.hpp"

namespace trapphus::engine {
namespace {

/// The standard error of a probability is at most 0.005.
constexpr int kDraws = 10'000;
constexpr double kToldApart = 0.95;
/// Tolerance of equality, since the order of summation changes the rounding of means.
constexpr double kRounding = 1e-12;

bool equal(double a, double b) {
  return std::abs(a - b) <= kRounding * std::max(std::abs(a), std::abs(b));
}

/// Rank of each value: 1 + number of greater ones.
std::vector<int> ranks_of(std::span<const double> values) {
  std::vector<int> result(values.size(), 1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (const double other : values) result[i] += other > values[i] && !equal(other, values[i]) ? 1 : 0;
  }
  return result;
}

/// Resampling of the contestants that have a value, with signs such that more is better.
class Draws {
 public:
  void add(const Contestant& contestant, double sign) {
    const double mean = confidence_interval(contestant.values).mean;
    means_.push_back(sign * (std::isnan(contestant.value) ? mean : contestant.value));
    values_.push_back(&contestant.values);
    families_.push_back(contestant.family);
  }
  void run(double sign) {
    const std::size_t n = means_.size();
    ranks_ = ranks_of(means_);
    as_ranked_.assign(n, 0);
    ahead_.assign(n * n, 0);
    ties_.assign(n * n, 0);
    Stream stream({0, 0, 0, 0});
    std::vector<double> drawn(n);
    for (int draw = 0; draw < kDraws; ++draw) {
      std::map<std::size_t, double> where;  // by family: position among its replications, 0 to 1
      for (const std::size_t family : families_) {
        if (!where.contains(family)) where.emplace(family, stream.uniform());
      }
      for (std::size_t i = 0; i < n; ++i) drawn[i] = sign * value(*values_[i], where.at(families_[i]));
      count(drawn);
    }
  }
  [[nodiscard]] Rank rank(std::size_t i) const {
    const bool shared = std::count(ranks_.begin(), ranks_.end(), ranks_[i]) > 1;
    return {ranks_[i], shared, static_cast<double>(as_ranked_[i]) / kDraws};
  }
  void count_pairs(Ranking& ranking) const {
    const std::size_t n = means_.size();
    double tied = 0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i + 1; j < n; ++j) {
        const std::size_t better = ranks_[i] <= ranks_[j] ? i * n + j : j * n + i;
        ++ranking.pairs;
        ranking.told_apart += ranks_[i] != ranks_[j] && ahead_[better] >= kToldApart * kDraws ? 1 : 0;
        tied += static_cast<double>(ties_[i * n + j]) / kDraws;
      }
    }
    ranking.tied = tied / ranking.pairs;
  }

 private:
  /// Value of the replication at a position, or of the next one where it is defined.
  static double value(const std::vector<double>& values, double where) {
    auto at = static_cast<std::size_t>(where * static_cast<double>(values.size()));
    while (std::isnan(values[at])) at = (at + 1) % values.size();
    return values[at];
  }
  void count(const std::vector<double>& drawn) {
    const std::size_t n = drawn.size();
    const auto now = ranks_of(drawn);
    for (std::size_t i = 0; i < n; ++i) {
      as_ranked_[i] += now[i] == ranks_[i] ? 1 : 0;
      for (std::size_t j = 0; j < n; ++j) {
        ahead_[i * n + j] += now[i] < now[j] ? 1 : 0;
        ties_[i * n + j] += now[i] == now[j] ? 1 : 0;
      }
    }
  }

  std::vector<double> means_;
  std::vector<const std::vector<double>*> values_;
  std::vector<std::size_t> families_;
  std::vector<int> ranks_, as_ranked_, ahead_, ties_;
};

}  // namespace

Ranking rank(const std::vector<Contestant>& contestants, bool more_is_better) {
  const double sign = more_is_better ? 1 : -1;
  Draws draws;
  std::vector<std::size_t> ranked;
  Ranking ranking{std::vector<Rank>(contestants.size(), Rank{0, false, kNoValue}), 0, 0, kNoValue};
  for (std::size_t i = 0; i < contestants.size(); ++i) {
    const auto& values = contestants[i].values;
    if (std::all_of(values.begin(), values.end(), [](double value) { return std::isnan(value); })) continue;
    draws.add(contestants[i], sign);
    ranked.push_back(i);
  }
  if (ranked.empty()) return ranking;
  draws.run(sign);
  for (std::size_t i = 0; i < ranked.size(); ++i) ranking.ranks[ranked[i]] = draws.rank(i);
  if (ranked.size() > 1) draws.count_pairs(ranking);
  return ranking;
}

}  // namespace trapphus::engine
