// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/studies/comparison.hpp"
#include "output/language/language.hpp"

namespace trapphus::output {

/// The tables of a comparison, for the terminal: values, ranks, values by size, definition and rest, answers,
/// assumptions.
[[nodiscard]] std::string comparison_text(const models::Comparison& comparison, const Words& words);

}  // namespace trapphus::output
