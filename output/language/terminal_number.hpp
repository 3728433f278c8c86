// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/language.hpp"
#include "output/language/number.hpp"

/// Figures as a terminal shows them: in English in the program's own form ("-1 234.5"), else in the language's.
namespace trapphus::output {

[[nodiscard]] std::string in_terminal(const Words& words, const std::string& number);
[[nodiscard]] std::string grouped(const Words& words, double value, int decimals);
[[nodiscard]] std::string plain(const Words& words, double value);
[[nodiscard]] std::string as_written(const Words& words, double value);

/// "19.5 (18.9 to 20.1)", with no more digits than the interval carries; "-" when there is no value. Sign::Both puts
/// a plus before what is above zero, for differences. A mean with a low end and no high one is a lower bound: "at least
/// 512".
[[nodiscard]] std::string with_interval(const Words& words, double mean, double low, double high,
                                        Sign sign = Sign::Minus);

/// The same in fewer letters, for tables: "19.5 ±0.6", half the width of an interval that is as wide on both sides.
/// One that is not stands as with_interval() has it.
[[nodiscard]] std::string with_half_width(const Words& words, double mean, double low, double high,
                                          Sign sign = Sign::Minus);

}  // namespace trapphus::output
