// SPDX-License-Identifier: MIT
#include "scenarios/format/swedish/language.hpp"

#include "scenarios/format/swedish/swedish.hpp"

namespace trapphus::scenarios {

const models::Dictionary& swedish() {
  static const models::Dictionary kAll = [] {
    models::Dictionary all;
    for (const auto* part :
         {&swedish_problems(), &swedish_values(), &swedish_pathway(), &swedish_fields(), &swedish_application()})
      all.insert(part->begin(), part->end());
    return all;
  }();
  return kAll;
}

std::string text_in(const models::EnglishPhrase& phrase, models::Language language) {
  return language == models::Language::Sv ? phrase.in(swedish()) : phrase.english();
}

std::string text_in(std::string_view english, models::Language language) {
  if (language == models::Language::En) return std::string(english);
  const auto found = swedish().find(english);
  return std::string(found == swedish().end() ? english : found->second);
}

}  // namespace trapphus::scenarios
