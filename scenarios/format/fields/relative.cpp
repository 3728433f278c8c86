// SPDX-License-Identifier: MIT
#include "scenarios/format/fields/relative.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>
#include <vector>

#include "scenarios/format/fields/values.hpp"
#include "scenarios/format/values/quantity.hpp"
#include "scenarios/format/values/units.hpp"

namespace trapphus::scenarios {

namespace {

double share_of(const std::string& text) {
  return parse_share(text).value();
}
double rate_of(const std::string& text) {
  return parse_rate(text).per_year();
}
double seconds_of(const std::string& text) {
  return parse_seconds(text);
}
double hours_of(const std::string& text) {
  return parse_hours(text);
}
double weekly_hours_of(const std::string& text) {
  return parse_hours_a_week(text);
}
double number_of(const std::string& text) {
  return parse_number(text);
}
double count_of(const std::string& text) {
  return parse_count(text);
}
double money_of(const std::string& text) {
  return parse_money(text).in_kronor();
}
/// Kronor a year; only prices per the same length of time are compared.
double price_of(const std::string& text) {
  const double kronor = parse_price(text).amount.in_kronor();
  const auto below = seconds_in(ratio(split(text, Phrase{"reader.expected.a_price"}).unit).below);
  return kronor / below.value_or(1);
}

bool is_share(const TypeInfo& type) {
  return &type == kShare.type || &type == kFraction.type;
}
bool is_money(const TypeInfo& type) {
  return &type == kMoney.type || &type == kPrice.type;
}
bool counts_whole(const TypeInfo& type) {
  return &type == kCount.type || &type == kReplications.type || &type == kSituation.type || &type == kYear.type ||
         &type == kPersons.type;
}
bool is_distribution(const TypeInfo& type) {
  return &type == kStay.type || &type == kWork.type || &type == kPersons.type;
}

/// A relative change, taken apart.
struct Change {
  std::string text;    ///< All of it.
  double sign = 1;     ///< 1 or -1.
  std::string amount;  ///< Without the sign.
  Measured measured;   ///< The amount.

  [[nodiscard]] bool percent() const { return measured.unit == "%"; }
  /// Percentage points.
  [[nodiscard]] bool points() const {
    static const std::array<std::string_view, 5> kPoints{"pp", "percentage point", "percentage points", "procentenhet",
                                                         "procentenheter"};
    return std::ranges::find(kPoints, measured.unit) != kPoints.end();
  }
  [[nodiscard]] double factor() const { return 1 + sign * measured.number / 100; }
};

Change change_of(std::string_view text) {
  Change change{tidy(text), 1, {}, {}};
  change.sign = change.text.front() == '-' ? -1 : 1;
  change.amount = tidy(change.text.substr(1));
  change.measured = measured(change.amount);
  return change;
}

[[noreturn]] void refuse_change(const char* id, const std::string& value, const Change& change) {
  throw Mistake(Phrase{id, {{"value", tidy(value)}, {"change", change.text}}});
}

/// Twelve significant digits: no errors of binary fractions.
std::string digits(double number) {
  return unambiguous(fmt::format("{:.12g}", number));
}

std::string with_unit(double number, const std::string& unit) {
  return digits(number) + (unit.empty() || unit.front() == '/' ? "" : " ") + unit;
}

/// The number as the type has it: not below zero, money in whole öre, counts whole.
double fitting(const TypeInfo& type, double number, const std::string& value, const std::string& unit,
               const Change& change) {
  if (number < -1e-12) refuse_change("reader.relative.below_zero", value, change);
  const double least = std::max(number, 0.0);
  if (counts_whole(type)) {
    if (std::abs(least - std::round(least)) > 1e-9) refuse_change("reader.relative.not_whole", value, change);
    return std::round(least);
  }
  if (!is_money(type)) return least;
  const double ore = 100 * kronor_in(ratio(unit).above).value_or(1);
  return std::round(least * ore) / ore;
}

std::string scaled_number(const TypeInfo& type, const std::string& value, const Change& change) {
  const Measured found = measured(value);
  return with_unit(fitting(type, found.number * change.factor(), value, found.unit, change), found.unit);
}

/// Of "gamma(14 months, 8 months)" each length; of "erlang(14 months, 2)" the first; of "discrete(1 = 40 %)" the
/// values.
std::string scaled_family(const TypeInfo& type, const std::string& value, std::size_t open, const Change& change) {
  const std::string name = lower(tidy(value.substr(0, open)));
  const std::string inside = value.substr(open + 1, value.rfind(')') - open - 1);
  const char separator = inside.find(';') == std::string::npos ? ',' : ';';
  std::string result = name + "(";
  for (std::size_t at = 0, number = 0; at <= inside.size(); ++number) {
    const auto end = std::min(inside.find(separator, at), inside.size());
    const std::string part = inside.substr(at, end - at);
    if (number > 0) result += std::string(1, separator) + " ";
    const auto equals = name == "discrete" ? part.find_first_of(":=") : std::string::npos;
    if (name == "erlang" && number == 1) {
      result += tidy(part);
    } else if (equals != std::string::npos) {
      result += scaled_number(type, part.substr(0, equals), change) + " = " + tidy(part.substr(equals + 1));
    } else {
      result += scaled_number(type, part, change);
    }
    at = end + 1;
  }
  return result + ")";
}

std::string scaled(const TypeInfo& type, const std::string& value, const Change& change) {
  if (change.factor() < 0) refuse_change("reader.relative.below_zero", value, change);
  const std::string plain = tidy(value);
  if (is_distribution(type)) {
    if (const auto open = plain.find('('); open != std::string::npos) return scaled_family(type, plain, open, change);
    if (plain.find(" to ") != std::string::npos || plain.find('-') != std::string::npos) {
      Range range = split_range(plain);
      share_unit(range);
      return scaled_number(type, range.low, change) + " to " + scaled_number(type, range.high, change);
    }
  }
  return scaled_number(type, plain, change);
}

/// A number's unit must be the same length of time for prices: months have no fixed number of days.
void check_per(const std::string& value, const std::string& unit, const Change& change) {
  if (seconds_in(ratio(unit).below) != seconds_in(ratio(change.measured.unit).below))
    refuse_change("reader.relative.per", value, change);
}

std::string added(const TypeInfo& type, const std::string& value, const Change& change) {
  const Reading reading = counts_whole(type) ? count_of : reading_of(&type);
  if (reading == nullptr) refuse_change("reader.relative.no_number", value, change);
  try {
    static_cast<void>(reading(value));
  } catch (const Mistake&) {
    refuse_change("reader.relative.no_single_number", value, change);
  }
  const double more = change.points() && is_share(type) ? change.measured.number / 100 : reading(change.amount);
  const Measured found = measured(value);
  if (found.number == 0 && found.unit.empty()) {
    if (change.sign < 0 && more > 0) refuse_change("reader.relative.below_zero", value, change);
    return change.points() ? with_unit(change.measured.number, "%") : change.amount;
  }
  if (&type == kPrice.type && change.measured.number > 0) check_per(value, found.unit, change);
  const double one = found.unit.empty() ? 1 : reading("1 " + found.unit);
  const double number = fitting(type, found.number + change.sign * more / one, value, found.unit, change);
  return with_unit(number, found.unit);
}

/// The bare value of `value`; itself if it is one.
const Node& bare(const Node& value) {
  return is_annotated(value) ? *value.find("value") : value;
}

bool is_relative_scalar(const Node& value) {
  const Node& text = bare(value);
  return text.is_scalar() && text.change.empty() && is_relative(text.text);
}

/// `value` with `text` in place of its relative change.
Node with_result(const Node& value, std::string text) {
  Node result = value;
  Node& scalar = is_annotated(result) ? *result.find("value") : result;
  scalar.change = std::exchange(scalar.text, std::move(text));
  return result;
}

}  // namespace

Reading reading_of(const TypeInfo* type) {
  static const std::vector<std::pair<const TypeInfo*, Reading>> kReadings{{kShare.type, share_of},
                                                                          {kFraction.type, share_of},
                                                                          {kRate.type, rate_of},
                                                                          {kStay.type, seconds_of},
                                                                          {kDuration.type, seconds_of},
                                                                          {kWork.type, hours_of},
                                                                          {kNumber.type, number_of},
                                                                          {kHoursAWeek.type, weekly_hours_of},
                                                                          {kUsefulHoursAWeek.type, weekly_hours_of},
                                                                          {kPositive.type, number_of},
                                                                          {kMoney.type, money_of},
                                                                          {kPrice.type, price_of}};
  const auto found = std::ranges::find(kReadings, type, &std::pair<const TypeInfo*, Reading>::first);
  return found == kReadings.end() ? nullptr : found->second;
}

bool is_relative(std::string_view text) {
  const std::string plain = tidy(text);
  if (plain.empty() || (plain.front() != '+' && plain.front() != '-')) return false;
  const auto next = plain.find_first_not_of(' ', 1);
  return next != std::string::npos && std::isdigit(static_cast<unsigned char>(plain[next])) != 0;
}

bool is_percentage(std::string_view text) {
  return change_of(text).percent();
}

bool is_points(std::string_view text) {
  return change_of(text).points();
}

bool is_relative(const Node& value) {
  if (!value.is_map() || is_annotated(value)) return is_relative_scalar(value);
  return std::ranges::any_of(value.entries, [](const Entry& entry) { return is_relative_scalar(entry.value); });
}

std::string changed(const TypeInfo& type, const std::string& value, std::string_view text) {
  const Change change = change_of(text);
  if (!type.number) refuse_change("reader.relative.no_number", value, change);
  if (change.points() && !is_share(type)) refuse_change("reader.relative.points", value, change);
  return change.percent() ? scaled(type, value, change) : added(type, value, change);
}

Node changed(const TypeInfo& type, const Node* before, const std::string& fallback, const Node& value) {
  const bool by_group = before != nullptr && before->is_map() && !is_annotated(*before);
  if (is_relative_scalar(value)) {
    const std::string& change = bare(value).text;
    if (before == nullptr && (fallback.empty() || fallback.starts_with("format.")))
      throw Mistake(Phrase{"reader.relative.nothing", {{"change", tidy(change)}}});
    if (before == nullptr) return with_result(value, changed(type, fallback, change));
    if (!by_group) return with_result(value, changed(type, bare(*before).text, change));
    if (is_annotated(value) && value.find("range") != nullptr)
      throw Mistake(Phrase{"reader.relative.range_of_groups", {{"change", tidy(change)}}});
    Node all = Node::map(value.at);
    all.origin = value.origin;
    for (const Entry& entry : before->entries) {
      if (!is_annotation(entry.key)) all.set(entry.key, entry.at, changed(type, &entry.value, fallback, value));
    }
    return all;
  }
  if (!value.is_map() || is_annotated(value)) return value;
  Node result = value;
  for (Entry& entry : result.entries) {
    const Node* own = by_group ? before->find(entry.key) : before;
    if (own == nullptr && by_group) own = before->find("others");
    if (is_relative_scalar(entry.value)) entry.value = changed(type, own, fallback, entry.value);
  }
  return result;
}

}  // namespace trapphus::scenarios
