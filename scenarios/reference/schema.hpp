// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "models/staircase/phrase.hpp"

namespace trapphus::scenarios {

/// A phrase in a language.
using TextOf = std::function<std::string(const models::Phrase&)>;

/// JSON Schema (draft 07) of a scenario file, for editors that complete and check YAML.
[[nodiscard]] std::string json_schema(const TextOf& text_of);
/// Reference page in Markdown: every key with type, unit, range, default and meaning.
[[nodiscard]] std::string fields_page(const TextOf& text_of);
/// The table of fields for a program that makes a form of it: {"root", "tables": {NAME: {"name", "about", "fields"}},
/// "types": {NAME: {"name", "unit", "range", "example", "number", "values"?}}, "enumerations": {NAME: [word]}}. Keys
/// are names, the same in every language; "name" is what readers see.
[[nodiscard]] std::string fields_json(const TextOf& text_of);

}  // namespace trapphus::scenarios
