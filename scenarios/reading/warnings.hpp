// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scenarios/format/yaml/document.hpp"

namespace trapphus::models {
struct Scenario;
struct Notice;
}  // namespace trapphus::models

namespace trapphus::scenarios {

/// Sources that a scenario with a name of its own has from the file that it extends: they speak of another district.
/// Its inputs have been read.
[[nodiscard]] std::vector<models::Notice> inherited_sources(const Node& root, const models::Scenario& scenario);

/// Exits with relapses in a period that is longer than the time for which households are followed after them.
[[nodiscard]] std::vector<models::Notice> short_follow_up(const models::Scenario& scenario);

/// Initial households of whom some would have left for certain in the time that is given for them.
[[nodiscard]] std::vector<models::Notice> initial_that_cannot_be(const models::Scenario& scenario);

}  // namespace trapphus::scenarios
