// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trapphus::output {

/// Columns that a UTF-8 text takes on a terminal. Bytes that are not UTF-8 count one each.
[[nodiscard]] std::size_t display_width(std::string_view text);

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
  [[nodiscard]] std::string str() const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace trapphus::output
