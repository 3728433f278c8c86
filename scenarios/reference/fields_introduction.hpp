// SPDX-License-Identifier: MIT
#pragma once

#include "models/staircase/language.hpp"

namespace trapphus::scenarios {

/// What the reference page says before its tables, in Markdown.
[[nodiscard]] const char* fields_introduction(models::Language language);

}  // namespace trapphus::scenarios
