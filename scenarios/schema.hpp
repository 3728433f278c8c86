// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace trapphus::scenarios {

/// JSON Schema (draft 07) of a scenario file, for editors that complete and check YAML.
[[nodiscard]] std::string json_schema();
/// Reference page in Markdown: every key with type, unit, range, default and meaning.
[[nodiscard]] std::string fields_page();

}  // namespace trapphus::scenarios
