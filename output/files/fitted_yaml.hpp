// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "output/language/fitted_words.hpp"

namespace trapphus::output {

/// Where the scenario that is written stands, and how it is made again.
struct FittedFile {
  std::string extends;               ///< The original, relative to it.
  std::vector<std::string> command;  ///< Arguments that reproduce the file, run in its folder.
};
/// A scenario in YAML that extends the original and changes the fitted values only. The same fit gives the same text.
[[nodiscard]] std::string fitted_yaml(const models::FittedScenario& fitted, const FittedFile& file);

}  // namespace trapphus::output
