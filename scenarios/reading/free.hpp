// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "scenarios/format/sections/scenario_table.hpp"

namespace trapphus::scenarios {

/// Reads the free inputs. Each must be a single number written in the scenario, within its range.
std::vector<models::FreeInput> read_free(Context& context, const Node& root, Problems& problems);

/// A value of a free input in the format of a scenario: "1.67/year". `digits`: significant digits, at least 1. A value
/// that rounding carries outside the range is set to its end.
[[nodiscard]] std::string written(const models::FreeInput& input, double value, int digits);
/// The inverse.
[[nodiscard]] double rounded(const models::FreeInput& input, double value, int digits);

}  // namespace trapphus::scenarios
