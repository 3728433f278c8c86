// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "scenarios/problem.hpp"

/// From YAML files to the model's plain structs. The format is described by `fields_page()` and `json_schema()`.
namespace trapphus::scenarios {

/// `--set path=value`: as if the file said so.
struct Override {
  std::string path, value;
};

/// Reads a scenario, checks it, and works out its alternatives and cases.
/// Throws Unreadable if the file cannot be read, and Invalid, with all problems at once, if it is no valid scenario.
[[nodiscard]] models::Scenario read(const std::filesystem::path& file, const std::vector<Override>& overrides = {});

}  // namespace trapphus::scenarios
