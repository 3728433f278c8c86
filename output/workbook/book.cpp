// SPDX-License-Identifier: MIT
#include "output/workbook/book.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "output/terminal/text_table.hpp"
#include "output/workbook/sheet_name.hpp"

namespace trapphus::output {
namespace {

/// 1980-01-01, which the archive's own entries carry as well.
constexpr std::time_t kNoDate = 315'532'800;

lxw_workbook* opened(const std::filesystem::path& file) {
  lxw_workbook* book = workbook_new(file.c_str());
  if (book == nullptr) throw std::runtime_error("no memory for a workbook");
  return book;
}

std::string number_format(const Cell& cell) {
  const std::string decimals = cell.decimals > 0 ? "." + std::string(static_cast<std::size_t>(cell.decimals), '0') : "";
  switch (cell.kind) {
    case Cell::Kind::Text:
      return {};
    case Cell::Kind::Share:
      return "0" + decimals + "%";
    case Cell::Kind::Year:
      return "0";
    case Cell::Kind::Month:
      return kMonthFormat;
    case Cell::Kind::Number:
    case Cell::Kind::Money:
      break;
  }
  return "#,##0" + decimals;
}

}  // namespace

void check_xlsx(int error, const char* what) {
  if (error != LXW_NO_ERROR)
    throw std::runtime_error(fmt::format("{}: {}", what, lxw_strerror(static_cast<lxw_error>(error))));
}

std::size_t wrapped_lines(std::string_view text, double width) {
  std::size_t lines = 1;
  double used = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \n"), text.size());
    const auto word = static_cast<double>(display_width(text.substr(0, end)));
    if (used > 0 && used + word > width) ++lines, used = 0;
    used += word + 1;
    for (; used > width + 1; used -= width) ++lines;  // a word that is longer than a line
    if (end < text.size() && text[end] == '\n') ++lines, used = 0;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void set_lines(lxw_worksheet& sheet, unsigned row, std::size_t lines) {
  if (lines > 1)
    check_xlsx(worksheet_set_row(&sheet, row, LXW_DEF_ROW_HEIGHT * static_cast<double>(lines), nullptr), "a row");
}

template <class Set>
lxw_format* Formats::make(const std::string& name, const Set& set) {
  auto& format = made_[name];
  if (format == nullptr) set(format = workbook_add_format(&book_));
  return format;
}

lxw_format* Formats::heading(bool left) {
  return make(left ? "heading left" : "heading", [left](lxw_format* format) {
    format_set_bold(format);
    format_set_text_wrap(format);
    format_set_bottom(format, LXW_BORDER_MEDIUM);
    format_set_bg_color(format, 0xEEF3F7);
    format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
    format_set_align(format, left ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
  });
}

lxw_format* Formats::text(bool bold, bool italic, double size) {
  return make(fmt::format("text {} {} {}", bold, italic, size), [=](lxw_format* format) {
    if (bold) format_set_bold(format);
    if (italic) format_set_italic(format);
    format_set_font_size(format, size);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  });
}

lxw_format* Formats::cell(const Cell& cell, bool total) {
  const std::string number = number_format(cell);
  return make(fmt::format("cell {} {} {}", number, total, static_cast<int>(cell.kind)), [&](lxw_format* format) {
    if (!number.empty()) format_set_num_format(format, number.c_str());
    if (total) format_set_bold(format);
    if (total) format_set_top(format, LXW_BORDER_THIN);
    // What a section is called may run on over the empty cells beside it.
    if (number.empty() && !total) format_set_text_wrap(format);
    if (cell.kind == Cell::Kind::Year) format_set_align(format, LXW_ALIGN_LEFT);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  });
}

Book::Book(const std::filesystem::path& file, const std::string& title) : book_(opened(file)), formats_(*book_) {
  std::string text = title;
  lxw_doc_properties properties{};
  properties.title = text.data();
  properties.created = kNoDate;
  check_xlsx(workbook_set_properties(book_, &properties), "the workbook's title");
}

Book::~Book() {
  if (book_ != nullptr) static_cast<void>(workbook_close(book_));
}

lxw_worksheet& Book::add(const std::string& wanted) {
  names_.push_back(sheet_name(wanted, names_));
  lxw_worksheet* sheet = workbook_add_worksheet(book_, names_.back().c_str());
  if (sheet == nullptr) throw std::runtime_error("a sheet cannot be called " + names_.back());
  return *sheet;
}

void Book::close() {
  check_xlsx(workbook_close(std::exchange(book_, nullptr)), "the workbook");
}

}  // namespace trapphus::output
