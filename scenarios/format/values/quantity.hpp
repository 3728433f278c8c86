// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "engine/random/distribution.hpp"
#include "engine/time.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/names.hpp"
#include "models/staircase/phrase.hpp"

/// Numbers as people write them. Spaces (also no-break and thin ones) separate thousands; a decimal comma is a decimal
/// point; units may be English or Swedish. Every function throws Mistake, with a message for the author, for invalid
/// texts, for negative, infinite and overflowing numbers, for a sign (which makes a relative change, where a value is
/// changed), for what can be read in two ways, and for a number without a unit where one is required. Only 0 needs no
/// unit. One to three digits, a comma or point and three more are thousands to some and decimals to others: refused in
/// money, counts, bare numbers, rates, times and hours of work, unless the number begins with 0; decimals in shares and
/// hours a week, which have no thousands.
namespace trapphus::scenarios {

using models::Phrase;
using models::verbatim;

/// Error in a text; the caller has the position.
class Mistake : public std::runtime_error {
 public:
  explicit Mistake(Phrase phrase) : runtime_error(phrase.id), phrase_(std::move(phrase)) {}
  [[nodiscard]] const Phrase& phrase() const { return phrase_; }

 private:
  Phrase phrase_;
};

/// A number and the words after it: "16 500 SEK/month" is 16500 and "SEK/month".
struct Measured {
  double number = 0;
  std::string unit;
};
/// Whether a number may be so large that "1.500" means thousands to some.
enum class Thousands : std::uint8_t { Possible, Impossible };
/// `expected` completes the message: "a rate, such as 30/year".
[[nodiscard]] Measured split(std::string_view text, const Phrase& expected = Phrase{"reader.expected.number"},
                             Thousands thousands = Thousands::Possible);
/// The number as it stands, where the reading of its type says whether it could be in thousands.
[[nodiscard]] inline Measured measured(std::string_view text) {
  return split(text, Phrase{"reader.expected.number"}, Thousands::Impossible);
}
/// Digits of a number, with a zero more where three decimals could be read as thousands: "2.1250".
[[nodiscard]] std::string unambiguous(std::string digits);
/// Spaces, minus signs and dashes of all kinds become plain ones; the ends are trimmed.
[[nodiscard]] std::string tidy(std::string_view text);
[[nodiscard]] std::string lower(std::string_view text);

/// "LOW..HIGH", also with "-" or "to": two unparsed texts.
struct Range {
  std::string low, high;
};
[[nodiscard]] Range split_range(std::string_view text);
/// Appends the unit of `high` to `low` if that has none: 1..3/week.
void share_unit(Range& range);

[[nodiscard]] double parse_number(std::string_view text);  ///< 0 or more, no unit.
[[nodiscard]] int parse_count(std::string_view text);      ///< 0 to 1 000 000, whole.
[[nodiscard]] std::uint64_t parse_seed(std::string_view text);
[[nodiscard]] models::Share parse_share(std::string_view text);  ///< "20 %" or 0.2.
[[nodiscard]] engine::Rate parse_rate(std::string_view text);    ///< "30/year", "8 %/year"
[[nodiscard]] double parse_seconds(std::string_view text);       ///< "3 weeks", up to 1000 years.
[[nodiscard]] engine::Duration parse_duration(std::string_view text);
[[nodiscard]] double parse_hours(std::string_view text);         ///< Of work: "14 h", "30 min".
[[nodiscard]] double parse_hours_a_week(std::string_view text);  ///< "39.5 h/week", at most 168.
[[nodiscard]] models::Money parse_money(std::string_view text);  ///< "1.7 MSEK"; whole öre.
[[nodiscard]] models::Price parse_price(std::string_view text);  ///< "16 500 SEK/month"
[[nodiscard]] bool parse_yes_no(std::string_view text);

[[nodiscard]] engine::Time parse_date(std::string_view text);  ///< "2012-06-01", or "2012-06": the first of the month.
/// The last day (or month) of a length of time, which counts: returns the midnight after it.
[[nodiscard]] engine::Time parse_last_day(std::string_view text);
/// "2011-09 to 2014-08", "2011-09-01 to 2014-08-31": up to the midnight after the last day (or month), as above. But
/// "2011-09-01 to 2014-09-01", from the first of a month to the first of a later one, is three years, not a day more.
[[nodiscard]] std::pair<engine::Time, engine::Time> parse_period(std::string_view text);
/// Whether a period is of this last form, whose end is the day after the last.
[[nodiscard]] bool excludes_last_day(std::string_view period);

/// A single value, a range ("1-3 years": uniform), or a distribution by name: "gamma(14 h, 10 h)". `value` reads one
/// value with its unit. Values are separated by `;` where a decimal comma is used.
[[nodiscard]] engine::Distribution parse_distribution(std::string_view text,
                                                      const std::function<double(std::string_view)>& value);
/// Whole numbers: "2", "1-3" (each equally likely), "discrete(1 = 40 %, 2 = 60 %)", "empirical(1, 1, 4)".
[[nodiscard]] engine::Distribution parse_persons(std::string_view text);

}  // namespace trapphus::scenarios
