// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

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

/// One for each file LANGUAGE.json, sorted by language, English last.
[[nodiscard]] std::span<const Catalogue> catalogues();

/// A language of the catalogues. File names, keys and identifiers do not depend on it.
class Language {
 public:
  explicit Language(const Catalogue& catalogue) : catalogue_(&catalogue) {}
  [[nodiscard]] const Catalogue& catalogue() const { return *catalogue_; }
  /// "sv", "en"
  [[nodiscard]] std::string_view code() const { return catalogue_->language; }
  friend bool operator==(const Language&, const Language&) = default;

 private:
  const Catalogue* catalogue_;
};

}  // namespace trapphus::output
