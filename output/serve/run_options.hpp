// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

/// What a run may be asked to do. Only for output/serve/*.cpp.
namespace trapphus::output {

/// Checks the options of a kind of run ("run", "bottleneck", "calibrate", "compare", "budget"): known, of the right
/// type, within their range. Throws Refused.
void check_run_options(const std::string& kind, const nlohmann::ordered_json& options);

/// Most replications that may be asked for.
inline constexpr std::int64_t kMostServedReplications = 100'000;

}  // namespace trapphus::output
