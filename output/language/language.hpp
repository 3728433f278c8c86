// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/time.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/names.hpp"
#include "models/staircase/phrase.hpp"
#include "output/language/catalogue.hpp"
#include "output/language/number.hpp"

/// What readers see, in their language: messages of a catalogue, and numbers, money and dates as ICU formats them for
/// the language.
namespace trapphus::output {

/// The language with this code; none where there is no such catalogue.
[[nodiscard]] std::optional<Language> language_of(std::string_view code);
/// Stands in where there is no other, and is the language of texts in files that must not depend on the reader.
[[nodiscard]] Language english();
/// The language with this code. Throws UsageError with the codes that there are for anything else.
[[nodiscard]] Language language_value(const std::string& text);
/// By the first of LC_ALL, LC_MESSAGES and LANG that is set: the language whose code it begins with, else English.
[[nodiscard]] Language language_of_environment();

using models::Phrase;
using models::PhraseField;

class Words {
 public:
  explicit Words(Language language) : language_(language) {}
  [[nodiscard]] Language language() const { return language_; }
  /// Of CSV: Excel's where the language has a decimal comma, unless it was chosen.
  [[nodiscard]] CsvStyle csv_style() const;
  void set_csv_style(CsvStyle style) { csv_style_ = style; }

  /// The message of this id, formatted with these fields; plurals depend on whole numbers. Throws std::logic_error for
  /// an id that is not in the catalogue, and for a field that is not given or not in the text: the program's own fault.
  [[nodiscard]] std::string operator()(std::string_view id, std::initializer_list<PhraseField> fields = {}) const {
    return filled(id, {fields.begin(), fields.size()});
  }
  [[nodiscard]] std::string operator()(const Phrase& phrase) const { return filled(phrase.id, phrase.fields); }
  /// Whether the catalogue has this id.
  [[nodiscard]] bool knows(std::string_view id) const;
  /// Whether the catalogue has this id, and its text has no fields.
  [[nodiscard]] bool takes_no_fields(std::string_view id) const;

  /// "1 234,5" or "1,234.5", negative decimals round to tens, hundreds... Spaces do not break.
  [[nodiscard]] std::string number(double value, int decimals) const;
  /// From the program's own form of a number ("-1 234.5") to the language's.
  [[nodiscard]] std::string localised(std::string_view grouped) const;
  /// From digits with a point, without a sign between thousands: "1234,5".
  [[nodiscard]] std::string with_decimal_sign(std::string digits) const;
  /// With the decimals of a figure as written (at most four).
  [[nodiscard]] std::string as_written(double value) const;
  /// With no more digits than the interval carries: "3,26 (3,09 till 3,44)". "–" when there is no value.
  /// A mean with a low end and no high one is a lower bound: "minst 512".
  [[nodiscard]] std::string with_interval(double mean, double low, double high, Sign sign = Sign::Minus) const;
  /// To the öre; the decimals only where they are not 0: "16 500 kr".
  [[nodiscard]] std::string money(models::Money amount) const;
  /// "585 kr per dygn".
  [[nodiscard]] std::string price(const models::Price& price) const;
  /// Of a share: "2 %", "2%".
  [[nodiscard]] std::string percent(double share, int decimals = 0) const;

  /// "juni 2012".
  [[nodiscard]] std::string month(engine::Month month) const;
  /// "mars-juni 2015", "november 2015-april 2016": whole months of [from, to), or days.
  [[nodiscard]] std::string span(engine::Time from, engine::Time to) const;
  /// Labels are in Swedish and English: in this language if there is such a label, else in the other, else the name.
  [[nodiscard]] std::string called(const models::Label& label, const std::string& name) const;
  /// Of texts: empty if there is none.
  [[nodiscard]] std::string text_of(const models::Label& label) const { return called(label, {}); }

 private:
  [[nodiscard]] std::string written(const PhraseField::Value& value) const;
  [[nodiscard]] std::string filled(std::string_view id, std::span<const PhraseField> fields) const;

  Language language_;
  std::optional<CsvStyle> csv_style_;
};

}  // namespace trapphus::output
