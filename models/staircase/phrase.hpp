// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

/// Messages for people without the language they are written in: output/language has the texts, by id.
namespace trapphus::models {

struct Phrase;

/// What stands for {name} in a text: a string goes in as it is, numbers as the language writes them, phrases in the
/// language's words, several after each other.
struct PhraseField {
  using Value = std::variant<std::string, std::int64_t, double, std::vector<Phrase>>;

  PhraseField(std::string field, const std::convertible_to<std::string_view> auto& text);
  PhraseField(std::string field, std::integral auto number);
  PhraseField(std::string field, double number);
  PhraseField(std::string field, Phrase phrase);
  PhraseField(std::string field, std::vector<Phrase> phrases);

  std::string name;
  Value value;

  friend bool operator==(const PhraseField&, const PhraseField&);
  friend bool operator<(const PhraseField&, const PhraseField&);
};

/// A message: the id of a text in the catalogue, and what its fields hold. Without an id it is empty.
struct Phrase {
  std::string id;
  std::vector<PhraseField> fields = {};

  [[nodiscard]] bool empty() const { return id.empty(); }
  friend bool operator==(const Phrase&, const Phrase&);
  /// By the id, then by what the fields hold.
  friend bool operator<(const Phrase&, const Phrase&);
};

// A field may hold phrases, and a phrase holds fields: what builds a field stands where both are complete.
inline PhraseField::PhraseField(std::string field, const std::convertible_to<std::string_view> auto& text)
    : name(std::move(field)), value(std::string(std::string_view(text))) {}
inline PhraseField::PhraseField(std::string field, std::integral auto number)
    : name(std::move(field)), value(static_cast<std::int64_t>(number)) {}
inline PhraseField::PhraseField(std::string field, double number) : name(std::move(field)), value(number) {}
inline PhraseField::PhraseField(std::string field, Phrase phrase)
    : name(std::move(field)), value(std::vector<Phrase>{}) {
  if (!phrase.empty()) std::get<std::vector<Phrase>>(value).push_back(std::move(phrase));
}
inline PhraseField::PhraseField(std::string field, std::vector<Phrase> phrases)
    : name(std::move(field)), value(std::move(phrases)) {}

inline bool operator==(const Phrase& a, const Phrase& b) {
  return a.id == b.id && a.fields == b.fields;
}
inline bool operator==(const PhraseField& a, const PhraseField& b) {
  return a.name == b.name && a.value == b.value;
}
inline bool operator<(const Phrase& a, const Phrase& b) {
  return std::tie(a.id, a.fields) < std::tie(b.id, b.fields);
}
inline bool operator<(const PhraseField& a, const PhraseField& b) {
  return std::tie(a.name, a.value) < std::tie(b.name, b.value);
}

/// A name, a path, what a file has: the same in every language.
[[nodiscard]] inline Phrase verbatim(std::string_view text) {
  return {"verbatim", {{"text", text}}};
}

}  // namespace trapphus::models
