// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "scenarios/format/values/quantity.hpp"

namespace trapphus::scenarios {

namespace {

/// Above any sum or count in a municipality; results computed from it do not overflow.
constexpr double kLargestNumber = 1e12;

bool digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

/// A position in a text, advanced by each successful match.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  std::string digits() {
    std::string taken;
    while (digit(peek())) taken += text_[at_++];
    return taken;
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void spaces() {
    while (peek() == ' ') ++at_;
  }
  /// " 500" of "16 500": a space and exactly three digits.
  bool thousands(std::string& whole) {
    if (peek() != ' ' || !digit(peek(1)) || !digit(peek(2)) || !digit(peek(3)) || digit(peek(4))) return false;
    whole += text_.substr(at_ + 1, 3);
    at_ += 4;
    return true;
  }
  /// "e5", only where digits follow.
  std::string exponent() {
    if (peek() != 'e' && peek() != 'E') return {};
    const std::size_t sign = peek(1) == '-' || peek(1) == '+' ? 1 : 0;
    if (!digit(peek(1 + sign))) return {};
    std::string taken = peek(1) == '-' ? "e-" : "e";
    at_ += 1 + sign;
    return taken + digits();
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

double to_double(const std::string& digits, std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool tiny = error == std::errc::result_out_of_range && digits.find("e-") != std::string::npos;
  if (tiny) return 0;
  if (error != std::errc{} || number > kLargestNumber) {
    throw Mistake(Phrase{"reader.number.too_large", {{"text", text}}});
  }
  return number;
}

void refuse_special(std::string_view text, const Phrase& expected) {
  std::string word = lower(text);
  while (!word.empty() && (word.front() == '.' || word.front() == '-' || word.front() == '+')) word.erase(0, 1);
  if (word.starts_with("nan") || word.starts_with("inf")) {
    throw Mistake(Phrase{"reader.number.no_number", {{"text", text}, {"expected", expected}}});
  }
}

bool like_thousands(std::string_view whole, std::string_view decimals) {
  return decimals.size() == 3 && whole.size() <= 3 && whole.front() != '0';
}

/// "procent/år" is "%/år".
std::string with_percent_sign(std::string unit) {
  for (const std::string_view word : {"procent", "percent"}) {
    const std::string_view rest = std::string_view(unit).substr(std::min(word.size(), unit.size()));
    if (lower(unit).starts_with(word) && (rest.empty() || rest.front() == ' ' || rest.front() == '/'))
      return "%" + std::string(rest);
  }
  return unit;
}

/// "12.5" for "12.500", "2.1250" for "2.125": the same number, which cannot be read as thousands.
std::string as_decimal(const std::string& whole, std::string decimals) {
  if (decimals.back() != '0') return whole + "." + decimals + "0";
  decimals.erase(std::max<std::size_t>(decimals.find_last_not_of('0') + 1, 1));
  return whole + "." + decimals;
}

}  // namespace

std::string tidy(std::string_view text) {
  std::string plain(text);
  // No-break, figure, thin, hair and narrow no-break space; minus sign, en dash, em dash.
  for (const char* space : {"\u00a0", "\u2007", "\u2009", "\u200a", "\u202f", "\t", "\n"})
    replace_all(plain, space, " ");
  for (const char* dash : {"\u2212", "\u2013", "\u2014"}) replace_all(plain, dash, "-");
  const auto first = plain.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return plain.substr(first, plain.find_last_not_of(' ') - first + 1);
}

std::string unambiguous(std::string digits) {
  const auto point = digits.find('.');
  if (point == std::string::npos) return digits;
  const std::string_view text = digits;
  return like_thousands(text.substr(0, point), text.substr(point + 1)) ? digits + "0" : digits;
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (const auto& [capital, letter] : {std::pair("Å", "å"), std::pair("Ä", "ä"), std::pair("Ö", "ö")})
    replace_all(small, capital, letter);
  return small;
}

Measured split(std::string_view text, const Phrase& expected, Thousands thousands) {
  const std::string plain = tidy(text);
  refuse_special(plain, expected);
  Lexer lexer(plain);
  const bool negative = lexer.take('-');
  if (!negative && lexer.take('+')) throw Mistake(Phrase{"reader.number.sign", {{"text", plain}}});
  std::string number = lexer.digits();
  if (number.empty())
    throw Mistake(Phrase{
        "reader.number.none",
        {{"found", plain.empty() ? Phrase{"reader.found.nothing"} : Phrase{"reader.found.text", {{"text", plain}}}},
         {"expected", expected}}});
  if (number.size() <= 3) {
    while (lexer.thousands(number)) {
    }
  }
  const std::string whole = number;
  std::string decimals;
  if ((lexer.peek() == ',' || lexer.peek() == '.') && digit(lexer.peek(1))) {
    lexer.take(lexer.peek());
    decimals = lexer.digits();
    number += "." + decimals;
  }
  number += lexer.exponent();
  lexer.spaces();
  Measured found{to_double(number, plain), with_percent_sign(std::string(lexer.rest()))};
  if (!found.unit.empty() && std::string_view("0123456789,.'").find(found.unit.front()) != std::string_view::npos) {
    throw Mistake(Phrase{"reader.number.several", {{"text", plain}, {"expected", expected}}});
  }
  if (thousands == Thousands::Possible && like_thousands(whole, decimals)) {
    throw Mistake(
        Phrase{"reader.number.two_ways",
               {{"text", plain}, {"thousands", whole + " " + decimals}, {"decimal", as_decimal(whole, decimals)}}});
  }
  if (negative && found.number > 0)
    throw Mistake(Phrase{"reader.number.negative", {{"text", plain}, {"expected", expected}}});
  return found;
}

}  // namespace trapphus::scenarios
