// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace trapphus::tests {

/// A cell as the file has it.
struct SheetCell {
  std::string value;    ///< Of a text: the text itself.
  std::string formula;  ///< Without the equals sign; empty: none.
  bool text = false;
};
/// By reference: "B7".
using SheetCells = std::map<std::string, SheetCell>;

/// The names of an Excel file's sheets, in their order, and what each has in its cells.
struct ReadBook {
  std::vector<std::string> names;
  std::map<std::string, SheetCells> sheets;
};
[[nodiscard]] ReadBook read_book(const std::map<std::string, std::string>& unzipped);

/// What a formula of sums, differences and SUM(B2:B9) gives from the sheet's cells; what is empty counts nothing.
[[nodiscard]] double computed(const std::string& formula, const SheetCells& cells);

/// The first row (from 1) whose cell in this column is this text. Throws std::out_of_range.
[[nodiscard]] int row_of(const SheetCells& cells, char column, const std::string& text, int from = 1);

}  // namespace trapphus::tests
