// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "models/studies/bottleneck.hpp"

namespace trapphus::models {

/// What the report says to the question which small change would give most for the money: of the alternative that it
/// shows first, on homes, with at most a hundred of the run's replications. Nothing if the scenario has no homes, or
/// the run was cut off. Of the options progress, jobs and stop are used.
[[nodiscard]] std::optional<Bottleneck> bottleneck_for_report(const Scenario& scenario, const Results& results,
                                                              const RunOptions& options);

}  // namespace trapphus::models
