// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/fitted_words.hpp"

namespace trapphus::output {

/// The result of a calibration, for the viewer: {"kind": "calibration", "complete", "converged", "replications",
/// "seed", "text", "yaml", "inputs": [{"path", "before", "after", "low", "high", "remark"}], "observations": [{"text",
/// "unit", "observed", "assumption", "uncertainty", "before", "after"}], "alike": [[PATH]]}.
[[nodiscard]] std::string calibration_data(const models::FittedScenario& fitted, const std::string& yaml,
                                           const Words& words);

}  // namespace trapphus::output
