// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "output/documents/document.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

/// Wraps libxlsxwriter for the files of this folder.
namespace trapphus::output {

/// How Excel shows the first day of a month.
inline constexpr const char* kMonthFormat = "yyyy-mm";

/// The formats of a workbook, each made once.
class Formats {
 public:
  explicit Formats(lxw_workbook& book) : book_(book) {}
  [[nodiscard]] lxw_format* heading(bool left);
  [[nodiscard]] lxw_format* text(bool bold, bool italic, double size = 11);
  /// For the number or text of a cell; totals are bold under a line.
  [[nodiscard]] lxw_format* cell(const Cell& cell, bool total);

 private:
  template <class Set>
  lxw_format* make(const std::string& name, const Set& set);

  lxw_workbook& book_;
  std::map<std::string, lxw_format*> made_;
};

/// A workbook until it is closed. Equal content makes equal bytes: it carries a fixed date instead of today's.
class Book {
 public:
  /// Throws std::runtime_error, as everything here.
  Book(const std::filesystem::path& file, const std::string& title);
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book();

  /// A new sheet, called as wanted or as near to it as Excel allows.
  lxw_worksheet& add(const std::string& wanted);
  /// Of the sheets so far.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] Formats& formats() { return formats_; }
  [[nodiscard]] lxw_workbook& raw() { return *book_; }
  /// Writes the file.
  void close();

 private:
  lxw_workbook* book_;
  Formats formats_;
  std::vector<std::string> names_;
};

/// How many lines a text takes in a column so many characters wide, where it is broken between words.
[[nodiscard]] std::size_t wrapped_lines(std::string_view text, double width);
/// Room for so many lines of the usual size: not every reader finds the height of a row itself.
void set_lines(lxw_worksheet& sheet, unsigned row, std::size_t lines);

/// Throws std::runtime_error that names what could not be written, unless the library's error code is 0.
void check_xlsx(int error, const char* what);

}  // namespace trapphus::output
