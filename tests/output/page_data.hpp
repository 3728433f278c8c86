// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace trapphus::tests {

/// The JSON that a page was given, unpacked as the page does (output/report/packed.hpp). Throws std::runtime_error if
/// it is not there.
[[nodiscard]] std::string page_data(const std::string& html);

}  // namespace trapphus::tests
