// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/studies/bottleneck.hpp"
#include "output/language/language.hpp"

namespace trapphus::output {

/// What `trapphus bottleneck` found, for a planner: the one change that gives most for the money, all changes ranked,
/// what the households wait for, and the bound by theory beside it.
[[nodiscard]] std::string bottleneck_text(const models::Scenario& scenario, const models::Bottleneck& bottleneck,
                                          const Words& words);

/// "+1 unit: Training apartment", "+0.5 FTE: Housing counsellors".
[[nodiscard]] std::string lever_in_words(const Words& words, const models::Lever& lever,
                                         const models::Settings& settings);

}  // namespace trapphus::output
