// SPDX-License-Identifier: MIT
#include "output/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace trapphus::output {
namespace {

constexpr int kMostDecimals = 6, kFewestDecimals = -9;

std::string with_sign(double value, int decimals, Sign sign) {
  const std::string text = grouped(value, decimals);
  const bool above_zero = text.find_first_of("123456789") != std::string::npos && text.front() != '-';
  return sign == Sign::Both && above_zero ? "+" + text : text;
}

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

std::string as_written(double value) {
  if (!std::isfinite(value)) return "-";
  int decimals = 0;
  for (double scaled = value; decimals < 4 && std::abs(scaled - std::round(scaled)) > 1e-6; ++decimals) scaled *= 10;
  return grouped(value, decimals);
}

std::string with_interval(double mean, double low, double high, Sign sign) {
  if (!std::isfinite(mean)) return "-";
  const double half_width = std::max(high - mean, mean - low);
  if (!std::isfinite(half_width)) return plain(mean) + " (no interval)";
  if (half_width <= 0) {
    const std::string text = (sign == Sign::Both && mean > 0 ? "+" : "") + plain(mean);
    return fmt::format("{0} ({0} to {0})", text);
  }
  const int decimals = decimals_for(half_width);
  return fmt::format("{} ({} to {})", with_sign(mean, decimals, sign), with_sign(low, decimals, sign),
                     with_sign(high, decimals, sign));
}

std::string with_half_width(double mean, double low, double high, Sign sign) {
  constexpr double kDust = 1e-9;  // what is left of a sum that cancels
  const double width = (high - low) / 2;
  const double half_width = width < kDust * std::abs(mean) ? 0 : width;
  const bool symmetric = std::abs((high + low) / 2 - mean) <= 0.01 * half_width;
  if (!std::isfinite(mean) || !std::isfinite(half_width) || (half_width > 0 && !symmetric))
    return with_interval(mean, low, high, sign);
  if (half_width <= 0) return (sign == Sign::Both && mean > 0 ? "+" : "") + plain(mean) + " ±0";
  const int decimals = decimals_for(half_width);
  return with_sign(mean, decimals, sign) + " ±" + grouped(half_width, decimals);
}

}  // namespace trapphus::output
