// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/language.hpp"
#include "output/studies/fitted_scenario.hpp"

namespace trapphus::output {

/// Observed, before, after; then the inputs with their intervals, and what could not be found out.
[[nodiscard]] std::string calibration_report(const FittedScenario& fitted, const Words& words);

}  // namespace trapphus::output
