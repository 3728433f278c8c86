// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/studies/fitted_scenario.hpp"
#include "output/language/language.hpp"

/// What there is to read about the result of a calibration.
namespace trapphus::output {

/// "households.acute of families, 2011-09 to 2011-12"; "turnover.emergency in navigator, 2016-01 to 2016-12" if several
/// alternatives have observations.
[[nodiscard]] std::string observation_text(const models::Scenario& scenario, const models::Observation& observation);

/// Remark on an input beside its interval: that it is at an end of its range, or not identified. Empty: none.
[[nodiscard]] std::string remark(const models::FittedScenario& fitted, std::size_t input, const Words& words);

}  // namespace trapphus::output
