// SPDX-License-Identifier: MIT
#include <algorithm>

#include "output/documents/document.hpp"

namespace trapphus::output {
namespace {

/// Escapes the special characters of Markdown.
std::string markdown_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '*' || c == '_' || c == '`' || c == '<' || c == '[') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

class MarkdownWriter {
 public:
  explicit MarkdownWriter(std::string& out) : out_(out) {}
  void operator()(const Paragraph& paragraph) { out_ += markdown_text(paragraph.text) + "\n\n"; }
  void operator()(const Prompt& prompt) { out_ += "> *" + markdown_text(prompt.text) + "*\n\n"; }
  void operator()(const Subheading& heading) { out_ += "### " + markdown_text(heading.text) + "\n\n"; }
  void operator()(const Bullets& bullets) {
    for (const auto& item : bullets.items) out_ += "- " + markdown_text(item) + "\n";
    out_ += "\n";
  }
  void operator()(const DocumentTable& table) {
    if (!table.title.empty()) out_ += "**" + markdown_text(table.title) + "**\n\n";
    std::vector<std::string> headings;
    for (const auto& column : table.columns) headings.push_back(markdown_text(column.text));
    line(headings);
    out_ += "|";
    for (const auto& column : table.columns) out_ += column.left ? "---|" : "---:|";
    out_ += "\n";
    for (const auto& row : table.rows) rows(row);
    out_ += "\n";
    if (!table.note.empty()) out_ += markdown_text(table.note) + "\n\n";
  }

 private:
  void rows(const DocumentTable::Row& row) {
    std::vector<std::string> cells;
    for (const auto& cell : row.cells) {
      const std::string text = markdown_text(cell.text);
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
  std::string out = "# " + markdown_text(document.title) + "\n\n";
  if (!document.subtitle.empty()) out += markdown_text(document.subtitle) + "\n\n";
  for (const auto& section : document.sections) {
    out += "## " + markdown_text(section.heading) + "\n\n";
    for (const auto& block : section.blocks) std::visit(MarkdownWriter(out), block);
  }
  out.pop_back();  // one line break at the end
  return out;
}

}  // namespace trapphus::output
