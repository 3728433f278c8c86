// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace trapphus::engine {

/// How many letters must be changed, added, left out or swapped with their neighbour to turn one text into the other
/// (Levenshtein's distance with transpositions, optimal string alignment).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace trapphus::engine
