// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trapphus::scenarios {

/// Seconds in a unit of time, by its English or Swedish name or abbreviation, singular or plural.
[[nodiscard]] std::optional<double> seconds_in(std::string_view unit);
/// Kronor in a unit of money: SEK, kr, kSEK, tkr, MSEK, mkr.
[[nodiscard]] std::optional<double> kronor_in(std::string_view unit);
/// Names to propose in place of an unknown one.
[[nodiscard]] const std::vector<std::string>& time_units();
/// "SEK/month" is "SEK" and "month"; also "SEK per month". Without a slash the second is empty.
struct Ratio {
  std::string above, below;
};
[[nodiscard]] Ratio ratio(std::string_view unit);

}  // namespace trapphus::scenarios
