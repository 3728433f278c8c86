// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "models/staircase/english_phrase.hpp"
#include "models/staircase/language.hpp"

/// What the reader says, in the language of who reads it.
namespace trapphus::scenarios {

/// What `check_pathway` and the reader say, and the tables of fields; in swedish_*.cpp.
[[nodiscard]] const models::Dictionary& swedish();

[[nodiscard]] std::string text_in(const models::EnglishPhrase& phrase, models::Language language);
/// Of a text of the tables of fields.
[[nodiscard]] std::string text_in(std::string_view english, models::Language language);

}  // namespace trapphus::scenarios
