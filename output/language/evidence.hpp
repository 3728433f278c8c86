// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/language.hpp"

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// What the figures rest on: how many numbers have a source, how many are assumptions, and whether the run was checked
/// against SimGrid.
[[nodiscard]] std::string evidence_in_words(const models::Scenario& scenario, const models::Results& results,
                                            const Words& words);

}  // namespace trapphus::output
