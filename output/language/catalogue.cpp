// SPDX-License-Identifier: MIT
#include "output/language/catalogue.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace trapphus::output {

const Text* Catalogue::find(std::string_view id) const {
  const auto at = std::ranges::lower_bound(texts, id, {}, &Text::id);
  return at != texts.end() && at->id == id ? &*at : nullptr;
}

const Catalogue& catalogue(models::Language language) {
  const auto name = std::ranges::find(models::kLanguages, language, [](const auto& known) { return known.first; });
  const auto all = catalogues();
  const auto at = std::ranges::find(all, name->second, &Catalogue::language);
  if (at == all.end()) throw std::logic_error("no catalogue for the language " + std::string(name->second));
  return *at;
}

}  // namespace trapphus::output
