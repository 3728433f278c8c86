// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace trapphus::models {

struct Results;
struct Scenario;

/// The measures of the summary, by index: the scenario's headline where it has one. "turnover.*" stands for all that
/// begin so; names that no measure has are left out.
[[nodiscard]] std::vector<std::size_t> headline(const Scenario& scenario, const Results& results);

}  // namespace trapphus::models
