// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/experiments/calibration.hpp"

namespace trapphus::engine {

/// How well inputs are known that were fitted to observations.
struct Precision {
  std::vector<double> deviation;  ///< Standard error of each input, in widths of its range.
  std::vector<bool> unknown;      ///< The observations say nothing of it within its range.
  std::vector<Alike> alike;
};

/// `effects`: by observation, then input, in uncertainties for the width of the input's range. `correlations` of the
/// observations' errors; on the diagonal their variance in uncertainties squared.
[[nodiscard]] Precision precision(const std::vector<std::vector<double>>& effects,
                                  const std::vector<std::vector<double>>& correlations);

/// The correlations of a realisation's values, from independent realisations. A value that is missing counts as the
/// mean; one that never varies depends on no other.
[[nodiscard]] std::vector<std::vector<double>> correlations(const std::vector<Sample>& realisations);

}  // namespace trapphus::engine
