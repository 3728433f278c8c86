// SPDX-License-Identifier: MIT
#include "output/workbook/table_sheet.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

#include "output/terminal/text_table.hpp"

namespace trapphus::output {
namespace {

constexpr double kWidest = 60;
constexpr double kBold = 1.1;  // how much wider bold letters are
constexpr int kA4 = 9;

/// "C7".
std::string reference(lxw_row_t row, lxw_col_t column) {
  std::string letters;
  for (int rest = column; rest >= 0; rest = rest / 26 - 1) letters.insert(letters.begin(), char('A' + rest % 26));
  return letters + std::to_string(row + 1);
}

/// Rows of one column that follow each other.
bool in_one_piece(const Formula& formula) {
  for (std::size_t i = 1; i < formula.cells.size(); ++i) {
    if (formula.cells[i].second != formula.cells[0].second) return false;
    if (formula.cells[i].first != formula.cells[i - 1].first + 1) return false;
  }
  return true;
}

double longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    longest = std::max(longest, display_width(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return static_cast<double>(longest);
}

}  // namespace

TableSheet::TableSheet(lxw_worksheet& sheet, Formats& formats, const DocumentTable& table, const WorkbookWords& words,
                       std::size_t frozen)
    : sheet_(sheet), formats_(formats), table_(table) {
  lxw_col_t at = 0;
  for (const Heading& column : table.columns) {
    first_.push_back(at);
    headings_.push_back({column.text});
    if (column.interval)
      headings_.back().insert(headings_.back().end(),
                              {column.text + ", " + words.low, column.text + ", " + words.high});
    for (const std::string& text : headings_.back())
      check_xlsx(worksheet_write_string(&sheet_, 0, at++, text.c_str(), formats_.heading(column.left)), "a heading");
  }
  first_.push_back(at);
  worksheet_freeze_panes(&sheet_, 1, first_.at(frozen));
  worksheet_repeat_rows(&sheet_, 0, 0);
  worksheet_set_paper(&sheet_, kA4);
  worksheet_set_landscape(&sheet_);
  worksheet_fit_to_pages(&sheet_, 1, 0);
}

void TableSheet::write(double number_width) {
  for (std::size_t r = 0; r < table_.rows.size(); ++r) {
    for (std::size_t c = 0; c < table_.rows[r].cells.size(); ++c) write_cell(r, c);
  }
  auto after = static_cast<lxw_row_t>(table_.rows.size() + 2);
  for (const std::string& text : {table_.title, table_.note}) {
    if (!text.empty()) check_xlsx(worksheet_write_string(&sheet_, after++, 0, text.c_str(), nullptr), "a note");
  }
  set_sizes(number_width);
}

void TableSheet::add_filter() {
  check_xlsx(worksheet_autofilter(&sheet_, 0, 0, static_cast<lxw_row_t>(table_.rows.size()),
                                  static_cast<lxw_col_t>(first_.back() - 1)),
             "a filter");
}

void TableSheet::write_cell(std::size_t r, std::size_t c) {
  const Cell& cell = table_.rows[r].cells[c];
  const auto row = static_cast<lxw_row_t>(r + 1);
  lxw_format* format = formats_.cell(cell, table_.rows[r].total);
  if (cell.kind == Cell::Kind::Text || !std::isfinite(cell.number)) {
    check_xlsx(worksheet_write_string(&sheet_, row, first_[c], cell.text.c_str(), format), "a text");
    return;
  }
  if (cell.formula.kind == Formula::Kind::None)
    check_xlsx(worksheet_write_number(&sheet_, row, first_[c], cell.number, format), "a number");
  else
    check_xlsx(worksheet_write_formula_num(&sheet_, row, first_[c], formula(cell.formula).c_str(), format, cell.number),
               "a formula");
  if (!table_.columns[c].interval) return;
  number(row, static_cast<lxw_col_t>(first_[c] + 1), cell.low, format);
  number(row, static_cast<lxw_col_t>(first_[c] + 2), cell.high, format);
}

void TableSheet::number(lxw_row_t row, lxw_col_t column, double value, lxw_format* format) {
  if (std::isfinite(value)) check_xlsx(worksheet_write_number(&sheet_, row, column, value, format), "a number");
}

std::string TableSheet::formula(const Formula& formula) const {
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

double TableSheet::width(std::size_t c, double number_width) const {
  const Heading& column = table_.columns[c];
  double widest = std::min(static_cast<double>(display_width(column.text)), number_width * 1.4);
  for (const std::string& text : headings_[c]) widest = std::max(widest, longest_word(text) * kBold);
  for (const auto& row : table_.rows) {
    if (c >= row.cells.size()) continue;
    const Cell& cell = row.cells[c];
    const bool words = cell.kind == Cell::Kind::Text && !row.total;
    widest = std::max(widest, words ? static_cast<double>(display_width(cell.text)) : number_width);
  }
  return std::min(widest + 2, kWidest);
}

void TableSheet::set_sizes(double number_width) {
  std::vector<std::size_t> lines(table_.rows.size(), 1);
  std::size_t heading = 1;
  for (std::size_t c = 0; c < table_.columns.size(); ++c) {
    const double wide = width(c, number_width);
    const auto last = static_cast<lxw_col_t>(first_[c + 1] - 1);
    check_xlsx(worksheet_set_column(&sheet_, first_[c], last, wide, nullptr), "a column");
    for (const std::string& text : headings_[c]) heading = std::max(heading, wrapped_lines(text, wide / kBold));
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const auto& row = table_.rows[r];
      if (c < row.cells.size() && row.cells[c].kind == Cell::Kind::Text && !row.total)
        lines[r] = std::max(lines[r], wrapped_lines(row.cells[c].text, wide));
    }
  }
  set_lines(sheet_, 0, heading);
  for (std::size_t r = 0; r < lines.size(); ++r) set_lines(sheet_, static_cast<lxw_row_t>(r + 1), lines[r]);
}

}  // namespace trapphus::output
