// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

namespace trapphus::scenarios {

/// The scenarios of a folder: its .yaml files in the order of their names, without those that another file of the
/// folder extends, which are bases. Throws Unreadable if the folder cannot be read or has none.
[[nodiscard]] std::vector<std::filesystem::path> scenarios_in(const std::filesystem::path& folder);

}  // namespace trapphus::scenarios
