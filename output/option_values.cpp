// SPDX-License-Identifier: MIT
#include "output/option_values.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace trapphus::output {
namespace {

template <class Number>
std::optional<Number> parsed(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string_view without_trailing_spaces(std::string_view text) {
  const auto last = text.find_last_not_of(' ');
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

}  // namespace

std::int64_t whole_number(const std::string& option, const std::string& text, std::int64_t low, std::int64_t high) {
  const auto value = parsed<std::int64_t>(text);
  if (!value || *value < low || *value > high)
    throw UsageError(fmt::format("{}: found \"{}\", expected a whole number from {} to {}", option, text, low, high));
  return *value;
}

std::uint64_t seed_value(const std::string& text) {
  const auto value = parsed<std::uint64_t>(text);
  if (!value)
    throw UsageError(fmt::format("--seed: found \"{}\", expected a whole number from 0 to 18446744073709551615", text));
  return *value;
}

double precision_value(const std::string& text) {
  const bool percent = text.ends_with('%');
  const auto number = percent ? without_trailing_spaces(std::string_view(text).substr(0, text.size() - 1)) : text;
  const auto value = parsed<double>(number);
  const double share = value.value_or(0) / (percent ? 100 : 1);
  if (!(share > 0 && share < 1))
    throw UsageError(
        fmt::format("--until: found \"{}\", expected a precision such as 2%, above 0% and below 100%", text));
  return share;
}

models::KernelChoice kernel_value(const std::string& text) {
  if (text == "calendar") return models::KernelChoice::Calendar;
  if (text == "simgrid") return models::KernelChoice::SimGrid;
  throw UsageError(fmt::format("--kernel: found \"{}\", expected calendar or simgrid", text));
}

models::CheckChoice check_value(const std::string& text) {
  if (text == "first") return models::CheckChoice::First;
  if (text == "all") return models::CheckChoice::All;
  if (text == "off") return models::CheckChoice::Off;
  throw UsageError(fmt::format("--check: found \"{}\", expected first, all or off", text));
}

namespace {

scenarios::Override path_and_value(const char* option, const std::string& text, const char* expected) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
    throw UsageError(fmt::format("{}: found \"{}\", expected {}", option, text, expected));
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

scenarios::Override override_value(const std::string& text) {
  return path_and_value("--set", text, "path=value, such as staff.project.fte=2");
}

scenarios::Override free_value(const std::string& text) {
  return path_and_value("--free", text, "path=low..high, such as moves.hotel.own_home.alone=0.5/year..3/year");
}

}  // namespace trapphus::output
