// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <string>

#include "engine/statistics/tally.hpp"
#include "engine/time.hpp"

/// What the theory tests share: a unit of time, independent replications, and the table that they print.
namespace trapphus::theory {

/// Seconds in the theory's unit of time: so many that rounding to whole seconds does not matter.
inline constexpr double kUnit = 1e5;
[[nodiscard]] inline engine::Duration units(double time) {
  return engine::rounded(time * kUnit);
}
[[nodiscard]] inline double in_units(engine::Duration time) {
  return static_cast<double>(time.count()) / kUnit;
}
[[nodiscard]] inline engine::Time after(double time) {
  return engine::Time{} + units(time);
}

/// Runs `replication(0)`, `replication(1)`..., each of which returns an array of numbers, and tallies each number.
template <class Replication>
[[nodiscard]] auto replications(std::uint64_t count, const Replication& replication) {
  std::array<engine::Tally, std::tuple_size_v<decltype(replication(std::uint64_t{0}))>> tallies;
  for (std::uint64_t r = 0; r < count; ++r) {
    const auto values = replication(r);
    for (std::size_t i = 0; i < values.size(); ++i) tallies[i].add(values[i]);
  }
  return tallies;
}

/// Prints "theory | quantity | expected | simulated | standard error" and checks that they are within 3.5 standard
/// errors of each other.
inline void agrees(const std::string& theory, const std::string& quantity, double expected, double simulated,
                   double standard_error) {
  std::cout << theory << " | " << quantity << " | " << std::setprecision(6) << expected << " | " << simulated << " | "
            << std::setprecision(2) << standard_error << '\n';
  INFO(theory << ", " << quantity << ": expected " << expected << ", simulated " << simulated << " +- "
              << standard_error);
  CHECK(standard_error > 0);
  CHECK(std::abs(simulated - expected) <= 3.5 * standard_error);
}

inline void agrees(const std::string& theory, const std::string& quantity, double expected,
                   const engine::Tally& simulated) {
  agrees(theory, quantity, expected, simulated.mean(), simulated.standard_error());
}

}  // namespace trapphus::theory
