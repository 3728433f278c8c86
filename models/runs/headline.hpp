// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace trapphus::models {

struct Results;
struct Scenario;

/// Indices of the measures of the summary: the scenario's headline, or a default choice. "turnover.*" selects all with
/// that prefix; unknown names are skipped.
[[nodiscard]] std::vector<std::size_t> headline(const Scenario& scenario, const Results& results);

}  // namespace trapphus::models
