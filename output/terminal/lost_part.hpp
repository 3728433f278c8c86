// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/language.hpp"

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// The most household-days lost in waiting, by stage, group, cause and alternative; empty if there are none.
/// Ends with an empty line.
[[nodiscard]] std::string lost_part(const models::Scenario& scenario, const models::Results& results,
                                    const Words& words);

}  // namespace trapphus::output
