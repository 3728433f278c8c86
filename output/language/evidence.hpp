// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/language.hpp"

namespace trapphus::models {
struct Input;
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// What the figures rest on: how many numbers have a source, how many are assumptions, and whether the run was checked
/// against SimGrid.
[[nodiscard]] std::string evidence_in_words(const models::Scenario& scenario, const models::Results& results,
                                            const Words& words);

/// Why an input without a source is believed: what it was before somebody changed it, and the scenario's own reason.
[[nodiscard]] std::string assumption_in_words(const models::Input& input, const Words& words);

/// Which values of the scenario were changed by hand and what they were; empty: none.
[[nodiscard]] std::string changes_in_words(const models::Scenario& scenario, const Words& words);

}  // namespace trapphus::output
