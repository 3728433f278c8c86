// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "output/language/language.hpp"
#include "output/studies/comparison.hpp"

/// What a row of a comparison takes from its scenario, not from its run.
namespace trapphus::output {

/// Apartments that count for comparing: those of tenants, or all if the scenario follows none. Ids of stages.
[[nodiscard]] std::vector<std::size_t> apartment_stages(const models::Settings& settings);

/// Name, apartments, staff, inhabitants, assumptions.
[[nodiscard]] ComparedRow facts_of(const models::Scenario& scenario, const models::Alternative& alternative,
                                   bool name_alternative);

/// Average over the replications and the period. 0 without replications.
[[nodiscard]] double mean_apartments(const models::Settings& settings,
                                     const std::vector<models::ReplicationResult>& replications);

/// What the row is called in the reader's language: the scenario, with the alternative where all of them are shown.
[[nodiscard]] std::string name_in(const Words& words, const ComparedRow& row);

}  // namespace trapphus::output
