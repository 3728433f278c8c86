// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "scenarios/format/yaml/problem.hpp"
#include "scenarios/format/yaml/source.hpp"

/// Content of a YAML file as plain values with positions, independent of the YAML library.
namespace trapphus::scenarios {

struct Entry;

/// Origin of values set by `--set`.
inline constexpr const char* kSetOrigin = "--set";
/// Origin of values set by the file's own `change`.
inline constexpr const char* kChangeOrigin = "change";

struct Node {
  enum class Kind { Null, Scalar, Sequence, Map };

  Kind kind = Kind::Null;
  Position at;
  std::string text;            ///< Of a scalar.
  bool quoted = false;         ///< Scalar in quotes.
  std::vector<Node> items;     ///< Of a sequence.
  std::vector<Entry> entries;  ///< Of a map, in the order of the file, no key twice.
  std::string change;          ///< As written, where `text` is the result of a relative change: "+10 %".
  std::string origin;          ///< The change that set it: "alternatives.zero.change"; empty: the file itself.

  [[nodiscard]] bool is_map() const { return kind == Kind::Map; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::Scalar; }
  [[nodiscard]] bool is_sequence() const { return kind == Kind::Sequence; }
  /// The value of a key; null if this is no map or has no such key.
  [[nodiscard]] const Node* find(std::string_view key) const;
  [[nodiscard]] Node* find(std::string_view key);
  /// Adds a key, or replaces its value where it stands.
  Node& set(const std::string& key, const Position& key_at, Node value);
  void erase(std::string_view key);
  /// "a number", "a list"...: for messages.
  [[nodiscard]] Phrase describe() const;

  [[nodiscard]] static Node scalar(std::string text, Position at);
  [[nodiscard]] static Node map(Position at);
};

/// The text of a key's value; empty if this is no map, has no such key, or the value is no scalar.
[[nodiscard]] std::string text_of(const Node& node, std::string_view key);

struct Entry {
  std::string key;
  Position at;
  Node value;
};

/// The bytes of a file of at most 10 MB. A byte order mark is left out of `text`, not of `bytes`.
struct TextFile {
  std::string bytes, text;
};
/// Message for an error of the operating system; frequent ones have texts of their own.
[[nodiscard]] Phrase reason(const std::error_code& error);
/// Throws Unreadable (no such file, directory, no permission, outside the folder that it must lie in), or Invalid if
/// the file is too large or is not UTF-8 text.
[[nodiscard]] TextFile read_text(const Source& source);

/// Reads one YAML document. Aliases are expanded, up to 100 000 values in all. Values that YAML splits at the commas
/// inside parentheses, as in `{work: gamma(14 h, 10 h)}`, are joined again. Gives nothing, and adds to the problems,
/// if the text is empty or is not YAML.
[[nodiscard]] std::optional<Node> parse_document(const std::string& text,
                                                 const std::shared_ptr<const std::string>& file, Problems& problems);

}  // namespace trapphus::scenarios
