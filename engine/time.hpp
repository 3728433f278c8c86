// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>

namespace trapphus::engine {

/// Simulated time: whole seconds of the civil calendar, UTC. Integers keep runs free of rounding differences and map to
/// calendar months.
using Time = std::chrono::sys_seconds;
using Duration = std::chrono::seconds;

inline constexpr Duration kDay = std::chrono::days{1};
inline constexpr Duration kWeek = std::chrono::weeks{1};
/// Mean lengths: a year is 365.25 days and a month a twelfth of it. Calendar months are `Month`.
inline constexpr Duration kYear{31'557'600};
inline constexpr Duration kMonth = kYear / 12;
inline constexpr double kDaysAYear = static_cast<double>(kYear.count()) / static_cast<double>(kDay.count());
inline constexpr double kWeeksAYear = kDaysAYear / 7;

/// Rounds a sampled length of time to the second. Values above 10 000 years become 10 000 years; negative values and
/// NaN throw std::domain_error.
[[nodiscard]] Duration rounded(double seconds);

/// Events per second, constructed from a number of events and the period that it refers to.
class Rate {
 public:
  constexpr Rate() = default;
  [[nodiscard]] static constexpr Rate per(double events, Duration period) {
    return Rate(events / static_cast<double>(period.count()));
  }
  [[nodiscard]] constexpr double per_second() const { return value_; }
  [[nodiscard]] constexpr double per_year() const { return value_ * static_cast<double>(kYear.count()); }
  friend constexpr auto operator<=>(Rate, Rate) = default;

 private:
  constexpr explicit Rate(double per_second) : value_(per_second) {}
  double value_ = 0;
};

/// A calendar month, counted from January of year 0. Monthly series are indexed with it.
class Month {
 public:
  constexpr explicit Month(std::int32_t number) : number_(number) {}
  [[nodiscard]] static Month of(Time time);
  [[nodiscard]] constexpr std::int32_t number() const { return number_; }
  [[nodiscard]] constexpr int year() const { return number_ / 12; }
  [[nodiscard]] constexpr int month_of_year() const { return number_ % 12 + 1; }
  [[nodiscard]] Time begin() const;
  [[nodiscard]] Time end() const { return Month(number_ + 1).begin(); }
  [[nodiscard]] int days() const;
  friend constexpr auto operator<=>(Month, Month) = default;

 private:
  std::int32_t number_;
};

/// "2012-06-01", and with the time of day if it is not midnight: "2012-06-01 08:00:00".
[[nodiscard]] std::string to_string(Time time);
/// "2012-06".
[[nodiscard]] std::string to_string(Month month);

}  // namespace trapphus::engine
