// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "models/runs/results.hpp"
#include "models/staircase/scenario.hpp"

namespace trapphus::models {

/// The measures of the summary, by index: the scenario's headline where it has one. "turnover.*" stands for all that
/// begin so; names that no measure has are left out.
[[nodiscard]] std::vector<std::size_t> headline(const Scenario& scenario, const Results& results);

}  // namespace trapphus::models
