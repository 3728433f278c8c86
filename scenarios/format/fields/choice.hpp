// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "engine/enum_table.hpp"
#include "scenarios/format/fields/field.hpp"

/// The type of a value that is one word of an enumeration's table: range, schema and values are made of the table.
namespace trapphus::scenarios {

/// The table's words with `between` between them, from `before` to `after`; ended by a zero. Room that is too small
/// does not compile.
template <std::size_t room, class Table>
constexpr std::array<char, room> joined(const Table& table, std::string_view before, std::string_view between,
                                        std::string_view after) {
  std::array<char, room> text{};
  std::size_t size = 0;
  const auto add = [&](std::string_view part) {
    for (const char letter : part) text.at(size++) = letter;
  };
  add(before);
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (i > 0) add(between);
    add(table[i].word);
  }
  add(after);
  text.at(size) = 0;
  return text;
}

/// "placement, apartment, waiting, exit"
template <const auto& table>
inline constexpr auto kListed = joined<256>(table, "", ", ", "");
/// {"enum":["placement","apartment","waiting","exit"]}
template <const auto& table>
inline constexpr auto kEnumSchema = joined<256>(table, R"({"enum":[")", R"(",")", R"("]})");

template <const auto& table>
constexpr TypeInfo choice_type(const char* name, const char* example, bool dated = true) {
  return {name, "", kListed<table>.data(), example, kEnumSchema<table>.data(), false, dated, [] {
            return engine::words_of(table);
          }};
}

}  // namespace trapphus::scenarios
