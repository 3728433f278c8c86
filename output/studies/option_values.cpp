// SPDX-License-Identifier: MIT
#include "output/studies/option_values.hpp"

#include <charconv>
#include <limits>
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

UsageError not_whole(const std::string& option, const std::string& found, const std::string& low,
                     const std::string& high) {
  return UsageError("usage.whole_number", {{"option", option}, {"found", found}, {"low", low}, {"high", high}});
}

}  // namespace

std::int64_t whole_number(const std::string& option, const std::string& text, std::int64_t low, std::int64_t high) {
  const auto value = parsed<std::int64_t>(text);
  if (!value || *value < low || *value > high) throw not_whole(option, text, std::to_string(low), std::to_string(high));
  return *value;
}

std::uint64_t seed_value(const std::string& text) {
  const auto value = parsed<std::uint64_t>(text);
  if (!value) throw not_whole("--seed", text, "0", std::to_string(std::numeric_limits<std::uint64_t>::max()));
  return *value;
}

double precision_value(const std::string& text) {
  const bool percent = text.ends_with('%');
  const auto number = percent ? without_trailing_spaces(std::string_view(text).substr(0, text.size() - 1)) : text;
  const auto value = parsed<double>(number);
  const double share = value.value_or(0) / (percent ? 100 : 1);
  if (!(share > 0 && share < 1)) throw UsageError("usage.until", {{"found", text}});
  return share;
}

models::KernelChoice kernel_value(const std::string& text) {
  if (const auto kernel = engine::value_of(models::kKernelChoices, text)) return *kernel;
  throw UsageError("usage.kernel", {{"found", text}});
}

models::CheckChoice check_value(const std::string& text) {
  if (const auto check = engine::value_of(models::kCheckChoices, text)) return *check;
  throw UsageError("usage.check", {{"found", text}});
}

namespace {

scenarios::Override path_and_value(const std::string& text, std::string_view otherwise) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
    throw UsageError(otherwise, {{"found", text}});
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

scenarios::Override override_value(const std::string& text) {
  return path_and_value(text, "usage.set");
}

scenarios::Override free_value(const std::string& text) {
  return path_and_value(text, "usage.free");
}

}  // namespace trapphus::output
