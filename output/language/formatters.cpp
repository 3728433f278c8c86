// SPDX-License-Identifier: MIT
#include "output/language/formatters.hpp"

#include <fmt/format.h>
#include <unicode/calendar.h>
#include <unicode/dcfmtsym.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <vector>

namespace trapphus::output {
namespace {

constexpr char16_t kMinus = u'\u2212';

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

void require(UErrorCode status, std::string_view what) {
  if (U_FAILURE(status)) throw std::logic_error(fmt::format("ICU: {}: {}", what, u_errorName(status)));
}

/// With a minus sign, where some languages have a hyphen.
icu::number::LocalizedNumberFormatter numbers(const icu::Locale& locale, int decimals, bool with_plus) {
  UErrorCode status = U_ZERO_ERROR;
  icu::DecimalFormatSymbols symbols(locale, status);
  require(status, "symbols");
  symbols.setSymbol(icu::DecimalFormatSymbols::kMinusSignSymbol, icu::UnicodeString(kMinus));
  return icu::number::NumberFormatter::withLocale(locale)
      .symbols(symbols)
      .grouping(UNUM_GROUPING_ON_ALIGNED)
      .sign(with_plus ? UNUM_SIGN_ALWAYS : UNUM_SIGN_AUTO)
      .precision(icu::number::Precision::fixedFraction(decimals));
}

/// A message, its arguments in one order.
struct Message {
  explicit Message(const Text& text, const icu::Locale& locale);

  std::unique_ptr<icu::MessageFormat> format;
  std::vector<std::string> names;
  std::vector<icu::UnicodeString> icu_names;
  std::vector<bool> counted;  // whether a plural depends on it
};

Message::Message(const Text& text, const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  const icu::UnicodeString pattern = utf16(text.text);
  format = std::make_unique<icu::MessageFormat>(pattern, locale, where, status);
  const icu::MessagePattern parts(pattern, &where, status);
  require(status, text.id);
  for (std::int32_t i = 0; i < parts.countParts(); ++i) {
    if (parts.getPartType(i) != UMSGPAT_PART_TYPE_ARG_NAME) continue;
    const icu::UnicodeString name = parts.getSubstring(parts.getPart(i));
    const auto at = static_cast<std::size_t>(std::ranges::find(icu_names, name) - icu_names.begin());
    if (at == icu_names.size()) {
      icu_names.push_back(name);
      names.push_back(utf8(name));
      counted.push_back(false);
    }
    if (parts.getPart(i - 1).getArgType() == UMSGPAT_ARG_TYPE_PLURAL) counted[at] = true;
  }
}

icu::Formattable formattable(const std::variant<std::string, std::int64_t>& value, bool counted) {
  if (const auto* text = std::get_if<std::string>(&value)) return utf16(*text);
  const auto number = std::get<std::int64_t>(value);
  return counted ? icu::Formattable(number) : icu::Formattable(utf16(std::to_string(number)));
}

}  // namespace

struct Formatters::Icu {
  const Catalogue& catalogue;
  icu::Locale locale;
  std::vector<std::unique_ptr<Message>> messages;                                 // by place in the catalogue
  std::map<std::pair<int, bool>, icu::number::LocalizedNumberFormatter> numbers;  // by decimals; with a plus
  std::map<std::string_view, std::unique_ptr<icu::DateFormat>> dates;             // by skeleton

  std::string date(std::string_view skeleton, int month_of_year, int year);
};

std::string Formatters::Icu::date(std::string_view skeleton, int month_of_year, int year) {
  UErrorCode status = U_ZERO_ERROR;
  auto& format = dates[skeleton];
  if (!format) {
    format.reset(icu::DateFormat::createInstanceForSkeleton(utf16(skeleton), locale, status));
    require(status, skeleton);
    format->setTimeZone(*icu::TimeZone::getGMT());
  }
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), locale, status));
  require(status, "calendar");
  calendar->clear();
  calendar->set(year, month_of_year - 1, 1);
  icu::UnicodeString out;
  format->format(*calendar, out, nullptr, status);
  require(status, skeleton);
  return utf8(out);
}

Formatters::Formatters(const Catalogue& catalogue)
    : icu_(new Icu{catalogue, icu::Locale(std::string(catalogue.language).c_str()), {}, {}, {}}) {
  icu_->messages.resize(catalogue.texts.size());
}

Formatters::~Formatters() = default;

Formatters& Formatters::of(const Catalogue& catalogue) {
  thread_local std::map<std::string_view, Formatters> all;
  return all.try_emplace(catalogue.language, catalogue).first->second;
}

std::string Formatters::message(const Text& text, std::span<const Argument> arguments) {
  if (arguments.empty() && text.text.find_first_of("{'") == std::string_view::npos) return std::string(text.text);
  auto& message = icu_->messages[static_cast<std::size_t>(&text - icu_->catalogue.texts.data())];
  if (!message) message = std::make_unique<Message>(text, icu_->locale);
  std::vector<icu::Formattable> values;
  for (std::size_t i = 0; i < message->names.size(); ++i) {
    const std::string& name = message->names[i];
    const auto given = std::ranges::find(arguments, name, &Argument::name);
    if (given == arguments.end()) throw std::logic_error(fmt::format("{}: nothing is given for {{{}}}", text.id, name));
    values.push_back(formattable(given->value, message->counted[i]));
  }
  if (values.size() < arguments.size())
    throw std::logic_error(fmt::format("{}: a field that is given does not stand in it", text.id));
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  message->format->format(message->icu_names.data(), values.data(), static_cast<std::int32_t>(values.size()), out,
                          status);
  require(status, text.id);
  return utf8(out);
}

std::string Formatters::number(std::string_view digits) {
  const auto point = digits.find('.');
  const int decimals = point == std::string_view::npos ? 0 : static_cast<int>(digits.size() - point - 1);
  const std::pair form(decimals, digits.starts_with('+'));
  auto format = icu_->numbers.find(form);
  if (format == icu_->numbers.end())
    format = icu_->numbers.emplace(form, numbers(icu_->locale, form.first, form.second)).first;
  UErrorCode status = U_ZERO_ERROR;
  const auto text =
      format->second.formatDecimal(icu::StringPiece(digits.data(), static_cast<std::int32_t>(digits.size())), status)
          .toString(status);
  require(status, digits);
  return utf8(text);
}

std::string Formatters::decimal_separator() const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols(icu_->locale, status);
  require(status, "symbols");
  return utf8(symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));
}

std::string Formatters::month(int month_of_year) {
  constexpr int kAnyYear = 2000;
  return icu_->date("LLLL", month_of_year, kAnyYear);
}

std::string Formatters::month(int month_of_year, int year) {
  return icu_->date("yMMMM", month_of_year, year);
}

}  // namespace trapphus::output
