// SPDX-License-Identifier: MIT
#include "scenarios/format/values/units.hpp"

#include <map>

#include "engine/time.hpp"
#include "scenarios/format/values/quantity.hpp"

namespace trapphus::scenarios {

namespace {

double seconds(engine::Duration duration) {
  return static_cast<double>(duration.count());
}

const std::map<std::string, double, std::less<>>& times() {
  static const auto kTimes = [] {
    const double day = seconds(engine::kDay), week = seconds(engine::kWeek);
    const double month = seconds(engine::kMonth), year = seconds(engine::kYear);
    return std::map<std::string, double, std::less<>>{
        {"min", 60},      {"minute", 60},   {"minutes", 60},   {"minut", 60},   {"minuter", 60},  {"h", 3600},
        {"hour", 3600},   {"hours", 3600},  {"tim", 3600},     {"timme", 3600}, {"timmar", 3600}, {"d", day},
        {"day", day},     {"days", day},    {"night", day},    {"nights", day}, {"dag", day},     {"dagar", day},
        {"dygn", day},    {"natt", day},    {"nätter", day},   {"week", week},  {"weeks", week},  {"vecka", week},
        {"veckor", week}, {"month", month}, {"months", month}, {"mån", month},  {"månad", month}, {"månader", month},
        {"year", year},   {"years", year},  {"yr", year},      {"år", year}};
  }();
  return kTimes;
}

}  // namespace

std::optional<double> seconds_in(std::string_view unit) {
  const auto found = times().find(lower(unit));
  return found == times().end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> kronor_in(std::string_view unit) {
  static const std::map<std::string, double, std::less<>> kMoneyUnits{
      {"sek", 1}, {"kr", 1}, {"krona", 1}, {"kronor", 1}, {"ksek", 1e3}, {"tkr", 1e3}, {"msek", 1e6}, {"mkr", 1e6}};
  const auto found = kMoneyUnits.find(lower(unit));
  return found == kMoneyUnits.end() ? std::nullopt : std::optional(found->second);
}

const std::vector<std::string>& time_units() {
  static const std::vector<std::string> kTimeUnits{"minute", "minutes", "hour",  "hours",  "day",  "days",
                                                   "week",   "weeks",   "month", "months", "year", "years"};
  return kTimeUnits;
}

Ratio ratio(std::string_view unit) {
  for (const std::string_view sign : {"/", " per ", " a "}) {
    const std::string padded = " " + std::string(unit);
    if (const auto at = padded.find(sign); at != std::string::npos) {
      return {tidy(padded.substr(0, at)), tidy(padded.substr(at + sign.size()))};
    }
  }
  return {tidy(unit), {}};
}

}  // namespace trapphus::scenarios
