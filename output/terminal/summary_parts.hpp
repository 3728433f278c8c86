// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "output/language/language.hpp"

namespace trapphus::models {
struct Measure;
struct Results;
struct Scenario;
}  // namespace trapphus::models

/// Sections of the summary. Each is empty without such results, and ends with an empty line.
namespace trapphus::output {

/// Columns of a terminal that a summary's tables of measures keep within, where they can.
inline constexpr std::size_t kWidth = 100;
/// Of those with a column of groups, whose names are long.
inline constexpr std::size_t kWidthWithGroups = 116;

/// What the alternative of this name is called for readers.
[[nodiscard]] std::string alternative_label(const models::Results& results, const std::string& name,
                                            const Words& words);

/// "Households in acute housing, households": a measure with its unit, for a heading.
[[nodiscard]] std::string measure_in_unit(const models::Scenario& scenario, const models::Measure& measure,
                                          const Words& words);

/// Cost of the whole period by alternative, what it saves against the first, in million SEK, and
/// when it has paid for itself.
[[nodiscard]] std::string money_part(const models::Scenario& scenario, const models::Results& results,
                                     const Words& words);

/// The differences to the first alternative under other assumptions.
[[nodiscard]] std::string cases_part(const models::Scenario& scenario, const models::Results& results,
                                     const Words& words);

/// What was measured in reality beside what was simulated.
[[nodiscard]] std::string observations_part(const models::Scenario& scenario, const models::Results& results,
                                            const Words& words);

}  // namespace trapphus::output
