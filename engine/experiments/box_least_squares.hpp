// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Core>

namespace trapphus::engine {

/// Minimises |residual + matrix * x|^2 for low <= x <= high, starting at x = 0, which must be feasible. Components with
/// zero columns stay 0.
[[nodiscard]] Eigen::VectorXd box_least_squares(const Eigen::MatrixXd& matrix, const Eigen::VectorXd& residual,
                                                const Eigen::VectorXd& low, const Eigen::VectorXd& high);

}  // namespace trapphus::engine
