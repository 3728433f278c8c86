// SPDX-License-Identifier: MIT
#include "models/staircase/english_phrase.hpp"

#include <algorithm>
#include <cstdio>

namespace trapphus::models {

namespace {

/// The number of the field that begins here: {} is the next one, {2} the third; nothing that is no field.
struct Place {
  std::size_t number = 0, length = 0;
};
Place field_at(std::string_view text, std::size_t next) {
  if (text.starts_with("{}")) return {next, 2};
  if (text.size() > 2 && text[0] == '{' && text[1] >= '0' && text[1] <= '9' && text[2] == '}')
    return {static_cast<std::size_t>(text[1] - '0'), 3};
  return {};
}

}  // namespace

EnglishPhrase EnglishPhrase::decimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return {Kind::Decimal, text};
}

std::string EnglishPhrase::english() const {
  return in(nullptr);
}

std::string EnglishPhrase::in(const Dictionary& dictionary) const {
  return in(&dictionary);
}

std::string EnglishPhrase::in(const Dictionary* dictionary) const {
  if (kind_ == Kind::Verbatim || (kind_ == Kind::Decimal && dictionary == nullptr)) return text_;
  std::string said = text_;
  if (kind_ == Kind::Decimal) {
    std::ranges::replace(said, '.', ',');
    return said;
  }
  std::string_view pattern = text_;
  if (dictionary != nullptr) {
    if (const auto found = dictionary->find(text_); found != dictionary->end()) pattern = found->second;
  }
  if (arguments_.empty()) return std::string(pattern);
  said.clear();
  for (std::size_t at = 0, next = 0; at < pattern.size();) {
    const Place place = field_at(pattern.substr(at), next);
    if (place.length == 0 || place.number >= arguments_.size()) {
      said += pattern[at++];
      continue;
    }
    said += arguments_[place.number].in(dictionary);
    at += place.length;
    ++next;
  }
  return said;
}

}  // namespace trapphus::models
