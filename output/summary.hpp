// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"
#include "output/language.hpp"

namespace trapphus::output {

/// What a run found, for a reader who is no programmer: the measures that matter with their 95 % intervals and units,
/// the paired differences, the cost and saving of the whole period, other assumptions, the observations, the check.
[[nodiscard]] std::string summary(const models::Scenario& scenario, const models::Results& results, const Words& words);

/// "checked against SimGrid 3.32: same 18231 events", or how far it got, or where the two kernels part.
[[nodiscard]] std::string check_line(const models::Check& check, const Words& words);

/// The measures of the summary, by index: the scenario's headline where it has one. "turnover.*" stands for all that
/// begin so; names that no measure has are left out.
[[nodiscard]] std::vector<std::size_t> headline(const models::Scenario& scenario, const models::Results& results);

}  // namespace trapphus::output
