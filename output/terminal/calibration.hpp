// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/fitted_words.hpp"
#include "output/language/language.hpp"

namespace trapphus::output {

/// Observed, before, after; then the inputs with their intervals, and those that are not identified.
[[nodiscard]] std::string calibration_report(const models::FittedScenario& fitted, const Words& words);

}  // namespace trapphus::output
