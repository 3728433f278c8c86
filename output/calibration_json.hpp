// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/calibration_report.hpp"

namespace trapphus::output {

/// What a calibration found, for the viewer: {"kind": "calibration", "complete", "converged", "replications", "seed",
/// "yaml", "inputs": [{"path", "before", "fitted", "low", "high", "remark"}], "observations": [{"measure", "group",
/// "alternative", "from", "to", "observed", "assumption", "uncertainty", "before", "after"}], "alike": [[PATH]]}. A
/// remark is one of "", "unknown", "at_low", "at_high", "alike", "wide".
[[nodiscard]] std::string calibration_data(const FittedScenario& fitted, const std::string& yaml);

}  // namespace trapphus::output
