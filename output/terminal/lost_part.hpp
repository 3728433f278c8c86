// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/language.hpp"

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// Where the most household-days are lost in waiting, by whom and for what, by alternative; empty where nobody waits.
/// Ends with an empty line.
[[nodiscard]] std::string lost_part(const models::Scenario& scenario, const models::Results& results,
                                    const Words& words);

}  // namespace trapphus::output
