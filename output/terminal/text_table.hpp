// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trapphus::output {

/// Columns that a UTF-8 text takes on a terminal. Bytes that are not UTF-8 count one each.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text in at most `width` columns; what is cut off is replaced by "…".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

enum class Align { Left, Right };

struct Column {
  std::string heading;
  Align align = Align::Right;
};

/// A table for the terminal: columns as wide as their widest cell, two spaces between them.
class TextTable {
 public:
  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
  /// Cells that are missing at the end are empty; more cells than columns throw std::logic_error.
  void add(std::vector<std::string> cells);
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// Heading, a rule, the rows; each line ends with a newline and none with spaces.
  [[nodiscard]] std::string str() const { return str(kNoLimit); }
  /// The same in at most `width` columns, as far as that can be: what is too wide continues in a table below, which
  /// repeats the columns that stand first and are aligned to the left. Headings of the others are broken between words.
  [[nodiscard]] std::string str(std::size_t width) const;

 private:
  static constexpr std::size_t kNoLimit = static_cast<std::size_t>(-1);
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace trapphus::output
