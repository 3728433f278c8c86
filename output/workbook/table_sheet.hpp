// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/workbook/book.hpp"
#include "output/workbook/workbook.hpp"

namespace trapphus::output {

/// A table on a sheet of its own. The first row has the headings and is frozen; an interval takes three columns. Title
/// and note follow below. Throws std::runtime_error.
class TableSheet {
 public:
  /// `frozen`: so many columns at the left stay in sight as well.
  TableSheet(lxw_worksheet& sheet, Formats& formats, const DocumentTable& table, const WorkbookWords& words,
             std::size_t frozen = 0);
  /// Numbers' columns are `number_width` characters wide.
  void write(double number_width);
  /// The headings get buttons to filter and sort by.
  void add_filter();
  /// The sheet's column of the table's; the number of columns is the first one that is free.
  [[nodiscard]] unsigned short column(std::size_t of_table) const { return first_.at(of_table); }

 private:
  void write_cell(std::size_t row, std::size_t column);
  void number(unsigned row, unsigned short column, double value, lxw_format* format);
  [[nodiscard]] std::string formula(const Formula& formula) const;
  /// In characters.
  [[nodiscard]] double width(std::size_t column, double number_width) const;
  void set_sizes(double number_width);

  lxw_worksheet& sheet_;
  Formats& formats_;
  const DocumentTable& table_;
  std::vector<std::vector<std::string>> headings_;  ///< By the table's columns; three of an interval.
  std::vector<unsigned short> first_;  ///< The sheet's column of each of the table's, and the first free one.
};

}  // namespace trapphus::output
