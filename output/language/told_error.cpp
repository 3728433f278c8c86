// SPDX-License-Identifier: MIT
#include "output/language/told_error.hpp"

#include <utility>

namespace trapphus::output {

ToldError::ToldError(Phrase phrase) : std::runtime_error(Words(Language::En)(phrase)), phrase_(std::move(phrase)) {}

}  // namespace trapphus::output
