// SPDX-License-Identifier: MIT
#include "output/language/localized_error.hpp"

#include <utility>

namespace trapphus::output {

LocalizedError::LocalizedError(Phrase phrase)
    : std::runtime_error(Words(Language::En)(phrase)), phrase_(std::move(phrase)) {}

}  // namespace trapphus::output
