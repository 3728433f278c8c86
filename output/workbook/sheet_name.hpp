// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace trapphus::output {

/// A name that a sheet may have: at most 31 characters, none that Excel refuses, and not among `taken`.
[[nodiscard]] std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken);

}  // namespace trapphus::output
