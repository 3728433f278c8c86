// SPDX-License-Identifier: MIT
#include "output/language/terminal_number.hpp"

#include <algorithm>
#include <cmath>

namespace trapphus::output {
namespace {

std::string with_sign(const Words& words, double value, int decimals, Sign sign) {
  const std::string text = grouped(value, decimals);
  const bool above_zero = text.find_first_of("123456789") != std::string::npos && text.front() != '-';
  return in_terminal(words, sign == Sign::Both && above_zero ? "+" + text : text);
}

std::string plain_with_sign(const Words& words, double value, Sign sign) {
  return (sign == Sign::Both && value > 0 ? "+" : "") + plain(words, value);
}

std::string interval(const Words& words, const std::string& mean, const std::string& low, const std::string& high) {
  return words("interval", {{"mean", mean}, {"low", low}, {"high", high}});
}

/// A lower bound has a low end and no high one.
std::string at_least(const Words& words, double mean, double low, Sign sign) {
  const double half_width = without_dust(mean - low, mean);
  return words("at_least", {{"figure", half_width > 0 ? with_sign(words, mean, decimals_for(half_width), sign)
                                                      : plain_with_sign(words, mean, sign)}});
}

}  // namespace

std::string in_terminal(const Words& words, const std::string& number) {
  return words.language() == english() || number == "-" ? number : words.localised(number);
}

std::string grouped(const Words& words, double value, int decimals) {
  return in_terminal(words, grouped(value, decimals));
}

std::string plain(const Words& words, double value) {
  return in_terminal(words, plain(value));
}

std::string as_written(const Words& words, double value) {
  return in_terminal(words, as_written(value));
}

std::string with_interval(const Words& words, double mean, double low, double high, Sign sign) {
  if (!std::isfinite(mean)) return "-";
  if (std::isfinite(low) && std::isnan(high)) return at_least(words, mean, low, sign);
  const double half_width = without_dust(std::max(high - mean, mean - low), mean);
  if (!std::isfinite(half_width)) return words("no_interval", {{"mean", plain(words, mean)}});
  if (half_width <= 0) {
    const std::string text = plain_with_sign(words, mean, sign);
    return interval(words, text, text, text);
  }
  const int decimals = decimals_for(half_width);
  return interval(words, with_sign(words, mean, decimals, sign), with_sign(words, low, decimals, sign),
                  with_sign(words, high, decimals, sign));
}

std::string with_half_width(const Words& words, double mean, double low, double high, Sign sign) {
  const double half_width = without_dust((high - low) / 2, mean);
  const bool symmetric = std::abs((high + low) / 2 - mean) <= 0.01 * half_width;
  if (!std::isfinite(mean) || !std::isfinite(half_width) || (half_width > 0 && !symmetric))
    return with_interval(words, mean, low, high, sign);
  if (half_width <= 0) return plain_with_sign(words, mean, sign) + " ±0";
  const int decimals = decimals_for(half_width);
  return with_sign(words, mean, decimals, sign) + " ±" + grouped(words, half_width, decimals);
}

}  // namespace trapphus::output
