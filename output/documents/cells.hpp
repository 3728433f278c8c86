// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "engine/time.hpp"
#include "models/staircase/money.hpp"
#include "output/documents/document.hpp"
#include "output/language/language.hpp"

namespace trapphus::models {
struct Estimate;
}  // namespace trapphus::models

/// Cells of a document's tables: the number, and how it is written in the reader's language.
namespace trapphus::output {

class Cells {
 public:
  explicit Cells(const Words& words) : words_(words) {}

  [[nodiscard]] static Cell text(std::string text);
  /// To the öre.
  [[nodiscard]] Cell money(models::Money amount) const;
  /// A simulated amount: whole kronor.
  [[nodiscard]] Cell kronor(double amount) const;
  /// With its interval, as precise as that; every value times `factor`.
  [[nodiscard]] Cell kronor(const models::Estimate& estimate, double factor = 1, Sign sign = Sign::Minus) const;
  [[nodiscard]] Cell number(double value, int decimals) const;
  /// A figure as written, not simulated.
  [[nodiscard]] Cell written(double value) const;
  /// In the measure's unit; shares become per cent.
  [[nodiscard]] Cell estimate(const models::Estimate& estimate, const std::string& unit, double factor = 1,
                              Sign sign = Sign::Minus) const;
  [[nodiscard]] Cell percent(double share) const;
  [[nodiscard]] static Cell year(int year);
  [[nodiscard]] Cell month(engine::Month month) const;

  /// The formula beside the value.
  [[nodiscard]] static Cell sum(Cell cell, std::size_t column, std::size_t first_row, std::size_t end_row);
  [[nodiscard]] static Cell made(Cell cell, Formula formula);

 private:
  [[nodiscard]] Cell interval(const models::Estimate& estimate, double factor, Sign sign, Cell::Kind kind) const;
  const Words& words_;
};

}  // namespace trapphus::output
