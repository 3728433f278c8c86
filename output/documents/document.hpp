// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// A document without a format: sections of paragraphs and tables, which the writers turn into Markdown, HTML and
/// Excel.
namespace trapphus::output {

/// How a cell's number is made of others in the same table (row and column, from 0): for a sheet, which keeps the value
/// beside the formula.
struct Formula {
  enum class Kind { None, Sum, Product, Difference } kind = Kind::None;
  std::vector<std::pair<std::size_t, std::size_t>> cells;
  double factor = 1;
};

struct Cell {
  /// A year and a month are numbers for a sheet: 2012, and the day on which the month begins (as Excel counts days).
  enum class Kind { Text, Number, Money, Share, Year, Month };
  Kind kind = Kind::Text;
  std::string text;  ///< As people read it, interval included.
  double number = std::numeric_limits<double>::quiet_NaN();
  double low = std::numeric_limits<double>::quiet_NaN(), high = std::numeric_limits<double>::quiet_NaN();
  int decimals = 0;  ///< Of the number in a sheet.
  Formula formula;
};

struct Heading {
  std::string text;
  bool left = false;      ///< Texts are set left, numbers right.
  bool interval = false;  ///< The cells have low and high: three columns in a sheet.
};

struct DocumentTable {
  std::string name;   ///< A short one: a sheet's.
  std::string title;  ///< Heading above it.
  std::vector<Heading> columns;
  struct Row {
    std::vector<Cell> cells;
    bool total = false;
  };
  std::vector<Row> rows;
  std::string note;  ///< Below it; may be empty.
};

struct Paragraph {
  std::string text;
};
/// What belongs here and only the applicant can write.
struct Prompt {
  std::string text;
};
/// A heading within a section.
struct Subheading {
  std::string text;
};
struct Bullets {
  std::vector<std::string> items;
};

using Block = std::variant<Paragraph, Prompt, Subheading, Bullets, DocumentTable>;

struct Section {
  std::string heading;
  std::vector<Block> blocks;
};

struct Document {
  std::string language;  ///< "sv", "en".
  std::string title, subtitle;
  std::vector<Section> sections;
};

/// The texts that the low and high columns of a sheet are headed with.
struct IntervalHeadings {
  std::string low, high;
};

[[nodiscard]] std::string to_markdown(const Document& document);
/// One file that needs no other, and prints well on A4.
[[nodiscard]] std::string to_html(const Document& document);

}  // namespace trapphus::output
