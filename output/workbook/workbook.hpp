// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "output/documents/document.hpp"

namespace trapphus::output {

/// What a workbook's sheets are headed with, in the reader's language.
struct WorkbookWords {
  std::string text_sheet;  ///< The name of the sheet that has the text.
  std::string low, high;   ///< Added to the headings of an interval's ends.
};

/// A chart that Excel draws itself from the cells of a sheet's table.
struct Chart {
  enum class Kind { Line, Column } kind = Kind::Line;
  /// One line, or the columns of one colour.
  struct Line {
    std::string name;
    std::size_t first_row = 0, end_row = 0;  ///< Of the table, from 0; `end_row` is exclusive.
    std::size_t labels = 0, values = 0;      ///< Columns of the table.
  };
  std::string title;
  std::string unit;  ///< Of the values: beside their axis.
  std::vector<Line> lines;
};

/// A table on a sheet of its own (called as the table), with its charts at its right.
struct Sheet {
  DocumentTable table;
  std::size_t frozen = 0;    ///< So many columns at the left stay in sight.
  bool filter = false;       ///< Whether the headings get buttons to filter by.
  double number_width = 16;  ///< Of columns of numbers, in characters.
  std::vector<Chart> charts = {};
};

/// The document as an Excel workbook: the text on the first sheet, each table on a sheet of its own whose first row is
/// frozen. Numbers are numbers, with their format; what is the sum, product or difference of other cells is a formula
/// that also carries its value. The same document makes the same bytes. Throws CannotWrite.
void write_workbook(const std::filesystem::path& file, const Document& document, const WorkbookWords& words);

/// The same of sheets without a text.
void write_workbook(const std::filesystem::path& file, const std::string& title, const std::vector<Sheet>& sheets,
                    const WorkbookWords& words);

}  // namespace trapphus::output
