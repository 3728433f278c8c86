// SPDX-License-Identifier: MIT
#pragma once

#include "engine/experiments/calibration.hpp"

namespace trapphus::engine {

/// Fits only what the observations determine: an input whose interval spans its range keeps its start (`held`), and the
/// others are fitted again without it, from where they were. Inputs that the observations cannot tell apart are not
/// held: of which of them the observations say something is not to be decided here. The effects of held inputs are
/// those of the fit in which they were still free. Throws what calibrate() throws.
[[nodiscard]] Calibration calibrate_determined(std::span<const Unknown> inputs, std::span<const Observed> observations,
                                               const ResponseFunction& simulate,
                                               const CalibrationOptions& options = {});

}  // namespace trapphus::engine
