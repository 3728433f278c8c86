// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "output/language/language.hpp"

namespace trapphus::output {

/// An error with a localized message; what() is in English.
class LocalizedError : public std::runtime_error {
 public:
  explicit LocalizedError(Phrase phrase);
  [[nodiscard]] virtual std::string in(const Words& words) const { return words(phrase_); }

 private:
  Phrase phrase_;
};

/// Invalid use of the program, such as an unknown name on the command line.
class UsageError : public LocalizedError {
 public:
  explicit UsageError(std::string_view id, std::vector<PhraseField> fields = {})
      : LocalizedError({std::string(id), std::move(fields)}) {}
};

}  // namespace trapphus::output
