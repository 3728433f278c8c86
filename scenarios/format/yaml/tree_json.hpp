// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "scenarios/format/yaml/document.hpp"

namespace trapphus::scenarios {

/// {"at": [file, line, column], "text" | "list" | "map" | "null"}, "quoted" and "origin" where they are so; an entry of
/// a map is [key, its place, value].
[[nodiscard]] nlohmann::ordered_json tree_json(const Node& node);

}  // namespace trapphus::scenarios
