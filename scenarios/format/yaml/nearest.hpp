// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/staircase/phrase.hpp"

namespace trapphus::scenarios {

/// The candidate with the smallest edit distance to `name`; empty if none is near enough for a typing error.
[[nodiscard]] std::string nearest(std::string_view name, const std::vector<std::string>& candidates);

/// The end of a message about an unknown name: "; did you mean `x`?", or the valid names if none is near.
[[nodiscard]] models::Phrase suggestion(std::string_view name, const std::vector<std::string>& candidates);

/// "a, b, c"
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

}  // namespace trapphus::scenarios
