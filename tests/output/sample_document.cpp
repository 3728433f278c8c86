// SPDX-License-Identifier: MIT
#include "tests/output/sample_document.hpp"

namespace trapphus::tests {
namespace {

using namespace output;

Cell text_cell(const std::string& words) {
  Cell cell;
  cell.text = words;
  return cell;
}

Cell number_cell(Cell::Kind kind, double value, const std::string& written) {
  Cell cell = text_cell(written);
  cell.kind = kind;
  cell.number = value;
  return cell;
}

Cell made(Cell cell, Formula formula) {
  cell.formula = std::move(formula);
  return cell;
}

DocumentTable amounts_table() {
  DocumentTable table{"Amounts/1", "Amounts", {{"What", true}, {"SEK"}}, {}, "A note."};
  const auto money = Cell::Kind::Money;
  table.rows = {
      {{text_cell("A | B"), number_cell(money, 1500, "1,500")}, false},
      {{text_cell("C"), number_cell(money, 500, "500")}, false},
      {{text_cell("Together"), made(number_cell(money, 2000, "2,000"), {Formula::Kind::Sum, {{0, 1}, {1, 1}}, 1})},
       true}};
  return table;
}

DocumentTable figures_table() {
  DocumentTable table{
      "Figures", "", {{"What", true}, {"Value", false, true}, {"Half", false}, {"Less", false}}, {}, ""};
  Cell interval = number_cell(Cell::Kind::Number, 2.5, "2.5 (2.0 to 3.0)");
  interval.low = 2;
  interval.high = 3;
  interval.decimals = 1;
  table.rows = {
      {{text_cell("X"), interval, number_cell(Cell::Kind::Share, 0.5, "50%"),
        made(number_cell(Cell::Kind::Number, -1.25, "-1.25"), {Formula::Kind::Product, {{0, 1}, {0, 2}}, -1})},
       false},
      {{text_cell("Y"), interval, text_cell("none"),
        made(number_cell(Cell::Kind::Number, 0, "0"), {Formula::Kind::Difference, {{0, 1}, {1, 1}}, 1})},
       false}};
  return table;
}

}  // namespace

Document sample_document() {
  return {"en",
          "A title",
          "A subtitle",
          {{"First", {Paragraph{"1 < 2 & 3"}, Prompt{"Write here."}, amounts_table()}},
           {"Second", {Subheading{"Within"}, Bullets{{"one", "two"}}, figures_table()}}}};
}

}  // namespace trapphus::tests
