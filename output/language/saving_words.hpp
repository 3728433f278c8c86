// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/language.hpp"

namespace trapphus::models {
struct Payback;
}  // namespace trapphus::models

namespace trapphus::output {

/// When an alternative has paid for itself and, on a second line, how sure that is; no line break at its end.
[[nodiscard]] std::string payback_line(const std::string& alternative, const models::Payback& payback,
                                       const Words& words);

}  // namespace trapphus::output
