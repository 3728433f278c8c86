// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "output/language/language.hpp"

namespace trapphus::output {

/// What people are told in their language when something cannot be done; what() is in English.
class ToldError : public std::runtime_error {
 public:
  explicit ToldError(Phrase phrase);
  [[nodiscard]] virtual std::string in(const Words& words) const { return words(phrase_); }

 private:
  Phrase phrase_;
};

/// The program was asked for something that it does not have.
class UsageError : public ToldError {
 public:
  explicit UsageError(std::string_view id, std::vector<PhraseField> fields = {})
      : ToldError({std::string(id), std::move(fields)}) {}
};

}  // namespace trapphus::output
