// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// The words of an enumeration, in one constant table beside it:
///     enum class Light { Red, Green };
///     inline constexpr auto kLights = engine::enum_table<Light>({{Light::Red, "red"}, {Light::Green, "green"}});
/// Files, options and JSON take the words from there, in the order of the table.
namespace trapphus::engine {

template <class Enum>
struct EnumWord {
  Enum value;
  std::string_view word;
};

template <class Enum, std::size_t size>
constexpr std::array<EnumWord<Enum>, size> enum_table(const EnumWord<Enum> (&rows)[size]) {
  return std::to_array(rows);
}

/// Throws std::out_of_range for a value that the table does not have.
template <class Enum, std::size_t size>
[[nodiscard]] constexpr std::string_view word_of(const std::array<EnumWord<Enum>, size>& table, Enum value) {
  for (const auto& row : table) {
    if (row.value == value) return row.word;
  }
  throw std::out_of_range("a value has no word in its table");
}

template <class Enum, std::size_t size>
[[nodiscard]] constexpr std::optional<Enum> value_of(const std::array<EnumWord<Enum>, size>& table,
                                                     std::string_view word) {
  for (const auto& row : table) {
    if (row.word == word) return row.value;
  }
  return std::nullopt;
}

template <class Enum, std::size_t size>
[[nodiscard]] std::vector<std::string> words_of(const std::array<EnumWord<Enum>, size>& table) {
  std::vector<std::string> words;
  for (const auto& row : table) words.emplace_back(row.word);
  return words;
}

}  // namespace trapphus::engine
