// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "models/staircase/replication_result.hpp"

namespace trapphus::models {

struct LostRow;
struct Settings;

/// What an alternative's replications lost in waiting, on average: a row for each stage, group and cause that any of
/// them knows; one that does not know it lost nothing there. `settings` name the things.
[[nodiscard]] std::vector<LostRow> lost_rows(const Settings& settings, std::span<const ReplicationResult> replications);

}  // namespace trapphus::models
