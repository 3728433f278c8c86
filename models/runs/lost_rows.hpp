// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "models/staircase/replication_result.hpp"

namespace trapphus::models {

struct LostRow;
struct Settings;

/// Mean household-days lost in waiting over an alternative's replications: one row per stage, group and cause that
/// occurs in any of them; absent ones count as 0. Names are taken from `settings`.
[[nodiscard]] std::vector<LostRow> lost_rows(const Settings& settings, std::span<const ReplicationResult> replications);

}  // namespace trapphus::models
