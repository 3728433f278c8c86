// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace trapphus::output {

/// Text as zlib's stream (RFC 1950) in base64: about a quarter of a report's JSON, and nothing in it that HTML could
/// take for markup. The page unpacks it (output/web/src/data/packed.ts). The same text gives the same bytes.
[[nodiscard]] std::string packed(std::string_view text);

}  // namespace trapphus::output
