// SPDX-License-Identifier: MIT
#include <charconv>
#include <optional>

#include "scenarios/format/values/quantity.hpp"

namespace trapphus::scenarios {

namespace {

using std::chrono::year_month;
using std::chrono::year_month_day;

/// A day, or a month without a day.
struct Written {
  year_month month;
  std::optional<std::chrono::day> day;
};

std::optional<unsigned> number(std::string_view text, std::size_t digits) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.size() != digits || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Written read(std::string_view text) {
  const std::string plain = tidy(text);
  const auto part = [&](std::size_t at, std::size_t length) {
    return plain.size() >= at + length ? number(std::string_view(plain).substr(at, length), length) : std::nullopt;
  };
  const auto year = part(0, 4), month = part(5, 2), day = part(8, 2);
  const bool is_month = plain.size() == 7 && plain[4] == '-';
  const bool is_day = plain.size() == 10 && plain[4] == '-' && plain[7] == '-' && day;
  if (!year || !month || !(is_month || is_day)) {
    throw Mistake(Phrase{"reader.date.no_date", {{"text", plain}}});
  }
  const year_month found{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month)};
  if (!found.ok()) throw Mistake(Phrase{"reader.date.no_month", {{"text", plain}, {"month", *month}}});
  if (*year < 1900 || *year > 2200) throw Mistake(Phrase{"reader.date.year", {{"text", plain}}});
  if (!is_day) return {found, std::nullopt};
  const year_month_day whole = found / std::chrono::day(*day);
  if (!whole.ok()) {
    const auto last = static_cast<unsigned>(year_month_day(found / std::chrono::last).day());
    throw Mistake(Phrase{"reader.date.no_day", {{"text", plain}, {"month", plain.substr(0, 7)}, {"days", last}}});
  }
  return {found, whole.day()};
}

engine::Time first_of(const Written& written) {
  return std::chrono::sys_days(written.month / written.day.value_or(std::chrono::day(1)));
}

/// The midnight after it.
engine::Time midnight_after(const Written& written) {
  if (written.day) return first_of(written) + engine::kDay;
  return std::chrono::sys_days((written.month + std::chrono::months(1)) / std::chrono::day(1));
}

/// The two dates of a period, as written.
std::pair<std::string, std::string> two_dates(std::string_view period) {
  const std::string plain = tidy(period);
  std::size_t length = 4, at = plain.find(" to ");
  if (at == std::string::npos) length = 3, at = plain.find(" - ");
  if (at == std::string::npos) throw Mistake(Phrase{"reader.period.no_period", {{"text", plain}}});
  return {plain.substr(0, at), plain.substr(at + length)};
}

}  // namespace

engine::Time parse_date(std::string_view text) {
  return first_of(read(text));
}

engine::Time parse_last_day(std::string_view text) {
  return midnight_after(read(text));
}

bool excludes_last_day(std::string_view period) {
  const auto [from, to] = two_dates(period);
  const Written first = read(from), last = read(to);
  const bool begins_month = first.day.value_or(std::chrono::day(1)) == std::chrono::day(1);
  return begins_month && last.day == std::chrono::day(1) && first.month < last.month;
}

std::pair<engine::Time, engine::Time> parse_period(std::string_view text) {
  const auto [first, last] = two_dates(text);
  const auto from = parse_date(first), to = excludes_last_day(text) ? parse_date(last) : parse_last_day(last);
  if (to <= from) throw Mistake(Phrase{"reader.period.ends", {{"text", tidy(text)}}});
  return {from, to};
}

}  // namespace trapphus::scenarios
