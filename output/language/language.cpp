// SPDX-License-Identifier: MIT
#include "output/language/language.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <variant>

#include "output/language/catalogue.hpp"
#include "output/language/formatters.hpp"
#include "output/language/localized_error.hpp"

namespace trapphus::output {
namespace {

constexpr std::string_view kEnDash = "\u2013";

bool whole_months(engine::Time from, engine::Time to) {
  return engine::Month::of(from).begin() == from && engine::Month::of(to).begin() == to;
}

}  // namespace

std::optional<Language> language_of(std::string_view code) {
  const auto all = catalogues();
  const auto at = std::ranges::find(all, code, &Catalogue::language);
  return at == all.end() ? std::nullopt : std::optional(Language(*at));
}

Language english() {
  return language_of("en").value();
}

Language language_value(const std::string& text) {
  if (const auto language = language_of(text)) return *language;
  std::string others;
  for (const Catalogue& catalogue : catalogues().first(catalogues().size() - 1))
    others += (others.empty() ? "" : ", ") + std::string(catalogue.language);
  throw UsageError("usage.lang",
                   {{"found", text}, {"others", others}, {"last", std::string(catalogues().back().language)}});
}

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    for (const Catalogue& catalogue : catalogues()) {
      if (std::string_view(value).starts_with(catalogue.language)) return Language(catalogue);
    }
    return english();
  }
  return english();
}

bool Words::knows(std::string_view id) const {
  return language_.catalogue().find(id) != nullptr;
}

bool Words::takes_no_fields(std::string_view id) const {
  const Text* text = language_.catalogue().find(id);
  return text != nullptr && text->text.find('{') == std::string_view::npos;
}

std::string Words::written(const PhraseField::Value& value) const {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* real = std::get_if<double>(&value)) return with_decimal_sign(fmt::format("{:.6g}", *real));
  std::string text;
  for (const Phrase& phrase : std::get<std::vector<Phrase>>(value)) text += (*this)(phrase);
  return text;
}

std::string Words::filled(std::string_view id, std::span<const PhraseField> fields) const {
  const Text* text = language_.catalogue().find(id);
  if (text == nullptr) throw std::logic_error("no text called " + std::string(id));
  std::vector<Argument> arguments;
  arguments.reserve(fields.size());
  for (const PhraseField& field : fields) {
    if (const auto* whole = std::get_if<std::int64_t>(&field.value))
      arguments.push_back({field.name, *whole});
    else
      arguments.push_back({field.name, written(field.value)});
  }
  return Formatters::of(language_.catalogue()).message(*text, arguments);
}

std::string Words::localised(std::string_view grouped) const {
  std::string digits(grouped);
  std::erase(digits, ' ');
  return Formatters::of(language_.catalogue()).number(digits);
}

std::string Words::number(double value, int decimals) const {
  return std::isfinite(value) ? localised(grouped(value, decimals)) : std::string(kEnDash);
}

CsvStyle Words::csv_style() const {
  if (csv_style_) return *csv_style_;
  return with_decimal_sign("0.5").find(',') == std::string::npos ? CsvStyle::Plain : CsvStyle::Excel;
}

std::string Words::with_decimal_sign(std::string digits) const {
  if (const auto point = digits.find('.'); point != std::string::npos)
    digits.replace(point, 1, Formatters::of(language_.catalogue()).decimal_separator());
  return digits;
}

std::string Words::as_written(double value) const {
  return std::isfinite(value) ? localised(output::as_written(value)) : std::string(kEnDash);
}

std::string Words::with_interval(double mean, double low, double high, Sign sign) const {
  if (!std::isfinite(mean)) return std::string(kEnDash);
  const double half_width = without_dust(std::max(high - mean, mean - low), mean);
  const auto written = [&](double value, int decimals) {
    const std::string text = number(value, decimals);
    const bool above_zero = value > 0 && text.find_first_of("123456789") != std::string::npos;
    return (sign == Sign::Both && above_zero ? "+" : "") + text;
  };
  if (std::isfinite(low) && std::isnan(high)) {
    const double below = without_dust(mean - low, mean);
    const std::string figure = below > 0 ? written(mean, decimals_for(below)) : as_written(mean);
    return (*this)("at_least", {{"figure", figure}});
  }
  if (!std::isfinite(half_width) || half_width <= 0)
    return (sign == Sign::Both && mean > 0 ? "+" : "") + as_written(mean);
  const int decimals = decimals_for(half_width);
  return (*this)(
      "interval",
      {{"mean", written(mean, decimals)}, {"low", written(low, decimals)}, {"high", written(high, decimals)}});
}

std::string Words::money(models::Money amount) const {
  const bool whole = amount.in_ore() % 100 == 0;
  return (*this)("money", {{"amount", number(amount.in_kronor(), whole ? 0 : 2)}});
}

std::string Words::price(const models::Price& price) const {
  static constexpr std::string_view kIds[]{"price.day", "price.week", "price.month", "price.year"};
  return (*this)(kIds[static_cast<std::size_t>(price.per)], {{"amount", money(price.amount)}});
}

std::string Words::percent(double share, int decimals) const {
  return std::isfinite(share) ? (*this)("percent", {{"number", number(share * 100, decimals)}}) : std::string(kEnDash);
}

std::string Words::month(engine::Month month) const {
  return Formatters::of(language_.catalogue()).month(month.month_of_year(), month.year());
}

std::string Words::span(engine::Time from, engine::Time to) const {
  if (!whole_months(from, to)) {
    const auto last = std::chrono::floor<std::chrono::days>(to - engine::Duration(1));
    return fmt::format("{}{}{}", engine::to_string(from), kEnDash, engine::to_string(engine::Time(last)));
  }
  const auto first = engine::Month::of(from), last = engine::Month::of(to - engine::Duration(1));
  if (first == last) return month(first);
  const std::string begin =
      first.year() == last.year() ? Formatters::of(language_.catalogue()).month(first.month_of_year()) : month(first);
  return fmt::format("{}{}{}", begin, kEnDash, month(last));
}

std::string Words::called(const models::Label& label, const std::string& name) const {
  const bool swedish = language_.code() == "sv";
  const auto& wanted = swedish ? label.sv : label.en;
  const auto& other = swedish ? label.en : label.sv;
  if (!wanted.empty()) return wanted;
  return other.empty() ? name : other;
}

}  // namespace trapphus::output
