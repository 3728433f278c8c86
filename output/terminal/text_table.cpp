// SPDX-License-Identifier: MIT
#include "output/terminal/text_table.hpp"

#include <algorithm>
#include <stdexcept>

namespace trapphus::output {
namespace {

constexpr std::size_t kNarrowHeading = 12;  // no narrower than this for the sake of narrow cells

struct CodePoint {
  char32_t value;
  std::size_t bytes;
};

std::size_t sequence_length(unsigned char first) {
  if (first >= 0xf0 && first < 0xf8) return 4;
  if (first >= 0xe0) return 3;
  return first >= 0xc0 ? 2 : 1;
}

CodePoint first_of(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = sequence_length(first);
  if (length == 1 || length > text.size()) return {first, 1};
  char32_t value = first & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xc0) != 0x80) return {first, 1};
    value = value << 6 | (next & 0x3fU);
  }
  return {value, length};
}

std::size_t width_of(char32_t c) {
  const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
  if (within(0x300, 0x36f) || within(0x200b, 0x200d) || c == 0xfeff) return 0;  // combining marks, zero-width spaces
  if (within(0x1100, 0x115f) || within(0x2e80, 0xa4cf) || within(0xac00, 0xd7a3) || within(0xf900, 0xfaff) ||
      within(0xff00, 0xff60) || within(0x1f300, 0x1faff))
    return 2;  // East Asian wide, emoji
  return 1;
}

/// The cells of some columns; a row that is too short stands for empty ones.
std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& chosen,
                 const std::vector<Column>& columns, const std::vector<std::size_t>& widths) {
  std::string text;
  for (std::size_t n = 0; n < chosen.size(); ++n) {
    const std::size_t i = chosen[n];
    const std::string padding(widths[i] - display_width(cells[i]), ' ');
    if (n > 0) text += "  ";
    text += columns[i].align == Align::Left ? cells[i] + padding : padding + cells[i];
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return text + "\n";
}

/// A heading broken between words into lines of at most this width, as far as its words allow; at least one line.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    if (!lines.back().empty() && display_width(lines.back()) + 1 + display_width(word) > width) lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
    begin = end + 1;
  }
  return lines;
}

/// The lines of the headings of some columns, which stand on the rule: the last line of each is in the last row.
std::vector<std::vector<std::string>> heading_rows(const std::vector<std::vector<std::string>>& headings,
                                                   const std::vector<std::size_t>& chosen) {
  std::size_t height = 1;
  for (const std::size_t i : chosen) height = std::max(height, headings[i].size());
  std::vector<std::vector<std::string>> rows(height, std::vector<std::string>(headings.size()));
  for (const std::size_t i : chosen)
    for (std::size_t n = 0; n < headings[i].size(); ++n) rows[height - headings[i].size() + n][i] = headings[i][n];
  return rows;
}

/// Which columns stand in each part of a table that may be so wide; `fixed` of them stand in all parts.
std::vector<std::vector<std::size_t>> parts(const std::vector<std::size_t>& widths, std::size_t fixed,
                                            std::size_t width) {
  std::vector<std::size_t> repeated;
  std::size_t repeated_width = 0;
  for (std::size_t i = 0; i < fixed; ++i) {
    repeated.push_back(i);
    repeated_width += widths[i] + 2;
  }
  std::vector<std::vector<std::size_t>> all{repeated};
  std::size_t used = repeated_width;
  for (std::size_t i = fixed; i < widths.size(); ++i) {
    if (all.back().size() > fixed && used + widths[i] > width) {
      all.push_back(repeated);
      used = repeated_width;
    }
    all.back().push_back(i);
    used += widths[i] + 2;
  }
  return all;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const CodePoint c = first_of(text);
    width += width_of(c.value);
    text.remove_prefix(c.bytes);
  }
  return width;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t bytes = 0, used = 0;
  while (bytes < text.size()) {
    const CodePoint c = first_of(text.substr(bytes));
    if (used + width_of(c.value) + 1 > width) break;
    used += width_of(c.value);
    bytes += c.bytes;
  }
  return std::string(text.substr(0, bytes)) + "…";
}

void TextTable::add(std::vector<std::string> cells) {
  if (cells.size() > columns_.size()) throw std::logic_error("a row has more cells than the table has columns");
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

std::string TextTable::str(std::size_t width) const {
  std::vector<std::size_t> widths(columns_.size());
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  std::vector<std::vector<std::string>> headings;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool wraps = width != kNoLimit && columns_[i].align != Align::Left;
    headings.push_back(wrapped(columns_[i].heading, wraps ? std::max(widths[i], kNarrowHeading) : kNoLimit));
    for (const std::string& part : headings.back()) widths[i] = std::max(widths[i], display_width(part));
  }
  std::vector<std::string> rule;
  for (const std::size_t each : widths) rule.emplace_back(each, '-');
  const auto left =
      std::find_if(columns_.begin(), columns_.end(), [](const Column& c) { return c.align != Align::Left; });
  std::string text;
  for (const auto& chosen : parts(widths, static_cast<std::size_t>(left - columns_.begin()), width)) {
    if (!text.empty()) text += "\n";
    for (const auto& cells : heading_rows(headings, chosen)) text += line(cells, chosen, columns_, widths);
    text += line(rule, chosen, columns_, widths);
    for (const auto& row : rows_) text += line(row, chosen, columns_, widths);
  }
  return text;
}

}  // namespace trapphus::output
