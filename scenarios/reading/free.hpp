// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "scenarios/format/sections/scenario_table.hpp"

namespace trapphus::scenarios {

/// Reads which inputs are free. Each must be a single number that the scenario writes down, within its range.
std::vector<models::FreeInput> read_free(Context& context, const Node& root, Problems& problems);

/// A value of a free input as a scenario has it: "1.67/year". `digits`: significant ones, at least 1. Never outside the
/// range, though rounding may have carried it there.
[[nodiscard]] std::string written(const models::FreeInput& input, double value, int digits);
/// The number that is written so.
[[nodiscard]] double rounded(const models::FreeInput& input, double value, int digits);

}  // namespace trapphus::scenarios
