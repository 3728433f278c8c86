// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

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

/// By how much both the replications and the time observed are multiplied: the environment variable TRAPPHUS_THEORY,
/// which `ctest -C slow` sets; 1 without it. A mean over the customers of a replication is a ratio, whose bias must
/// fall as its standard error does.
[[nodiscard]] std::uint64_t effort();
[[nodiscard]] inline double longer(double time) {
  return time * static_cast<double>(effort());
}

/// Each row: the numbers of a replication, in the order of the quantities.
using Sampled = std::vector<std::vector<double>>;

/// Runs `replication(0)`, `replication(1)`..., each of which returns an array of numbers.
template <class Replication>
[[nodiscard]] Sampled sampled(std::uint64_t count, const Replication& replication) {
  Sampled rows;
  for (std::uint64_t r = 0; r < count; ++r) {
    const auto values = replication(r);
    rows.emplace_back(values.begin(), values.end());
  }
  return rows;
}

/// Of models observed for a longer() time.
template <class Replication>
[[nodiscard]] Sampled replications(std::uint64_t count, const Replication& replication) {
  return sampled(count * effort(), replication);
}

/// Of models that end at their own time: as much more work.
template <class Replication>
[[nodiscard]] Sampled terminating(std::uint64_t count, const Replication& replication) {
  return sampled(count * effort() * effort(), replication);
}

/// A row of the table.
struct Quantity {
  std::string name;
  double expected;
  /// Follows from the other rows but for the ends of the time observed (Little's law, what comes goes), so that it is
  /// judged by itself only.
  bool follows = false;
  double simulated = 0, standard_error = 0;
};

/// The rows of one model, from the same replications.
struct Theory {
  std::string model;
  std::vector<Quantity> rows;
  /// Hotelling's T-squared of the rows that do not follow from others together, and the probability of one as large.
  /// The rows of a model depend on each other: where more wait, each waits longer.
  double squares = 0, probability = 0;
  std::size_t judged = 0;  ///< Number of these rows.
};

[[nodiscard]] Theory compared(std::string model, std::vector<Quantity> expected, const Sampled& sampled);

/// Prints "model | quantity | expected | simulated | standard error" and checks that they are within 3.5 standard
/// errors of each other.
void check_rows(const Theory& theory);
inline void check_rows(const std::vector<Theory>& theories) {
  for (const Theory& theory : theories) check_rows(theory);
}

/// Each simulates its models, with random numbers of its own.
[[nodiscard]] std::vector<Theory> infinite_servers();
[[nodiscard]] std::vector<Theory> one_server();
[[nodiscard]] std::vector<Theory> many_servers();
[[nodiscard]] std::vector<Theory> priorities();
[[nodiscard]] std::vector<Theory> processor_sharing();
[[nodiscard]] std::vector<Theory> reneging();
[[nodiscard]] std::vector<Theory> benchmark_staircase();
[[nodiscard]] std::vector<Theory> network();

}  // namespace trapphus::theory
