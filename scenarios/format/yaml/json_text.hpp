// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace trapphus::scenarios {

/// A text as JSON has it, with its quotation marks.
[[nodiscard]] std::string json_text(std::string_view text);

}  // namespace trapphus::scenarios
