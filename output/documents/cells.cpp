// SPDX-License-Identifier: MIT
#include "output/documents/cells.hpp"

#include <algorithm>
#include <cmath>

#include "models/runs/results.hpp"
#include "output/language/number.hpp"

namespace trapphus::output {
namespace {

/// Many simulations make an interval of 0.001 %, and no figure of a municipality is that sure.
constexpr int kDecimalsOfShares = 1;

/// What is not quite all or nothing does not become it by rounding.
std::string percentage(const Words& words, double value) {
  constexpr double kStep = 0.1;
  if (value < 100 && value > 100 - kStep / 2) return ">" + words.number(100 - kStep, kDecimalsOfShares);
  if (value > 0 && value < kStep / 2) return "<" + words.number(kStep, kDecimalsOfShares);
  return words.number(value, kDecimalsOfShares);
}

}  // namespace

Cell Cells::text(std::string text) {
  Cell cell;
  cell.text = std::move(text);
  return cell;
}

Cell Cells::money(models::Money amount) const {
  Cell cell = kronor(amount.in_kronor());
  cell.decimals = amount.in_ore() % 100 == 0 ? 0 : 2;
  cell.text = words_.number(cell.number, cell.decimals);
  return cell;
}

Cell Cells::kronor(double amount) const {
  Cell cell = number(amount, 0);
  cell.kind = Cell::Kind::Money;
  return cell;
}

Cell Cells::kronor(const models::Estimate& estimate, double factor, Sign sign) const {
  Cell cell = interval(estimate, factor, sign, Cell::Kind::Money);
  cell.decimals = 0;
  if (cell.low == cell.high)  // certain, and as an average over months no whole number
    cell.text = (sign == Sign::Both && cell.number >= 0.5 ? "+" : "") + words_.number(cell.number, 0);
  return cell;
}

Cell Cells::number(double value, int decimals) const {
  Cell cell;
  cell.kind = Cell::Kind::Number;
  cell.number = value;
  cell.decimals = std::max(decimals, 0);
  cell.text = words_.number(value, decimals);
  return cell;
}

Cell Cells::written(double value) const {
  return number(value, decimals_as_written(value));
}

Cell Cells::estimate(const models::Estimate& estimate, const std::string& unit, double factor, Sign sign) const {
  if (unit.starts_with("SEK")) return kronor(estimate, factor, sign);
  if (unit != "share") return interval(estimate, factor, sign, Cell::Kind::Number);
  Cell cell = interval(estimate, factor * 100, sign, Cell::Kind::Share);
  if (sign != Sign::Both && cell.decimals > kDecimalsOfShares && std::isfinite(cell.low) && std::isfinite(cell.high)) {
    cell.decimals = kDecimalsOfShares;
    cell.text = words_("interval", {{"mean", percentage(words_, cell.number)},
                                    {"low", percentage(words_, cell.low)},
                                    {"high", percentage(words_, cell.high)}});
  }
  cell.number /= 100;
  cell.low /= 100;
  cell.high /= 100;
  return cell;
}

Cell Cells::percent(double share) const {
  Cell cell;
  cell.kind = Cell::Kind::Share;
  cell.number = share;
  cell.text = words_.percent(share);
  return cell;
}

Cell Cells::year(int year) {
  Cell cell = text(std::to_string(year));
  cell.kind = Cell::Kind::Year;
  cell.number = year;
  return cell;
}

Cell Cells::month(engine::Month month) const {
  constexpr int kExcelsDayOf1970 = 25569;
  Cell cell = text(words_.month(month));
  cell.kind = Cell::Kind::Month;
  cell.number = kExcelsDayOf1970 +
                static_cast<double>(std::chrono::floor<std::chrono::days>(month.begin()).time_since_epoch().count());
  return cell;
}

Cell Cells::interval(const models::Estimate& estimate, double factor, Sign sign, Cell::Kind kind) const {
  Cell cell;
  cell.kind = kind;
  cell.number = estimate.mean * factor;
  cell.low = (factor < 0 ? estimate.high : estimate.low) * factor;
  cell.high = (factor < 0 ? estimate.low : estimate.high) * factor;
  cell.text = words_.with_interval(cell.number, cell.low, cell.high, sign);
  const bool lower_bound = std::isfinite(cell.low) && std::isnan(cell.high);
  const double half_width = lower_bound ? cell.number - cell.low : (cell.high - cell.low) / 2;
  cell.decimals = half_width > 0 && std::isfinite(half_width) ? std::max(0, decimals_for(half_width)) : 1;
  return cell;
}

Cell Cells::sum(Cell cell, std::size_t column, std::size_t first_row, std::size_t end_row) {
  for (std::size_t row = first_row; row < end_row; ++row) cell.formula.cells.emplace_back(row, column);
  if (!cell.formula.cells.empty()) cell.formula.kind = Formula::Kind::Sum;
  return cell;
}

Cell Cells::made(Cell cell, Formula formula) {
  cell.formula = std::move(formula);
  return cell;
}

}  // namespace trapphus::output
