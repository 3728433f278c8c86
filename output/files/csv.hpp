// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/language/number.hpp"

namespace trapphus::models {
struct Results;
}  // namespace trapphus::models

namespace trapphus::output {

/// Comma-separated values by RFC 4180: fields quoted where they must be, lines end with CR LF. In Excel's style with
/// semicolons, decimal commas and a byte order mark.
class Csv {
 public:
  explicit Csv(CsvStyle style) : style_(style), text_(style == CsvStyle::Excel ? "\xEF\xBB\xBF" : "") {}

  /// A number as a field, with all its digits; empty for NaN and infinity.
  [[nodiscard]] std::string number(double value) const;
  void row(const std::vector<std::string>& fields);
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  [[nodiscard]] char separator() const { return style_ == CsvStyle::Excel ? ';' : ','; }

  CsvStyle style_;
  std::string text_;
};

/// One row for each alternative, group ("all" for all households) and measure, with the paired difference to the first
/// alternative. Values are bare numbers in the unit named in the row; empty where there is none. Where only the high
/// end is, the mean is a lower bound.
[[nodiscard]] std::string summary_csv(const models::Results& results, CsvStyle style);

/// One row for each alternative, group and period (month, tertial, year), one column for each measure, its unit in the
/// heading, followed by the low and high end of its interval.
[[nodiscard]] std::string monthly_csv(const models::Results& results, CsvStyle style);

}  // namespace trapphus::output
