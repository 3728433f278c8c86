// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/statistics/interval.hpp"

namespace trapphus::engine {

/// A statistic that is no mean over replications (a ratio of sums, a percentile): its value from all replications
/// together, and from all but each section of them.
struct Jackknife {
  double value;
  std::vector<double> without;     ///< By section: the value from all the others.
  std::vector<std::size_t> sizes;  ///< By section: its replications.

  /// 95 % confidence interval: the deviation of the pseudo-values of the sections (Busing, Meijer and van der Leeden
  /// 1999, for sections of different sizes), Student's quantile. `low` and `high` are NaN with less than two sections,
  /// or where the statistic is not defined without one of them. `count` is that of the replications.
  [[nodiscard]] Interval interval() const;
  /// By section: n/m times the value less (n/m - 1) times that without the section, of m of the n replications. Of a
  /// mean these are the sections' means.
  [[nodiscard]] std::vector<double> pseudo_values() const;
};

/// Throw std::invalid_argument if the sections differ.
[[nodiscard]] Jackknife operator-(const Jackknife& a, const Jackknife& b);

/// Where the sections of `replications` begin, and the end: at most `most` sections, as equal as possible, of
/// consecutive replications. The variance of a percentile needs sections of more than one replication (Shao and Wu
/// 1989).
[[nodiscard]] std::vector<std::size_t> sections(std::size_t replications, std::size_t most);

}  // namespace trapphus::engine
