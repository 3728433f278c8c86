// SPDX-License-Identifier: MIT
#include "output/workbook/workbook.hpp"

#include <xlsxwriter.h>

#include <stdexcept>

#include "output/files/atomic_file.hpp"
#include "output/workbook/book.hpp"
#include "output/workbook/table_sheet.hpp"

namespace trapphus::output {
namespace {

constexpr double kTextWidth = 100, kNumberWidth = 16, kUsualSize = 11;

constexpr std::size_t kMostLabels = 13;
constexpr int kChartRows = 20, kChartWidth = 720;  // rows of 20 pixels

/// The text, in the order of the document; a table is a reference to its sheet.
class TextSheet {
 public:
  TextSheet(lxw_worksheet& sheet, Formats& formats) : sheet_(sheet), formats_(formats) {
    check_xlsx(worksheet_set_column(&sheet_, 0, 0, kTextWidth, nullptr), "a column");
    worksheet_set_paper(&sheet_, 9);
    worksheet_fit_to_pages(&sheet_, 1, 0);
  }
  void line(const std::string& text, bool bold = false, bool italic = false, double size = kUsualSize) {
    set_lines(sheet_, row_, size > kUsualSize ? 2 : wrapped_lines(text, kTextWidth));
    check_xlsx(worksheet_write_string(&sheet_, row_++, 0, text.c_str(), formats_.text(bold, italic, size)), "a text");
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

template <class One>
void tell(TextSheet& text, const One& one) {
  text(one);
}
void tell(TextSheet&, const DocumentTable&) {}

void write_document(Book& book, const Document& document, const WorkbookWords& words) {
  TextSheet text(book.add(words.text_sheet), book.formats());
  text.line(document.title, true, false, 16);
  text.line(document.subtitle);
  for (const Section& section : document.sections) {
    text.gap();
    text.line(section.heading, true, false, 13);
    for (const Block& block : section.blocks) {
      if (const auto* table = std::get_if<DocumentTable>(&block)) {
        TableSheet(book.add(table->name), book.formats(), *table, words).write(kNumberWidth);
        text.table(table->title, book.names().back());
      } else {
        std::visit([&](const auto& one) { tell(text, one); }, block);
      }
    }
  }
}

/// Colours distinguishable with colour blindness and in grey.
constexpr lxw_color_t kColours[]{0x0B4F8A, 0xD95F02, 0x2A9D74, 0x8E44AD, 0x7F6000, 0x999999};

/// The labels below the chart: as the table writes them, and not more than there is room for.
void set_labels(lxw_chart& chart, const Chart::Line& line, const DocumentTable& table) {
  const std::size_t labels = line.end_row - line.first_row;
  chart_axis_set_interval_unit(chart.x_axis, static_cast<std::uint16_t>(labels / kMostLabels + 1));
  if (labels > 0 && table.rows.at(line.first_row).cells.at(line.labels).kind == Cell::Kind::Month)
    chart_axis_set_num_format(chart.x_axis, kMonthFormat);
  // Where values are below zero, the labels would lie across the columns.
  chart_axis_set_label_position(chart.x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
}

/// libxlsxwriter takes what begins with "=" for a reference to cells.
std::string no_formula(const std::string& text) {
  return text.starts_with('=') ? " " + text : text;
}

void draw(lxw_chart& chart, const Chart& wanted, const TableSheet& table, const std::string& sheet) {
  std::size_t number = 0;
  for (const auto& line : wanted.lines) {
    const auto first = static_cast<lxw_row_t>(line.first_row + 1), last = static_cast<lxw_row_t>(line.end_row);
    lxw_chart_series* series = chart_add_series(&chart, nullptr, nullptr);
    chart_series_set_categories(series, sheet.c_str(), first, table.column(line.labels), last,
                                table.column(line.labels));
    chart_series_set_values(series, sheet.c_str(), first, table.column(line.values), last, table.column(line.values));
    chart_series_set_name(series, no_formula(line.name).c_str());
    const lxw_color_t colour = kColours[number++ % std::size(kColours)];
    lxw_chart_line stroke{};
    stroke.color = colour;
    stroke.width = 2.25;
    lxw_chart_fill fill{};
    fill.color = colour;
    if (wanted.kind == Chart::Kind::Line)
      chart_series_set_line(series, &stroke);
    else
      chart_series_set_fill(series, &fill);
  }
  chart_title_set_name(&chart, no_formula(wanted.title).c_str());
  chart_axis_set_name(chart.y_axis, no_formula(wanted.unit).c_str());
  chart_axis_set_num_format(chart.y_axis, "#,##0");
  chart_legend_set_position(&chart, LXW_CHART_LEGEND_BOTTOM);
}

void add_charts(Book& book, lxw_worksheet& sheet, const Sheet& wanted, const TableSheet& table) {
  const auto at = static_cast<lxw_col_t>(table.column(wanted.table.columns.size()) + 1);
  lxw_row_t row = 1;
  for (const Chart& one : wanted.charts) {
    const auto kind = one.kind == Chart::Kind::Line ? LXW_CHART_LINE : LXW_CHART_COLUMN;
    lxw_chart* chart = workbook_add_chart(&book.raw(), static_cast<std::uint8_t>(kind));
    if (chart == nullptr) throw std::runtime_error("no memory for a chart");
    draw(*chart, one, table, book.names().back());
    if (!one.lines.empty()) set_labels(*chart, one.lines.front(), wanted.table);
    lxw_chart_options options{};
    options.x_scale = kChartWidth / 480.0;
    options.y_scale = kChartRows * 20 / 288.0;
    check_xlsx(worksheet_insert_chart_opt(&sheet, row, at, chart, &options), "a chart");
    row += kChartRows + 1;
  }
}

}  // namespace

void write_workbook(const std::filesystem::path& file, const Document& document, const WorkbookWords& words) try {
  Book book(file, document.title);
  write_document(book, document, words);
  book.close();
} catch (const std::runtime_error& error) {
  throw CannotWrite(file, error.what());
}

void write_workbook(const std::filesystem::path& file, const std::string& title, const std::vector<Sheet>& sheets,
                    const WorkbookWords& words) try {
  Book book(file, title);
  for (const Sheet& one : sheets) {
    lxw_worksheet& sheet = book.add(one.table.name);
    TableSheet table(sheet, book.formats(), one.table, words, one.frozen);
    table.write(one.number_width);
    if (one.filter) table.add_filter();
    add_charts(book, sheet, one, table);
  }
  book.close();
} catch (const std::runtime_error& error) {
  throw CannotWrite(file, error.what());
}

}  // namespace trapphus::output
