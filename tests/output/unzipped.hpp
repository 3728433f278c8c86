// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace trapphus::tests {

/// The files in a zip archive, by name. Throws std::runtime_error if it is none.
[[nodiscard]] std::map<std::string, std::string> unzipped(const std::filesystem::path& archive);

}  // namespace trapphus::tests
