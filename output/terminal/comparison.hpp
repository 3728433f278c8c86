// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/studies/comparison.hpp"
#include "output/language/language.hpp"
#include "output/language/wording.hpp"

namespace trapphus::output {

/// The tables of a comparison, for the terminal: values, ranks, values by size, definition and rest, answers,
/// assumptions. `scenarios`: those that were compared, for the labels of their stages and services.
[[nodiscard]] std::string comparison_text(const models::Comparison& comparison, const ComparedScenarios& scenarios,
                                          const Words& words);

}  // namespace trapphus::output
