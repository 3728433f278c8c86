// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/statistics/histogram.hpp"

namespace trapphus::engine {

/// Estimates of a length of time from stays of which some are not over (censored), some were watched only from a later
/// age on (left-truncated), and some end for competing causes. Kept as counts by day, so memory does not grow with the
/// number of stays.
///
/// On a day's risk set count all who entered it by that day and had not left before it. Where left truncation leaves a
/// small risk set at young ages the estimates are as uncertain as that set is small: merge tables before estimating.
class Survival {
 public:
  /// A day and whether the estimate gets that far; if not, the day is the longest one observed.
  struct Quantile {
    double day;
    bool reached;
  };

  explicit Survival(std::size_t causes = 1) : events_(causes) {}

  /// A stay watched from age `entry` on (0: from its beginning) that ended at age `exit` for the cause of this number.
  /// Throws std::domain_error if exit < entry, std::out_of_range if there is no such cause.
  void ended(Duration exit, std::size_t cause = 0, Duration entry = Duration::zero());
  /// The same for one that is not over: it is older than `exit`.
  void censored(Duration exit, Duration entry = Duration::zero());
  /// As if the other's stays had been told here. Throws std::invalid_argument if it has other causes.
  void merge(const Survival& other);

  [[nodiscard]] std::size_t causes() const { return events_.size(); }
  [[nodiscard]] std::int64_t stays() const { return entries_.count(); }
  [[nodiscard]] std::int64_t events() const;
  [[nodiscard]] std::int64_t censorings() const { return censorings_.count(); }

  /// Kaplan-Meier, all causes as one: [d] = P(longer than day d), for each day up to the longest observed.
  [[nodiscard]] std::vector<double> survival() const;
  /// Aalen-Johansen: [cause][d] = P(ended by day d for this cause), for each day up to the longest observed. For every
  /// day the sum over causes plus survival() is 1.
  [[nodiscard]] std::vector<std::vector<double>> cumulative_incidence() const;
  /// Mean in days of the length cut off at the longest one observed: the whole mean if every stay is over, otherwise
  /// less than it. NaN if there are no stays.
  [[nodiscard]] double restricted_mean() const;
  /// The same, cut off at `limit` days; beyond the longest day observed nothing more is taken to end.
  [[nodiscard]] double restricted_mean(std::size_t limit) const;
  /// The first day by whose end at least `share` of the stays, in (0, 1], are over. {NaN, false} if there are none.
  [[nodiscard]] Quantile quantile(double share) const;

 private:
  [[nodiscard]] std::size_t days() const;
  void entered(Duration entry, Duration exit);
  /// Calls visit(day, risk set, ended on it) for each day.
  template <class Visit>
  void each_day(const Visit& visit) const;

  DayHistogram entries_, censorings_;
  std::vector<DayHistogram> events_;  // by cause
};

}  // namespace trapphus::engine
