// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/language.hpp"
#include "output/studies/comparison.hpp"

namespace trapphus::output {

/// The tables of a comparison, for the terminal: values, ranks, values by size, definition and work, assumptions.
[[nodiscard]] std::string comparison_text(const Comparison& comparison, const Words& words);

}  // namespace trapphus::output
