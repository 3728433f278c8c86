// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>

#include "engine/enum_table.hpp"

namespace trapphus::models {

/// An amount of Swedish money in whole öre (1 SEK = 100 öre); negative amounts are income. Range ±9.2e16 SEK.
class Money {
 public:
  constexpr Money() = default;
  [[nodiscard]] static constexpr Money ore(std::int64_t amount) { return Money(amount); }
  [[nodiscard]] static constexpr Money kronor(std::int64_t amount) { return Money(amount * 100); }
  [[nodiscard]] constexpr std::int64_t in_ore() const { return ore_; }
  /// For statistics and display only.
  [[nodiscard]] constexpr double in_kronor() const { return static_cast<double>(ore_) / 100.0; }
  constexpr Money& operator+=(Money other) {
    ore_ += other.ore_;
    return *this;
  }
  constexpr Money& operator-=(Money other) {
    ore_ -= other.ore_;
    return *this;
  }
  friend constexpr Money operator+(Money a, Money b) { return Money(a.ore_ + b.ore_); }
  friend constexpr Money operator-(Money a, Money b) { return Money(a.ore_ - b.ore_); }
  friend constexpr Money operator-(Money a) { return Money(-a.ore_); }
  friend constexpr Money operator*(Money a, std::int64_t n) { return Money(a.ore_ * n); }
  friend constexpr auto operator<=>(Money, Money) = default;

 private:
  constexpr explicit Money(std::int64_t amount) : ore_(amount) {}
  std::int64_t ore_ = 0;
};

/// Period that a price refers to. A monthly price accrues by day over the length of its calendar month, a yearly price
/// over that of its calendar year.
enum class Per : std::uint8_t { Day, Week, Month, Year };
inline constexpr auto kPers =
    engine::enum_table<Per>({{Per::Day, "day"}, {Per::Week, "week"}, {Per::Month, "month"}, {Per::Year, "year"}});

struct Price {
  Money amount;
  Per per = Per::Day;
  friend constexpr bool operator==(const Price&, const Price&) = default;
};

}  // namespace trapphus::models
