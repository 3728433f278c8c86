// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/statistics/histogram.hpp"

namespace trapphus::engine {

/// Non-parametric estimates of durations that may be right-censored, left-truncated, and end for competing causes.
/// Stored as counts by day, so that memory does not grow with the number of stays.
///
/// The risk set of a day consists of all stays that entered by that day and had not left before it. Left truncation can
/// leave small risk sets at low ages: merge tables before estimating.
class Survival {
 public:
  /// A day, and whether the estimate reaches the quantile; if not, the day is the longest observed.
  struct Quantile {
    double day;
    bool reached;
  };

  explicit Survival(std::size_t causes = 1) : events_(causes) {}

  /// Adds a stay observed from age `entry` (0: from its beginning) that ended at age `exit` for a cause. Throws
  /// std::domain_error if exit < entry, std::out_of_range if there is no such cause.
  void ended(Duration exit, std::size_t cause = 0, Duration entry = Duration::zero());
  /// Adds a stay that had not ended at age `exit`.
  void censored(Duration exit, Duration entry = Duration::zero());
  /// Adds the stays of another table. Throws std::invalid_argument if it has other causes.
  void merge(const Survival& other);

  [[nodiscard]] std::size_t causes() const { return events_.size(); }
  [[nodiscard]] std::int64_t stays() const { return entries_.count(); }
  [[nodiscard]] std::int64_t events() const;
  [[nodiscard]] std::int64_t censorings() const { return censorings_.count(); }

  /// Kaplan-Meier estimate over all causes: [d] = P(longer than day d), for each day up to the longest observed.
  [[nodiscard]] std::vector<double> survival() const;
  /// Aalen-Johansen: [cause][d] = P(ended by day d for this cause), for each day up to the longest observed. For every
  /// day the sum over causes plus survival() is 1.
  [[nodiscard]] std::vector<std::vector<double>> cumulative_incidence() const;
  /// Restricted mean in days up to the longest stay observed; equal to the mean if no stay is censored, otherwise a
  /// lower bound. NaN without stays.
  [[nodiscard]] double restricted_mean() const;
  /// Restricted mean up to `limit` days; the survival function is constant beyond the longest stay observed.
  [[nodiscard]] double restricted_mean(std::size_t limit) const;
  /// The first day by whose end at least `share`, in (0, 1], of the stays have ended. {NaN, false} without stays.
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
