// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>

namespace trapphus::engine {

/// Weights 0..count-1 are laid end to end from 0: the index of that on which `point` falls; absent where it lies beyond
/// all of them. `weight(i)` is >= 0; a weight of 0 is never chosen.
template <class Weight>
[[nodiscard]] std::optional<std::size_t> weighted_choice(double point, std::size_t count, const Weight& weight) {
  for (std::size_t i = 0; i < count; ++i) {
    const double width = weight(i);
    if (width <= 0) continue;
    point -= width;
    if (point < 0) return i;
  }
  return std::nullopt;
}

/// The same for weights whose sum is the whole range of `point` but for rounding: what lies beyond all of them falls on
/// the last that is not 0. Absent only if all are 0.
template <class Weight>
[[nodiscard]] std::optional<std::size_t> weighted_choice_of_all(double point, std::size_t count, const Weight& weight) {
  if (const auto chosen = weighted_choice(point, count, weight)) return chosen;
  while (count > 0) {
    if (weight(--count) > 0) return count;
  }
  return std::nullopt;
}

}  // namespace trapphus::engine
