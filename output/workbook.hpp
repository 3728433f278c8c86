// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "output/document.hpp"

namespace trapphus::output {

/// What a workbook's sheets are headed with, in the reader's language.
struct WorkbookWords {
  std::string text_sheet;  ///< The name of the sheet that has the text.
  std::string low, high;   ///< Added to the headings of an interval's ends.
};

/// The document as an Excel workbook: the text on the first sheet, each table on a sheet of its own whose first row is
/// frozen. Numbers are numbers, with their format; what is the sum, product or difference of other cells is a formula
/// that also carries its value. Throws CannotWrite.
void write_workbook(const std::filesystem::path& file, const Document& document, const WorkbookWords& words);

/// A name that a sheet may have: at most 31 characters, none that Excel refuses, and not among `taken`.
[[nodiscard]] std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken);

}  // namespace trapphus::output
