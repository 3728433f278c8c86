// SPDX-License-Identifier: MIT
#include "output/workbook.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <stdexcept>

#include "output/atomic_file.hpp"
#include "output/text_table.hpp"

namespace trapphus::output {
namespace {

constexpr std::size_t kLongestSheetName = 31;
constexpr double kTextWidth = 100, kWidest = 60, kNumberWidth = 16;

void check(lxw_error error, const char* what) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(fmt::format("{}: {}", what, lxw_strerror(error)));
}

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

/// "C7"; columns of tables are few.
std::string reference(lxw_row_t row, lxw_col_t column) {
  std::string letters;
  for (int rest = column; rest >= 0; rest = rest / 26 - 1) letters.insert(letters.begin(), char('A' + rest % 26));
  return letters + std::to_string(row + 1);
}

/// The formats of a workbook, each made once.
class Formats {
 public:
  explicit Formats(lxw_workbook& book) : book_(book) {}

  lxw_format* heading(bool left) {
    return make(left ? "heading left" : "heading", [left](lxw_format* format) {
      format_set_bold(format);
      format_set_text_wrap(format);
      format_set_bottom(format, LXW_BORDER_MEDIUM);
      format_set_bg_color(format, 0xEEF3F7);
      format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
      format_set_align(format, left ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
    });
  }
  lxw_format* text(bool bold, bool italic, double size = 11) {
    return make(fmt::format("text {} {} {}", bold, italic, size), [=](lxw_format* format) {
      if (bold) format_set_bold(format);
      if (italic) format_set_italic(format);
      format_set_font_size(format, size);
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    });
  }
  lxw_format* cell(const Cell& cell, bool total) {
    const std::string number = number_format(cell);
    return make(fmt::format("cell {} {}", number, total), [&](lxw_format* format) {
      if (!number.empty()) format_set_num_format(format, number.c_str());
      if (total) format_set_bold(format);
      if (total) format_set_top(format, LXW_BORDER_THIN);
      if (number.empty()) format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    });
  }

 private:
  static std::string number_format(const Cell& cell) {
    if (cell.kind == Cell::Kind::Text) return {};
    const std::string decimals =
        cell.decimals > 0 ? "." + std::string(static_cast<std::size_t>(cell.decimals), '0') : "";
    return cell.kind == Cell::Kind::Share ? "0" + decimals + "%" : "#,##0" + decimals;
  }
  template <class Set>
  lxw_format* make(const std::string& name, const Set& set) {
    auto& format = made_[name];
    if (format == nullptr) set(format = workbook_add_format(&book_));
    return format;
  }

  lxw_workbook& book_;
  std::map<std::string, lxw_format*> made_;
};

class TableSheet {
 public:
  TableSheet(lxw_worksheet& sheet, Formats& formats, const Table& table, const WorkbookWords& words)
      : sheet_(sheet), formats_(formats), table_(table) {
    lxw_col_t at = 0;
    for (const Heading& column : table.columns) {
      first_.push_back(at);
      head(at, column.text, column);
      if (column.interval) {
        head(static_cast<lxw_col_t>(at + 1), column.text + ", " + words.low, column);
        head(static_cast<lxw_col_t>(at + 2), column.text + ", " + words.high, column);
      }
      at = static_cast<lxw_col_t>(at + (column.interval ? 3 : 1));
    }
    worksheet_freeze_panes(&sheet_, 1, 0);
    worksheet_repeat_rows(&sheet_, 0, 0);
    worksheet_set_paper(&sheet_, 9);  // A4
    worksheet_set_landscape(&sheet_);
    worksheet_fit_to_pages(&sheet_, 1, 0);
  }

  void write() {
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      for (std::size_t c = 0; c < table_.rows[r].cells.size(); ++c) cell(r, c);
    }
    auto after = static_cast<lxw_row_t>(table_.rows.size() + 2);
    for (const std::string& text : {table_.title, table_.note}) {
      if (!text.empty()) check(worksheet_write_string(&sheet_, after++, 0, text.c_str(), nullptr), "a note");
    }
    for (std::size_t c = 0; c < table_.columns.size(); ++c) width(c);
  }

 private:
  void head(lxw_col_t at, const std::string& text, const Heading& column) {
    check(worksheet_write_string(&sheet_, 0, at, text.c_str(), formats_.heading(column.left)), "a heading");
  }

  void cell(std::size_t r, std::size_t c) {
    const Cell& cell = table_.rows[r].cells[c];
    const auto row = static_cast<lxw_row_t>(r + 1);
    lxw_format* format = formats_.cell(cell, table_.rows[r].total);
    if (cell.kind == Cell::Kind::Text || !std::isfinite(cell.number)) {
      check(worksheet_write_string(&sheet_, row, first_[c], cell.text.c_str(), format), "a text");
      return;
    }
    if (cell.formula.kind == Formula::Kind::None)
      check(worksheet_write_number(&sheet_, row, first_[c], cell.number, format), "a number");
    else
      check(worksheet_write_formula_num(&sheet_, row, first_[c], formula(cell.formula).c_str(), format, cell.number),
            "a formula");
    if (!table_.columns[c].interval) return;
    number(row, static_cast<lxw_col_t>(first_[c] + 1), cell.low, format);
    number(row, static_cast<lxw_col_t>(first_[c] + 2), cell.high, format);
  }

  void number(lxw_row_t row, lxw_col_t column, double value, lxw_format* format) {
    if (std::isfinite(value)) check(worksheet_write_number(&sheet_, row, column, value, format), "a number");
  }

  [[nodiscard]] std::string formula(const Formula& formula) const {
    const char* sign = formula.kind == Formula::Kind::Sum ? "+" : formula.kind == Formula::Kind::Product ? "*" : "-";
    std::vector<std::string> cells;
    for (const auto& [row, column] : formula.cells)
      cells.push_back(reference(static_cast<lxw_row_t>(row + 1), first_.at(column)));
    std::string text = fmt::format("{}", fmt::join(cells, sign));
    if (formula.kind == Formula::Kind::Sum && cells.size() > 1 && in_one_piece(formula))
      text = fmt::format("SUM({}:{})", cells.front(), cells.back());
    if (formula.factor == 1) return "=" + text;
    return fmt::format("={}*({})", formula.factor, text);
  }

  /// Rows of one column that follow each other.
  static bool in_one_piece(const Formula& formula) {
    for (std::size_t i = 1; i < formula.cells.size(); ++i) {
      if (formula.cells[i].second != formula.cells[0].second) return false;
      if (formula.cells[i].first != formula.cells[i - 1].first + 1) return false;
    }
    return true;
  }

  void width(std::size_t c) {
    const Heading& column = table_.columns[c];
    double widest = std::min(static_cast<double>(display_width(column.text)), kNumberWidth * 1.4);
    for (const auto& row : table_.rows) {
      if (c >= row.cells.size()) continue;
      const Cell& cell = row.cells[c];
      const bool words = cell.kind == Cell::Kind::Text;
      widest = std::max(widest, words ? static_cast<double>(display_width(cell.text)) : kNumberWidth);
    }
    const auto last = static_cast<lxw_col_t>(first_[c] + (column.interval ? 2 : 0));
    check(worksheet_set_column(&sheet_, first_[c], last, std::min(widest + 2, kWidest), nullptr), "a column");
  }

  lxw_worksheet& sheet_;
  Formats& formats_;
  const Table& table_;
  std::vector<lxw_col_t> first_;  ///< The sheet's column of each of the table's.
};

/// The text, in the order of the document; a table is a reference to its sheet.
class TextSheet {
 public:
  TextSheet(lxw_worksheet& sheet, Formats& formats) : sheet_(sheet), formats_(formats) {
    check(worksheet_set_column(&sheet_, 0, 0, kTextWidth, nullptr), "a column");
    worksheet_set_paper(&sheet_, 9);
    worksheet_fit_to_pages(&sheet_, 1, 0);
  }
  void line(const std::string& text, bool bold = false, bool italic = false, double size = 11) {
    check(worksheet_write_string(&sheet_, row_++, 0, text.c_str(), formats_.text(bold, italic, size)), "a text");
  }
  void gap() { ++row_; }
  void operator()(const Paragraph& paragraph) { line(paragraph.text); }
  void operator()(const Prompt& prompt) { line(prompt.text, false, true); }
  void operator()(const Subheading& heading) { line(heading.text, true); }
  void operator()(const Bullets& bullets) {
    for (const auto& item : bullets.items) line("\u2022 " + item);
  }
  void table(const std::string& title, const std::string& sheet) { line("\u2192 " + sheet + ": " + title); }

 private:
  lxw_worksheet& sheet_;
  Formats& formats_;
  lxw_row_t row_ = 0;
};

class Book {
 public:
  Book(const std::string& file, const Document& document, const WorkbookWords& words)
      : book_(workbook_new(file.c_str())), document_(document), words_(words) {
    if (book_ == nullptr) throw std::runtime_error("no memory for a workbook");
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book() {
    if (book_ != nullptr) static_cast<void>(workbook_close(book_));
  }

  void write() {
    Formats formats(*book_);
    TextSheet text(add(words_.text_sheet), formats);
    text.line(document_.title, true, false, 16);
    text.line(document_.subtitle);
    for (const Section& section : document_.sections) {
      text.gap();
      text.line(section.heading, true, false, 13);
      for (const Block& block : section.blocks) {
        if (const auto* table = std::get_if<Table>(&block)) {
          TableSheet sheet(add(table->name), formats, *table, words_);
          sheet.write();
          text.table(table->title, names_.back());
        } else {
          std::visit([&](const auto& one) { tell(text, one); }, block);
        }
      }
    }
    check(workbook_close(std::exchange(book_, nullptr)), "the workbook");
  }

 private:
  template <class One>
  static void tell(TextSheet& text, const One& one) {
    text(one);
  }
  static void tell(TextSheet&, const Table&) {}

  lxw_worksheet& add(const std::string& wanted) {
    names_.push_back(sheet_name(wanted, names_));
    lxw_worksheet* sheet = workbook_add_worksheet(book_, names_.back().c_str());
    if (sheet == nullptr) throw std::runtime_error("a sheet cannot be called " + names_.back());
    return *sheet;
  }

  lxw_workbook* book_;
  const Document& document_;
  const WorkbookWords& words_;
  std::vector<std::string> names_;
};

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

void write_workbook(const std::filesystem::path& file, const Document& document, const WorkbookWords& words) try {
  Book(file.string(), document, words).write();
} catch (const std::runtime_error& error) {
  throw CannotWrite(file, error.what());
}

}  // namespace trapphus::output
