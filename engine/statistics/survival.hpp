// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/statistics/histogram.hpp"
#include "engine/statistics/no_value.hpp"

namespace trapphus::engine {

/// Non-parametric estimates of durations that may be right-censored, left-truncated, and end for competing causes.
/// Stored as histograms, so that memory does not grow with the number of stays.
///
/// The risk set of an age consists of all stays that entered by that age and had not left before it. Left truncation
/// can leave small risk sets at low ages: merge the tables of all replications before estimating.
///
/// The curves are conditional on reaching the first age at which anybody is at risk: who ended before it has never been
/// watched. So where known_from() is not 0 they say nothing of all stays.
///
/// What happens beyond an age at which nobody is at risk is not known, even where others enter at a later one. The
/// curves end there: Kaplan-Meier would fall to 0 with the last one at risk, and all longer stays would vanish (Pan and
/// Chappell 1998). They end as well where censoring has left fewer than 2 % of those who would be at risk without it:
/// the stays of a few who entered late would stand for everybody's.
class Survival {
 public:
  /// A day, and whether the estimate reaches the quantile; if not, the day is the end of what is known, a lower bound.
  struct Quantile {
    double days;
    bool reached;
  };

  class Curves;

  explicit Survival(std::size_t causes = 1) : events_(causes) {}

  /// Adds a stay observed from age `entry` (0: from its beginning) that ended at age `exit` for a cause. Throws
  /// std::domain_error if exit < entry, std::out_of_range if there is no such cause.
  void ended(Duration exit, std::size_t cause = 0, Duration entry = Duration::zero());
  /// Adds a stay that had not ended at age `exit`.
  void censored(Duration exit, Duration entry = Duration::zero());
  /// Adds the stays of another table. Throws std::invalid_argument if it has other causes.
  void merge(const Survival& other);
  /// Takes out the stays of a table that was merged into this one. Throws std::invalid_argument if it has other causes.
  void remove(const Survival& other);

  [[nodiscard]] std::size_t causes() const { return events_.size(); }
  [[nodiscard]] std::int64_t stays() const { return entries_.count(); }
  [[nodiscard]] std::int64_t events() const;
  [[nodiscard]] std::int64_t censorings() const { return censorings_.count(); }

  /// The estimates from the present stays.
  [[nodiscard]] Curves curves() const;

 private:
  void entered(Duration entry, Duration exit);

  LengthHistogram entries_, censorings_;
  std::vector<LengthHistogram> events_;  // by cause
};

/// Estimates from a table: step functions of the age, that change where stays end.
class Survival::Curves {
 public:
  /// Less than this share left counts as nobody: what is missing of a mean is as small.
  static constexpr double kNobody = 0.005;

  /// The ages at which stays ended, in days and in order.
  [[nodiscard]] const std::vector<double>& days() const { return days_; }
  /// Kaplan-Meier over all causes: P(longer than this), by age.
  [[nodiscard]] const std::vector<double>& longer() const { return longer_; }
  /// Aalen-Johansen: P(ended by this age for the cause), by age. For each age the sum over causes plus longer() is 1.
  [[nodiscard]] const std::vector<double>& incidence(std::size_t cause) const { return incidence_.at(cause); }
  /// Where what is known begins, in days: the youngest entry, rounded down as in the histogram. NaN without stays.
  [[nodiscard]] double known_from() const { return known_from_; }
  /// End of what is known, in days: the longest stay observed, or the age at which nobody is left at risk. NaN without
  /// stays.
  [[nodiscard]] double known() const { return known_; }
  /// P(longer than known()).
  [[nodiscard]] double left() const { return longer_.empty() ? 1 : longer_.back(); }
  /// Whether (nearly) all stays are known to their end; if not, their mean is a lower bound.
  [[nodiscard]] bool complete() const { return left() < kNobody; }

  /// P(longer than `days`), for an age up to known(); beyond it the last value.
  [[nodiscard]] double longer(double days) const;
  /// P(ended by `days` for the cause), likewise.
  [[nodiscard]] double incidence(std::size_t cause, double days) const;
  /// Mean in days, restricted to known(); equal to the mean if all stays are complete, otherwise a lower bound. NaN
  /// without stays.
  [[nodiscard]] double restricted_mean() const { return restricted_mean(known_); }
  /// Mean restricted to `limit` days; the survival function is constant beyond known().
  [[nodiscard]] double restricted_mean(double limit) const;
  /// The first age by which at least `share`, in (0, 1], of the stays have ended. {NaN, false} without stays.
  [[nodiscard]] Quantile quantile(double share) const;
  /// Mean length of those that end for the cause by known(). NaN if none does.
  [[nodiscard]] double mean_of_cause(std::size_t cause) const;
  /// The first age by which at least `share`, in (0, 1], of the same have ended. NaN if none does.
  [[nodiscard]] double quantile_of_cause(std::size_t cause, double share) const;

 private:
  friend class Survival;
  /// The number of ages up to `days`.
  [[nodiscard]] std::size_t ages_by(double days) const;

  std::vector<double> days_, longer_;
  std::vector<std::vector<double>> incidence_;  // by cause
  double known_from_ = kNoValue, known_ = kNoValue;
};

}  // namespace trapphus::engine
