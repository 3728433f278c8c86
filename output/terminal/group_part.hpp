// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/language/language.hpp"

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// Those of the measures that groups have, by group and alternative; empty where there is one group. Ends with an empty
/// line.
[[nodiscard]] std::string groups_part(const models::Scenario& scenario, const models::Results& results,
                                      const std::vector<std::size_t>& measures, const Words& words);

}  // namespace trapphus::output
