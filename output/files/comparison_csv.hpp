// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/studies/comparison.hpp"
#include "output/language/language.hpp"

namespace trapphus::output {

/// One row a scenario (or alternative). After its facts, for each measure: value, interval, prediction interval, rank
/// and its probability, and for counts and costs the value per apartment, FTE and 1000 inhabitants; then what the
/// definition and the work make of its retention. Bare numbers (shares as 0..1), empty where there is none.
/// `words`: the language of the answers that organisations gave, and the style of numbers.
[[nodiscard]] std::string comparison_csv(const models::Comparison& comparison, const Words& words);

}  // namespace trapphus::output
