// SPDX-License-Identifier: MIT
#include <algorithm>

#include "output/documents/document.hpp"

namespace trapphus::output {
namespace {

/// Escapes the special characters of Markdown.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '*' || c == '_' || c == '`' || c == '<' || c == '[') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  void operator()(const Paragraph& paragraph) { out_ += escaped(paragraph.text) + "\n\n"; }
  void operator()(const Prompt& prompt) { out_ += "> *" + escaped(prompt.text) + "*\n\n"; }
  void operator()(const Subheading& heading) { out_ += "### " + escaped(heading.text) + "\n\n"; }
  void operator()(const Bullets& bullets) {
    for (const auto& item : bullets.items) out_ += "- " + escaped(item) + "\n";
    out_ += "\n";
  }
  void operator()(const DocumentTable& table) {
    if (!table.title.empty()) out_ += "**" + escaped(table.title) + "**\n\n";
    std::vector<std::string> headings;
    for (const auto& column : table.columns) headings.push_back(escaped(column.text));
    line(headings);
    out_ += "|";
    for (const auto& column : table.columns) out_ += column.left ? "---|" : "---:|";
    out_ += "\n";
    for (const auto& row : table.rows) rows(row);
    out_ += "\n";
    if (!table.note.empty()) out_ += escaped(table.note) + "\n\n";
  }

 private:
  void rows(const DocumentTable::Row& row) {
    std::vector<std::string> cells;
    for (const auto& cell : row.cells) {
      const std::string text = escaped(cell.text);
      cells.push_back(row.total && !text.empty() ? "**" + text + "**" : text);
    }
    line(cells);
  }
  void line(const std::vector<std::string>& cells) {
    out_ += "|";
    for (const auto& cell : cells) out_ += " " + cell + " |";
    out_ += "\n";
  }
  std::string& out_;
};

}  // namespace

std::string to_markdown(const Document& document) {
  std::string out = "# " + escaped(document.title) + "\n\n";
  if (!document.subtitle.empty()) out += escaped(document.subtitle) + "\n\n";
  for (const auto& section : document.sections) {
    out += "## " + escaped(section.heading) + "\n\n";
    for (const auto& block : section.blocks) std::visit(Writer(out), block);
  }
  out.pop_back();  // one line break at the end
  return out;
}

}  // namespace trapphus::output
