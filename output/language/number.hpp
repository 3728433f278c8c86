// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "engine/enum_table.hpp"

namespace trapphus::output {

/// How CSV is written.
enum class CsvStyle : std::uint8_t {
  Plain,  ///< Commas between fields, decimal points: for programs, and Excel in English.
  Excel   ///< Semicolons, decimal commas, a byte order mark: for Excel where the decimal sign is a comma.
};
inline constexpr auto kCsvStyles =
    engine::enum_table<CsvStyle>({{CsvStyle::Plain, "plain"}, {CsvStyle::Excel, "excel"}});

/// The shortest text that reads back as the same number, with a decimal point and no thousands separator: for CSV.
/// Empty for NaN and infinity.
[[nodiscard]] std::string exact(double value);

/// With a space between thousands: "16 500", "-1 234.5". Negative decimals round to tens, hundreds...
[[nodiscard]] std::string grouped(double value, int decimals);

/// How many decimals a figure may show, given the half-width of its interval: the half-width keeps one digit, or two
/// when it begins with 1 or 2. Negative for tens and hundreds. Between -9 and 6.
[[nodiscard]] int decimals_for(double half_width);
/// 0 where the half-width of an interval is what is left of a sum that cancels.
[[nodiscard]] double without_dust(double half_width, double mean);

/// For a figure without an interval: at most three significant digits behind the decimal point, whole numbers whole.
[[nodiscard]] std::string plain(double value);

/// Decimals of a figure as written: at most four.
[[nodiscard]] int decimals_as_written(double value);
/// A figure as written, with all digits (at most four decimals): "30.25", "337 000".
[[nodiscard]] std::string as_written(double value);

enum class Sign { Minus, Both };

}  // namespace trapphus::output
