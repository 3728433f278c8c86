// SPDX-License-Identifier: MIT
#include "scenarios/format/values/quantity.hpp"

#include <charconv>
#include <cmath>

#include "scenarios/format/values/units.hpp"
#include "scenarios/format/yaml/nearest.hpp"

namespace trapphus::scenarios {

namespace {

const Phrase kRateExpected = Phrase{"reader.expected.rate"};
const Phrase kTimeExpected = Phrase{"reader.expected.time"};
const Phrase kMoneyExpected = Phrase{"reader.expected.money"};
const Phrase kPriceExpected = Phrase{"reader.expected.price"};
const Phrase kHoursExpected = Phrase{"reader.expected.hours"};
const Phrase kWeeklyExpected = Phrase{"reader.expected.hours_a_week"};
const Phrase kShareExpected = Phrase{"reader.expected.share"};

[[noreturn]] void refuse(std::string_view text, const Measured& found, const Phrase& expected) {
  if (found.unit.empty())
    throw Mistake(Phrase{"reader.quantity.no_unit", {{"text", tidy(text)}, {"expected", expected}}});
  throw Mistake(Phrase{"reader.quantity.wrong_unit", {{"text", tidy(text)}, {"expected", expected}}});
}

double seconds_or_refuse(std::string_view unit, std::string_view text, const Phrase& expected) {
  if (const auto seconds = seconds_in(unit)) return *seconds;
  const std::string near = nearest(unit, time_units());
  if (near.empty()) throw Mistake(Phrase{"reader.quantity.wrong_unit", {{"text", tidy(text)}, {"expected", expected}}});
  throw Mistake(Phrase{"reader.quantity.unknown_unit", {{"text", tidy(text)}, {"unit", unit}, {"nearest", near}}});
}

models::Money whole_ore(double kronor, std::string_view text) {
  const double ore = kronor * 100;
  if (kronor > 1e12) throw Mistake(Phrase{"reader.money.too_large", {{"text", tidy(text)}}});
  // Tolerates the rounding of the decimal number; a real fraction of an öre is far larger.
  if (std::abs(ore - std::round(ore)) > 1e-9 * std::max(1.0, ore) + 1e-6) {
    throw Mistake(Phrase{"reader.money.ore", {{"text", tidy(text)}}});
  }
  return models::Money::ore(std::llround(ore));
}

models::Per per_of(std::string_view unit, std::string_view text) {
  const double seconds = seconds_or_refuse(unit, text, kPriceExpected);
  const auto is = [&](engine::Duration duration) { return seconds == static_cast<double>(duration.count()); };
  if (is(engine::kDay)) return models::Per::Day;
  if (is(engine::kWeek)) return models::Per::Week;
  if (is(engine::kMonth)) return models::Per::Month;
  if (is(engine::kYear)) return models::Per::Year;
  throw Mistake(Phrase{"reader.price.per", {{"text", tidy(text)}, {"expected", kPriceExpected}}});
}

double bare_number(std::string_view text, Thousands thousands) {
  const auto found = split(text, Phrase{"reader.expected.no_unit"}, thousands);
  if (!found.unit.empty()) throw Mistake(Phrase{"reader.number.unit", {{"text", tidy(text)}}});
  return found.number;
}

}  // namespace

Range split_range(std::string_view text) {
  const std::string plain = tidy(text);
  std::string separator = "..";
  if (plain.find(separator) == std::string::npos) separator = plain.find(" to ") == std::string::npos ? "-" : " to ";
  const auto at = plain.find(separator);
  if (at == std::string::npos) throw Mistake(Phrase{"reader.range.no_range", {{"text", plain}}});
  return {tidy(plain.substr(0, at)), tidy(plain.substr(at + separator.size()))};
}

void share_unit(Range& range) {
  const auto unit_of = [](const std::string& text) { return split(text, {}, Thousands::Impossible).unit; };
  const std::string unit = unit_of(range.high);
  if (!unit.empty() && unit_of(range.low).empty()) range.low += (unit.front() == '/' ? "" : " ") + unit;
}

double parse_number(std::string_view text) {
  return bare_number(text, Thousands::Possible);
}

int parse_count(std::string_view text) {
  constexpr int kMost = 1'000'000;
  const double number = bare_number(text, Thousands::Possible);
  if (number != std::floor(number)) throw Mistake(Phrase{"reader.count.not_whole", {{"text", tidy(text)}}});
  if (number > kMost) throw Mistake(Phrase{"reader.count.too_large", {{"text", tidy(text)}}});
  return static_cast<int>(number);
}

std::uint64_t parse_seed(std::string_view text) {
  const std::string plain = tidy(text);
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), seed);
  if (error != std::errc{} || end != plain.data() + plain.size()) {
    throw Mistake(Phrase{"reader.seed", {{"text", plain}}});
  }
  return seed;
}

models::Share parse_share(std::string_view text) {
  const auto found = split(text, kShareExpected, Thousands::Impossible);
  const bool percent = found.unit == "%";
  if (!found.unit.empty() && !percent) refuse(text, found, kShareExpected);
  if (!percent && found.number > 1) {
    throw Mistake(Phrase{"reader.share.above_one", {{"text", tidy(text)}}});
  }
  if (percent && found.number > 100) throw Mistake(Phrase{"reader.share.above_hundred", {{"text", tidy(text)}}});
  return models::Share(percent ? found.number / 100 : found.number);
}

engine::Rate parse_rate(std::string_view text) {
  const auto found = split(text, kRateExpected);
  if (found.number == 0 && found.unit.empty()) return {};
  const auto [above, below] = ratio(found.unit);
  if (below.empty() || (!above.empty() && above != "%")) refuse(text, found, kRateExpected);
  const double seconds = seconds_or_refuse(below, text, kRateExpected);
  const double per_year = (above == "%" ? found.number / 100 : found.number) / seconds * engine::kYear.count();
  if (per_year > 1e7) throw Mistake(Phrase{"reader.rate.too_often", {{"text", tidy(text)}}});
  // Whole units of time first, so that 12/year and 1/month give exactly the same rate.
  return engine::Rate::per(above == "%" ? found.number / 100 : found.number,
                           engine::Duration(static_cast<std::int64_t>(seconds)));
}

double parse_seconds(std::string_view text) {
  const auto found = split(text, kTimeExpected);
  if (found.number == 0 && found.unit.empty()) return 0;
  if (found.unit.empty() || found.unit.find('/') != std::string::npos) refuse(text, found, kTimeExpected);
  const double seconds = found.number * seconds_or_refuse(found.unit, text, kTimeExpected);
  if (seconds > 1000.0 * engine::kYear.count()) {
    throw Mistake(Phrase{"reader.time.too_long", {{"text", tidy(text)}}});
  }
  return seconds;
}

engine::Duration parse_duration(std::string_view text) {
  return engine::rounded(parse_seconds(text));
}

double parse_hours(std::string_view text) {
  const auto found = split(text, kHoursExpected);
  if (found.number == 0 && found.unit.empty()) return 0;
  const auto seconds = seconds_in(found.unit);
  // A "day" of work is not 24 hours, so only hours and minutes are taken.
  if (!seconds || *seconds > 3600) refuse(text, found, kHoursExpected);
  if (found.number * *seconds > 3.6e8) throw Mistake(Phrase{"reader.hours.too_much", {{"text", tidy(text)}}});
  return found.number * *seconds / 3600;
}

double parse_hours_a_week(std::string_view text) {
  constexpr double kWeek = 604'800;
  const auto found = split(text, kWeeklyExpected, Thousands::Impossible);
  if (found.number == 0 && found.unit.empty()) return 0;
  const auto [above, below] = ratio(found.unit);
  const auto work = seconds_in(above), time = seconds_in(below);
  if (!work || !time || *work > 3600 || *time < 86400) refuse(text, found, kWeeklyExpected);
  // A week has no thousand hours; a month or a year of work has, and a day or a week has a thousand minutes.
  if (*time > kWeek || *work < 3600) static_cast<void>(split(text, kWeeklyExpected, Thousands::Possible));
  const double hours = found.number * (*work / 3600) * (kWeek / *time);
  if (hours > 168) throw Mistake(Phrase{"reader.hours.a_week", {{"text", tidy(text)}, {"expected", kWeeklyExpected}}});
  return hours;
}

models::Money parse_money(std::string_view text) {
  const auto found = split(text, kMoneyExpected);
  if (found.number == 0 && found.unit.empty()) return {};
  const auto kronor = kronor_in(found.unit);
  if (!kronor) refuse(text, found, kMoneyExpected);
  return whole_ore(found.number * *kronor, text);
}

models::Price parse_price(std::string_view text) {
  const auto found = split(text, kPriceExpected);
  if (found.number == 0 && found.unit.empty()) return {};
  const auto [above, below] = ratio(found.unit);
  const auto kronor = kronor_in(above);
  if (!kronor) refuse(text, found, kPriceExpected);
  if (below.empty()) {
    throw Mistake(Phrase{"reader.price.how_long", {{"text", tidy(text)}, {"expected", kPriceExpected}}});
  }
  return {whole_ore(found.number * *kronor, text), per_of(below, text)};
}

bool parse_yes_no(std::string_view text) {
  const std::string word = lower(tidy(text));
  if (word == "yes" || word == "true" || word == "ja") return true;
  if (word == "no" || word == "false" || word == "nej") return false;
  throw Mistake(Phrase{"reader.yes_or_no", {{"text", tidy(text)}}});
}

}  // namespace trapphus::scenarios
