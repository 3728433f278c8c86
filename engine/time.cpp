// SPDX-License-Identifier: MIT
#include "engine/time.hpp"

#include <cmath>
#include <cstdio>
#include <stdexcept>

namespace trapphus::engine {

using std::chrono::floor;
using std::chrono::sys_days;
using std::chrono::year_month_day;

Duration rounded(double seconds) {
  if (!(seconds >= 0)) throw std::domain_error("a length of time is negative or not a number");
  const double longest = 10'000.0 * static_cast<double>(kYear.count());
  return Duration(static_cast<std::int64_t>(std::llround(std::fmin(seconds, longest))));
}

Month Month::of(Time time) {
  const year_month_day date{floor<std::chrono::days>(time)};
  return Month(int(date.year()) * 12 + static_cast<int>(unsigned(date.month())) - 1);
}

Time Month::begin() const {
  return sys_days{std::chrono::year(year()) / static_cast<int>(month_of_year()) / 1};
}

int Month::days() const {
  return static_cast<int>((end() - begin()) / kDay);
}

std::string to_string(Time time) {
  const auto midnight = floor<std::chrono::days>(time);
  const year_month_day date{midnight};
  char text[64];
  int length = std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()),
                             unsigned(date.day()));
  if (const std::int64_t seconds = (time - midnight).count(); seconds != 0) {
    length += std::snprintf(text + length, sizeof text - static_cast<std::size_t>(length), " %02d:%02d:%02d",
                            static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60),
                            static_cast<int>(seconds % 60));
  }
  return {text, static_cast<std::size_t>(length)};
}

std::string to_string(Month month) {
  char text[32];
  const int length = std::snprintf(text, sizeof text, "%04d-%02d", month.year(), month.month_of_year());
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace trapphus::engine
