// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace trapphus::scenarios {

/// SHA-256 (FIPS 180-4) of the bytes, in 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace trapphus::scenarios
