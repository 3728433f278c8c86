// SPDX-License-Identifier: MIT
#include "output/language/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace trapphus::output {
namespace {

constexpr int kMostDecimals = 6, kFewestDecimals = -9;

}  // namespace

std::string exact(double value) {
  if (!std::isfinite(value)) return {};
  if (value == 0) return "0";
  // Planners read these files in a spreadsheet: no "1e+05" for an ordinary number.
  const bool ordinary = std::abs(value) >= 1e-6 && std::abs(value) < 1e16;
  std::array<char, 64> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 ordinary ? std::chars_format::fixed : std::chars_format::general);
  return {buffer.data(), end.ptr};
}

std::string grouped(double value, int decimals) {
  const double step = std::pow(10.0, -decimals);
  const double rounded = decimals < 0 ? std::round(value / step) * step : value;
  std::string text = fmt::format("{:.{}f}", std::abs(rounded), std::max(decimals, 0));
  const auto point = std::min(text.find('.'), text.size());
  for (auto at = static_cast<std::ptrdiff_t>(point) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), " ");
  const bool zero = text.find_first_of("123456789") == std::string::npos;
  return rounded < 0 && !zero ? "-" + text : text;
}

int decimals_for(double half_width) {
  const double magnitude = std::floor(std::log10(half_width));
  const double first_digit = half_width / std::pow(10.0, magnitude);
  const int decimals = static_cast<int>(-magnitude) + (first_digit < 3 ? 1 : 0);
  return std::clamp(decimals, kFewestDecimals, kMostDecimals);
}

double without_dust(double half_width, double mean) {
  constexpr double kDust = 1e-9;
  return half_width < kDust * std::abs(mean) ? 0 : half_width;
}

std::string plain(double value) {
  if (!std::isfinite(value)) return "-";
  if (value == std::round(value) || std::abs(value) >= 1000) return grouped(value, 0);
  const int digits_before = std::max(0, static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1);
  std::string text = grouped(value, std::max(0, 3 - digits_before));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

int decimals_as_written(double value) {
  int decimals = 0;
  for (double scaled = value; decimals < 4 && std::abs(scaled - std::round(scaled)) > 1e-6; ++decimals) scaled *= 10;
  return decimals;
}

std::string as_written(double value) {
  return std::isfinite(value) ? grouped(value, decimals_as_written(value)) : "-";
}

}  // namespace trapphus::output
