// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "output/language/catalogue.hpp"

namespace trapphus::output {

/// What stands for an argument of a message: a number where a plural depends on it.
struct Argument {
  std::string_view name;
  std::variant<std::string, std::int64_t> value;
};

/// ICU's formatters of one language. Each is made when it is first used.
class Formatters {
 public:
  explicit Formatters(const Catalogue& catalogue);
  ~Formatters();

  /// Those of this thread: ICU's formatters change while they format.
  static Formatters& of(const Catalogue& catalogue);

  /// A text of this catalogue. Throws std::logic_error for a text that is no message, and for arguments that are not
  /// those of the message.
  [[nodiscard]] std::string message(const Text& text, std::span<const Argument> arguments);
  /// From digits with a point and a minus, "-1234.50", with all of their decimals: "−1,234.50".
  [[nodiscard]] std::string number(std::string_view digits);
  /// "," or ".".
  [[nodiscard]] std::string decimal_separator() const;
  /// "juni"; 1 is January.
  [[nodiscard]] std::string month(int month_of_year);
  /// "juni 2012".
  [[nodiscard]] std::string month(int month_of_year, int year);

 private:
  struct Icu;  // keeps ICU's headers, and their compile time, in one file
  std::unique_ptr<Icu> icu_;
};

}  // namespace trapphus::output
