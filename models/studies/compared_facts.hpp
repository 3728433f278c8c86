// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "models/studies/comparison.hpp"

/// What a row of a comparison takes from its scenario, not from its run.
namespace trapphus::models {

/// Indices of the stages with apartments that are compared: those of tenants, or all if the scenario follows none.
[[nodiscard]] std::vector<std::size_t> apartment_stages(const Settings& settings);

/// Name, apartments, staff, inhabitants, assumptions.
[[nodiscard]] ComparedRow facts_of(const Scenario& scenario, const Alternative& alternative, bool name_alternative);

/// Apartments, averaged over the replications and the period. 0 without replications.
[[nodiscard]] double mean_apartments(const Settings& settings, const std::vector<ReplicationResult>& replications);

}  // namespace trapphus::models
