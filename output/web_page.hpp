// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace trapphus::output {

/// The viewer as one HTML page, with @@TITLE@@ and @@DATA@@ where title and data belong. Made by the build from
/// output/web.
[[nodiscard]] std::string_view web_page();

}  // namespace trapphus::output
