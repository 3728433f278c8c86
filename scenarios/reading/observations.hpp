// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/format/sections/scenario_table.hpp"

namespace trapphus::models {
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::scenarios {

/// Reads the observations, and checks the names of measures that the head and the observations mention. Needs the
/// scenario's alternatives.
void read_observations(Context& context, const Node& root, const Head& head, models::Scenario& scenario);

}  // namespace trapphus::scenarios
