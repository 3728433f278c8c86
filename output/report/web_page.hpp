// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace trapphus::output {

/// The viewer as one HTML page, with @@CONNECT@@, @@TITLE@@ and @@DATA@@ where what it may connect to, title and data
/// belong, in this order. Made by the build from output/web.
[[nodiscard]] std::string_view web_page();

}  // namespace trapphus::output
