// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "scenarios/format/yaml/document.hpp"

namespace trapphus::scenarios {

/// A tree as JSON, each value with its place; see ScenarioFile::tree_json().
[[nodiscard]] std::string tree_json(const Node& root);

}  // namespace trapphus::scenarios
