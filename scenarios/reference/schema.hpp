// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/staircase/language.hpp"

namespace trapphus::scenarios {

/// JSON Schema (draft 07) of a scenario file, for editors that complete and check YAML.
[[nodiscard]] std::string json_schema(models::Language language = models::Language::En);
/// Reference page in Markdown: every key with type, unit, range, default and meaning.
[[nodiscard]] std::string fields_page(models::Language language = models::Language::En);
/// The table of fields for a program that makes a form of it: {"root", "tables": {NAME: {"name", "about", "fields"}},
/// "types": {NAME: {"name", "unit", "range", "example", "number", "values"?}}}. Keys are names, the same in every
/// language; "name" is what readers see.
[[nodiscard]] std::string fields_json(models::Language language);

}  // namespace trapphus::scenarios
