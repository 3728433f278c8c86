// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "models/results.hpp"
#include "models/scenario.hpp"

/// Sections of the summary. Each is empty where the results have nothing to say, and ends with an empty line.
namespace trapphus::output {

/// Columns of a terminal that a summary's tables of measures keep within, where they can.
inline constexpr std::size_t kWidth = 100;

/// What the alternative of this name is called for readers.
[[nodiscard]] std::string alternative_label(const models::Results& results, const std::string& name);

/// Cost of the whole period by alternative, what it saves against the first, in million SEK, and
/// when it has paid for itself.
[[nodiscard]] std::string money_part(const models::Scenario& scenario, const models::Results& results);

/// The differences to the first alternative under other assumptions.
[[nodiscard]] std::string cases_part(const models::Scenario& scenario, const models::Results& results);

/// What was measured in reality beside what was simulated.
[[nodiscard]] std::string observations_part(const models::Scenario& scenario, const models::Results& results);

}  // namespace trapphus::output
