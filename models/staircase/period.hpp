// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/time.hpp"

namespace trapphus::models {

/// The period of a run and its calendar months, of which the first and the last may be partial.
class Period {
 public:
  /// `to` is exclusive. Throws std::invalid_argument unless it is later than `from`.
  Period(engine::Time from, engine::Time to);

  [[nodiscard]] engine::Time from() const { return from_; }
  [[nodiscard]] engine::Time to() const { return to_; }
  [[nodiscard]] engine::Duration length() const { return to_ - from_; }
  /// Twelve calendar months each: what is counted in a calendar year is its number a year, leap year or not.
  [[nodiscard]] double years() const;

  [[nodiscard]] std::size_t months() const { return bounds_.size() - 1; }
  [[nodiscard]] engine::Month month(std::size_t index) const;
  /// The index of a month, which may lie outside the period: below 0, or months() and above.
  [[nodiscard]] std::int64_t index(engine::Month month) const { return month.number() - first_.number(); }
  /// The part of a month that lies within the period.
  [[nodiscard]] engine::Duration covered(std::size_t index) const;
  /// The same as a share of the month, in (0, 1].
  [[nodiscard]] double share(std::size_t index) const { return in_months(index, covered(index)); }
  /// The length of the period in calendar months: the sum of the shares.
  [[nodiscard]] double in_months() const;
  /// The part of a month that lies within the period and in [from, to).
  [[nodiscard]] engine::Duration overlap(std::size_t index, engine::Time from, engine::Time to) const;
  /// A length of time as a share of a month.
  [[nodiscard]] double in_months(std::size_t index, engine::Duration length) const;

 private:
  engine::Time from_, to_;
  engine::Month first_;
  std::vector<engine::Time> bounds_;  // the beginnings of the months, and the end of the last
};

}  // namespace trapphus::models
