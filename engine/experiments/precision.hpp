// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Core>
#include <vector>

#include "engine/experiments/calibration.hpp"

namespace trapphus::engine {

/// Precision of inputs that were fitted to observations.
struct Precision {
  std::vector<double> deviation;  ///< Standard error of each input, in widths of its range.
  std::vector<bool> unknown;      ///< The observations do not determine the input within its range.
  std::vector<ConfoundedInputs> confounded;
};

/// `effects`: rows are observations, columns inputs; change of the observation over the input's range, in
/// uncertainties. `correlations`: of the observations' errors; the diagonal holds their variances in squared
/// uncertainties.
[[nodiscard]] Precision precision(const Eigen::MatrixXd& effects, const Eigen::MatrixXd& correlations);

/// Correlation matrix of a realisation's values, estimated from independent realisations. Missing values count as the
/// mean; a constant value is uncorrelated with the others.
[[nodiscard]] Eigen::MatrixXd correlations(const std::vector<Sample>& realisations);

}  // namespace trapphus::engine
