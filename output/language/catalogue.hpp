// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "models/staircase/language.hpp"

namespace trapphus::output {

struct Text {
  std::string_view id;
  std::string_view text;
};

/// The texts of a language, sorted by id: messages in the syntax of ICU (MessageFormat) with named arguments.
struct Catalogue {
  std::string_view language;  ///< "sv", "en"
  std::span<const Text> texts;

  /// Null where the language has no text of this id.
  [[nodiscard]] const Text* find(std::string_view id) const;
};

/// One for each file LANGUAGE.json, sorted by language.
[[nodiscard]] std::span<const Catalogue> catalogues();
[[nodiscard]] const Catalogue& catalogue(models::Language language);

}  // namespace trapphus::output
