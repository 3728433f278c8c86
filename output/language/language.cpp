// SPDX-License-Identifier: MIT
#include "output/language/language.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <variant>

#include "output/language/localized_error.hpp"

namespace trapphus::output {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00a0", kMinus = "\u2212", kEnDash = "\u2013";

bool whole_months(engine::Time from, engine::Time to) {
  return engine::Month::of(from).begin() == from && engine::Month::of(to).begin() == to;
}

}  // namespace

Language language_value(const std::string& text) {
  if (text == "sv") return Language::Sv;
  if (text == "en") return Language::En;
  throw UsageError("usage.lang", {{"found", text}});
}

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("sv") ? Language::Sv : Language::En;
  }
  return Language::En;
}

const Catalogue& catalogue(Language language) {
  return language == Language::Sv ? catalogue_sv() : catalogue_en();
}

std::string Words::written(const PhraseField::Value& value) const {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value)) {
    std::string text = fmt::format("{:.6g}", *real);
    if (language_ == Language::Sv) std::ranges::replace(text, '.', ',');
    return text;
  }
  std::string text;
  for (const Phrase& phrase : std::get<std::vector<Phrase>>(value)) text += (*this)(phrase);
  return text;
}

std::string Words::filled(std::string_view id, std::span<const PhraseField> fields) const {
  const auto found = catalogue(language_).find(id);
  if (found == catalogue(language_).end()) throw std::logic_error("no text called " + std::string(id));
  std::string out;
  std::string_view rest = found->second;
  std::size_t used = 0;
  for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const auto close = rest.find('}', open);
    if (close == std::string_view::npos) throw std::logic_error("a field does not end in " + std::string(id));
    const auto name = rest.substr(open + 1, close - open - 1);
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const PhraseField& f) { return f.name == name; });
    if (field == fields.end()) throw std::logic_error(fmt::format("{}: nothing is given for {{{}}}", id, name));
    out += std::string(rest.substr(0, open)) + written(field->value);
    rest.remove_prefix(close + 1);
    ++used;
  }
  if (used < fields.size()) throw std::logic_error("a field that is given does not stand in " + std::string(id));
  return out + std::string(rest);
}

std::string Words::localised(std::string_view grouped) const {
  const bool swedish = language_ == Language::Sv;
  std::string out;
  for (const char c : grouped) {
    if (c == ' ')
      out += swedish ? kNoBreakSpace : ",";
    else if (c == '.')
      out += swedish ? ',' : '.';
    else if (c == '-')
      out += kMinus;
    else
      out += c;
  }
  return out;
}

std::string Words::number(double value, int decimals) const {
  return std::isfinite(value) ? localised(grouped(value, decimals)) : std::string(kEnDash);
}

std::string Words::as_written(double value) const {
  return std::isfinite(value) ? localised(output::as_written(value)) : std::string(kEnDash);
}

std::string Words::with_interval(double mean, double low, double high, Sign sign) const {
  if (!std::isfinite(mean)) return std::string(kEnDash);
  const double half_width = std::max(high - mean, mean - low);
  const auto written = [&](double value, int decimals) {
    const std::string text = number(value, decimals);
    const bool above_zero = value > 0 && text.find_first_of("123456789") != std::string::npos;
    return (sign == Sign::Both && above_zero ? "+" : "") + text;
  };
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

std::string Words::month_name(engine::Month month) const {
  static constexpr std::string_view kIds[]{"month.1", "month.2", "month.3", "month.4",  "month.5",  "month.6",
                                           "month.7", "month.8", "month.9", "month.10", "month.11", "month.12"};
  return (*this)(kIds[static_cast<std::size_t>(month.month_of_year() - 1)]);
}

std::string Words::month(engine::Month month) const {
  return fmt::format("{} {}", month_name(month), month.year());
}

std::string Words::span(engine::Time from, engine::Time to) const {
  if (!whole_months(from, to)) {
    const auto last = std::chrono::floor<std::chrono::days>(to - engine::Duration(1));
    return fmt::format("{}{}{}", engine::to_string(from), kEnDash, engine::to_string(engine::Time(last)));
  }
  const auto first = engine::Month::of(from), last = engine::Month::of(to - engine::Duration(1));
  if (first == last) return month(first);
  const std::string begin = first.year() == last.year() ? month_name(first) : month(first);
  return fmt::format("{}{}{}", begin, kEnDash, month(last));
}

std::string Words::called(const models::Label& label, const std::string& name) const {
  const auto& wanted = language_ == Language::Sv ? label.sv : label.en;
  const auto& other = language_ == Language::Sv ? label.en : label.sv;
  if (!wanted.empty()) return wanted;
  return other.empty() ? name : other;
}

}  // namespace trapphus::output
