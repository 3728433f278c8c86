// SPDX-License-Identifier: MIT
#include "output/workbook/sheet_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace trapphus::output {
namespace {

constexpr std::size_t kLongestSheetName = 31;

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string first_characters(const std::string& text, std::size_t most) {
  std::size_t bytes = 0;
  for (std::size_t count = 0; bytes < text.size(); ++bytes) {
    if ((static_cast<unsigned char>(text[bytes]) & 0xc0) != 0x80 && count++ == most) break;
  }
  return text.substr(0, bytes);
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return text;
}

}  // namespace

std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken) {
  std::string name;
  for (const char c : wanted) name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : '-';
  if (name.empty()) name = "-";
  // Excel takes names that differ in capitals only for the same.
  const auto is_taken = [&](const std::string& one) {
    return std::any_of(taken.begin(), taken.end(), [&](const auto& other) { return lower(other) == lower(one); });
  };
  std::string unique = first_characters(name, kLongestSheetName);
  for (int number = 2; is_taken(unique); ++number) {
    const std::string ending = fmt::format(" {}", number);
    unique = first_characters(name, kLongestSheetName - characters(ending)) + ending;
  }
  return unique;
}

}  // namespace trapphus::output
