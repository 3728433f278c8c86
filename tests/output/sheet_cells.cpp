// SPDX-License-Identifier: MIT
#include "tests/output/sheet_cells.hpp"

#include <stdexcept>

namespace trapphus::tests {
namespace {

/// What stands between the two, from `at` on; `at` moves behind it. Empty and npos where there is none.
std::string between(const std::string& xml, const std::string& open, const std::string& close, std::size_t& at) {
  const auto begin = at == std::string::npos ? at : xml.find(open, at);
  const auto end = begin == std::string::npos ? begin : xml.find(close, begin + open.size());
  if (end == std::string::npos) return at = std::string::npos, "";
  at = end + close.size();
  return xml.substr(begin + open.size(), end - begin - open.size());
}

std::string inside(const std::string& xml, const std::string& open, const std::string& close) {
  std::size_t at = 0;
  return between(xml, open, close, at);
}

std::string plain(std::string text) {
  const std::pair<const char*, const char*> entities[]{{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
  for (const auto& [entity, letter] : entities) {
    for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
      text.replace(at, std::string(entity).size(), letter);
  }
  return text;
}

std::vector<std::string> shared_strings(const std::string& xml) {
  std::vector<std::string> all;
  std::size_t at = 0;
  for (std::string one = between(xml, "<si>", "</si>", at); at != std::string::npos;
       one = between(xml, "<si>", "</si>", at))
    all.push_back(plain(inside(one, ">", "</t>")));
  return all;
}

SheetCells cells_of(const std::string& xml, const std::vector<std::string>& strings) {
  SheetCells cells;
  for (auto at = xml.find("<c r=\""); at != std::string::npos; at = xml.find("<c r=\"", at + 1)) {
    const auto head_end = xml.find('>', at);
    const std::string head = xml.substr(at, head_end - at);
    if (head.back() == '/') continue;  // empty
    const std::string body = xml.substr(head_end + 1, xml.find("</c>", head_end) - head_end - 1);
    SheetCell cell;
    cell.text = head.find("t=\"s\"") != std::string::npos;
    cell.value = inside(body, "<v>", "</v>");
    if (cell.text) cell.value = strings.at(std::stoul(cell.value));
    cell.formula = inside(body, "<f>", "</f>");
    cells[inside(head, "r=\"", "\"")] = cell;
  }
  return cells;
}

double number(const SheetCells& cells, const std::string& reference) {
  const auto found = cells.find(reference);
  return found == cells.end() || found->second.text ? 0 : std::stod(found->second.value);
}

double sum(const std::string& range, const SheetCells& cells) {
  const auto colon = range.find(':');
  const std::string column = range.substr(0, range.find_first_of("0123456789"));
  const int first = std::stoi(range.substr(column.size(), colon)),
            last = std::stoi(range.substr(colon + 1 + column.size()));
  double total = 0;
  for (int row = first; row <= last; ++row) total += number(cells, column + std::to_string(row));
  return total;
}

}  // namespace

ReadBook read_book(const std::map<std::string, std::string>& unzipped) {
  ReadBook book;
  const auto strings = shared_strings(unzipped.at("xl/sharedStrings.xml"));
  const std::string& index = unzipped.at("xl/workbook.xml");
  std::size_t at = 0;
  for (std::string name = between(index, "<sheet name=\"", "\"", at); at != std::string::npos;
       name = between(index, "<sheet name=\"", "\"", at)) {
    book.names.push_back(plain(name));
    const std::string file = "xl/worksheets/sheet" + std::to_string(book.names.size()) + ".xml";
    book.sheets[book.names.back()] = cells_of(unzipped.at(file), strings);
  }
  return book;
}

double computed(const std::string& formula, const SheetCells& cells) {
  if (formula.rfind("SUM(", 0) == 0) return sum(formula.substr(4, formula.size() - 5), cells);
  double value = 0, sign = 1;
  std::string reference;
  for (const char c : formula + "+") {
    if (c != '+' && c != '-') {
      reference += c;
      continue;
    }
    value += sign * number(cells, reference);
    reference.clear();
    sign = c == '+' ? 1 : -1;
  }
  return value;
}

int row_of(const SheetCells& cells, char column, const std::string& text, int from) {
  for (int row = from; row <= static_cast<int>(cells.size()) + 1; ++row) {
    const auto found = cells.find(column + std::to_string(row));
    if (found != cells.end() && found->second.value == text) return row;
  }
  throw std::out_of_range("no row " + text);
}

}  // namespace trapphus::tests
