// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// What the program says to people, kept apart from the language it is said in. The English text is what a phrase is
/// known by; a dictionary has it in another language.
namespace trapphus::models {

/// English texts with {} for each argument, to texts with {0}, {1}... in any order.
using Dictionary = std::map<std::string_view, std::string_view>;

/// A literal that people read: only these become phrases, so that a test finds all of them.
struct English {
  std::string_view text;
};
consteval English operator""_p(const char* text, std::size_t length) {
  return {{text, length}};
}

/// An English text that has a {} for each argument, or it does not compile.
template <class... Arguments>
struct Pattern {
  consteval Pattern(English english) : text(english.text) {  // NOLINT(google-explicit-constructor)
    std::size_t fields = 0;
    for (std::size_t at = text.find("{}"); at != std::string_view::npos; at = text.find("{}", at + 2)) ++fields;
    if (fields != sizeof...(Arguments)) throw "a {} for each argument";
  }
  std::string_view text;
};

class EnglishPhrase {
 public:
  /// Nothing is said.
  EnglishPhrase() = default;
  EnglishPhrase(English english) : kind_(Kind::Pattern), text_(english.text) {}  // NOLINT(google-explicit-constructor)
  template <class... Arguments>
  requires(sizeof...(Arguments) > 0)
      EnglishPhrase(Pattern<std::type_identity_t<Arguments>...> pattern, Arguments&&... arguments)
      : kind_(Kind::Pattern), text_(pattern.text) {
    (arguments_.push_back(argument(std::forward<Arguments>(arguments))), ...);
  }
  /// What somebody wrote, a name, a number: the same in every language.
  [[nodiscard]] static EnglishPhrase verbatim(std::string text) { return {Kind::Verbatim, std::move(text)}; }
  /// A text of a table, such as what a field is called; the dictionary has it too.
  [[nodiscard]] static EnglishPhrase named(std::string_view english) { return {Kind::Pattern, std::string(english)}; }
  /// A number, to six digits.
  [[nodiscard]] static EnglishPhrase decimal(double value);

  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] std::string english() const;
  /// In English where the dictionary has no such text.
  [[nodiscard]] std::string in(const Dictionary& dictionary) const;

 private:
  enum class Kind { Verbatim, Decimal, Pattern };
  EnglishPhrase(Kind kind, std::string text) : kind_(kind), text_(std::move(text)) {}
  static EnglishPhrase argument(EnglishPhrase phrase) { return phrase; }
  static EnglishPhrase argument(English english) { return english; }
  static EnglishPhrase argument(std::string text) { return verbatim(std::move(text)); }
  static EnglishPhrase argument(std::string_view text) { return verbatim(std::string(text)); }
  static EnglishPhrase argument(const char* text) = delete;  // a text for people, or one of theirs? say which
  static EnglishPhrase argument(std::integral auto number) { return verbatim(std::to_string(number)); }
  [[nodiscard]] std::string in(const Dictionary* dictionary) const;

  Kind kind_ = Kind::Verbatim;
  std::string text_;
  std::vector<EnglishPhrase> arguments_;
};

}  // namespace trapphus::models
