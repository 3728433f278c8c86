// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

/// Where the tests read from. TRAPPHUS_SCENARIOS is the folder of scenarios, set by the build.
namespace trapphus::tests {

inline const std::filesystem::path kRoot = std::filesystem::path(TRAPPHUS_SCENARIOS).parent_path();
/// A small application: with a grant, a case and an observation.
inline const std::filesystem::path kApplication = kRoot / "tests" / "output" / "application.yaml";
/// Scenarios of teams that are compared.
inline const std::filesystem::path kTeams = kRoot / "tests" / "output" / "teams";

}  // namespace trapphus::tests
