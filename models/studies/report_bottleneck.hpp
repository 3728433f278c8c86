// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "models/studies/bottleneck.hpp"

namespace trapphus::models {

/// The bottleneck of the alternative that the report shows first, measured by homes, with at most a hundred of the
/// run's replications. Absent if the scenario has no homes, or the run was interrupted. Uses progress, jobs and stop of
/// the options.
[[nodiscard]] std::optional<Bottleneck> bottleneck_for_report(const Scenario& scenario, const Results& results,
                                                              const RunOptions& options);

}  // namespace trapphus::models
