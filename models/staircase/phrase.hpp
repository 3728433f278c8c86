// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Messages for people without the language they are written in: output/language has the texts, by id.
namespace trapphus::models {

struct PhraseField;

/// A message: the id of a text in the catalogue, and what its fields hold. Without an id it is empty.
struct Phrase {
  std::string id;
  std::vector<PhraseField> fields;

  [[nodiscard]] bool empty() const { return id.empty(); }
  friend bool operator==(const Phrase&, const Phrase&);
};

/// What stands for {name} in a text: a string goes in as it is, numbers as the language writes them, phrases in the
/// language's words, several after each other.
struct PhraseField {
  using Value = std::variant<std::string, std::int64_t, double, std::vector<Phrase>>;

  PhraseField(std::string field, std::string text) : name(std::move(field)), value(std::move(text)) {}
  PhraseField(std::string field, std::integral auto number)
      : name(std::move(field)), value(static_cast<std::int64_t>(number)) {}
  PhraseField(std::string field, double number) : name(std::move(field)), value(number) {}
  PhraseField(std::string field, Phrase phrase)
      : name(std::move(field)), value(std::vector<Phrase>{std::move(phrase)}) {}
  PhraseField(std::string field, std::vector<Phrase> phrases) : name(std::move(field)), value(std::move(phrases)) {}

  std::string name;
  Value value;

  friend bool operator==(const PhraseField&, const PhraseField&);
};

inline bool operator==(const Phrase& a, const Phrase& b) {
  return a.id == b.id && a.fields == b.fields;
}
inline bool operator==(const PhraseField& a, const PhraseField& b) {
  return a.name == b.name && a.value == b.value;
}

}  // namespace trapphus::models
