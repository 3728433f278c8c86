// SPDX-License-Identifier: MIT
#include "output/language/localized_error.hpp"

#include <utility>

namespace trapphus::output {

LocalizedError::LocalizedError(Phrase phrase)
    : std::runtime_error(Words(english())(phrase)), phrase_(std::move(phrase)) {}

}  // namespace trapphus::output
