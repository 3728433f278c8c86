// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

namespace trapphus::engine {

/// Minimises the sum over i of (residual[i] + sum over j of matrix[i][j] * x[j])^2 for low <= x <= high, starting at
/// x = 0, which must be feasible. Components with zero columns stay 0.
[[nodiscard]] std::vector<double> box_least_squares(std::span<const std::vector<double>> matrix,
                                                    std::span<const double> residual, std::span<const double> low,
                                                    std::span<const double> high);

}  // namespace trapphus::engine
