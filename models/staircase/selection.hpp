// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "models/staircase/scenario.hpp"

namespace trapphus::models {

/// The parts of a scenario that a study simulates. Everything that is not named here stays as it is.
struct Selection {
  std::vector<std::string> alternatives = {};  ///< By name; empty: all.
  bool contributions = true;  ///< Whether alternatives that show what a part of another contributes stay.
  bool cases = true;
  bool observations = true;
  bool application = true;  ///< With how it goes on when the project is over.
};

/// The scenario without what is not selected, in its own order.
[[nodiscard]] Scenario selected(Scenario scenario, const Selection& selection);

/// The alternative of this name, the first for an empty name; null if there is none.
[[nodiscard]] const Alternative* alternative_called(const Scenario& scenario, const std::string& name);

}  // namespace trapphus::models
