// SPDX-License-Identifier: MIT
#include <string_view>

#include "output/documents/document.hpp"

namespace trapphus::output {
namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light; }
body { font: 11pt/1.45 "Source Sans 3", "Segoe UI", system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1.2rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; border-bottom: 2px solid #1f5f8b; padding-bottom: .2rem; break-after: avoid; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; break-after: avoid; }
.prompt { border-left: 4px solid #c77700; background: #fff6e5; padding: .5rem .9rem; margin: .8rem 0; font-style: italic; }
figure { margin: 1rem 0 1.3rem; overflow-x: auto; }
figcaption { font-weight: 600; margin-bottom: .3rem; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-size: .92em; font-variant-numeric: tabular-nums; }
th, td { padding: .28rem .5rem; border-bottom: 1px solid #d4d4d4; text-align: right; vertical-align: top; }
th { background: #eef3f7; border-bottom: 2px solid #1f5f8b; vertical-align: bottom; }
th.left, td.left { text-align: left; }
tr { break-inside: avoid; }
tr.total td { font-weight: 600; border-top: 2px solid #555; }
.note { font-size: .88em; color: #444; margin: .35rem 0 0; }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  body { font-size: 9.5pt; max-width: none; margin: 0; padding: 0; }
  figure { overflow: visible; }
  thead { display: table-header-group; }
}
)";

std::string html_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + html_text(text) + "</" + name + ">\n";
}

class HtmlWriter {
 public:
  explicit HtmlWriter(std::string& out) : out_(out) {}
  void operator()(const Paragraph& paragraph) { out_ += element("p", paragraph.text); }
  void operator()(const Prompt& prompt) { out_ += "<p class=\"prompt\">" + html_text(prompt.text) + "</p>\n"; }
  void operator()(const Subheading& heading) { out_ += element("h3", heading.text); }
  void operator()(const Bullets& bullets) {
    out_ += "<ul>\n";
    for (const auto& item : bullets.items) out_ += element("li", item);
    out_ += "</ul>\n";
  }
  void operator()(const DocumentTable& table) {
    out_ += "<figure>\n";
    if (!table.title.empty()) out_ += element("figcaption", table.title);
    out_ += "<table>\n<thead><tr>";
    for (const auto& column : table.columns)
      out_ +=
          (column.left ? "<th class=\"left\" scope=\"col\">" : "<th scope=\"col\">") + html_text(column.text) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& one : table.rows) row(table, one);
    out_ += "</tbody>\n</table>\n";
    if (!table.note.empty()) out_ += "<p class=\"note\">" + html_text(table.note) + "</p>\n";
    out_ += "</figure>\n";
  }

 private:
  void row(const DocumentTable& table, const DocumentTable::Row& row) {
    out_ += row.total ? "<tr class=\"total\">" : "<tr>";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const bool left = i < table.columns.size() && table.columns[i].left;
      out_ += (left ? "<td class=\"left\">" : "<td>") + html_text(row.cells[i].text) + "</td>";
    }
    out_ += "</tr>\n";
  }
  std::string& out_;
};

}  // namespace

std::string to_html(const Document& document) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + document.language + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                    element("title", document.title) + "<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n" +
                    element("h1", document.title);
  if (!document.subtitle.empty()) out += element("p", document.subtitle);
  for (const auto& section : document.sections) {
    out += "<section>\n" + element("h2", section.heading);
    for (const auto& block : section.blocks) std::visit(HtmlWriter(out), block);
    out += "</section>\n";
  }
  return out + "</body>\n</html>\n";
}

}  // namespace trapphus::output
