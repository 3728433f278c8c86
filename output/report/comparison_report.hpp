// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "models/studies/comparison.hpp"

namespace trapphus::output {

/// What the viewer in output/web shows of a comparison, as JSON in one line: the object of comparison_json(), the name
/// of each row for readers, and what its rows and under "viewer" its measures are called in each language. `entries`
/// are those that were compared. The types are described in output/web/src/data/comparison.ts.
[[nodiscard]] std::string comparison_data(const models::Comparison& comparison,
                                          const std::vector<models::ComparedScenario>& entries);

/// The report: one HTML file with the viewer and the data in it, which needs nothing else and no network.
[[nodiscard]] std::string comparison_html(const models::Comparison& comparison,
                                          const std::vector<models::ComparedScenario>& entries);

}  // namespace trapphus::output
