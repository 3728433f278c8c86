// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/studies/bottleneck.hpp"
#include "output/language/language.hpp"

namespace trapphus::output {

/// The result of `trapphus bottleneck`, for a planner: the best change for the money, all changes ranked, the causes of
/// waiting, and the analytical bound.
[[nodiscard]] std::string bottleneck_text(const models::Scenario& scenario, const models::Bottleneck& bottleneck,
                                          const Words& words);

/// "+1 unit: Training apartment", "+0.5 FTE: Housing counsellors".
[[nodiscard]] std::string lever_in_words(const Words& words, const models::Lever& lever,
                                         const models::Settings& settings);

}  // namespace trapphus::output
