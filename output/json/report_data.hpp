// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/studies/bottleneck.hpp"

namespace trapphus::models {
struct ReplicationResult;
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// Values of all households by alternative, replication and measure.
using ByReplication = std::vector<std::vector<std::vector<double>>>;

[[nodiscard]] ByReplication by_replication(const std::vector<std::vector<models::ReplicationResult>>& runs);

/// What the viewer in output/web shows, as JSON in one line: the object of results_json() with its numbers rounded to
/// six digits and without what is not shown (tertials, intervals of single months, most months of single groups; they
/// stand in results.json), the 5th and 95th percentile beside each monthly series, and under "viewer" what only people
/// need - labels, the pathway, what changes when, the ledger by month, inputs with their sources, single households of
/// the first replication (which it simulates for that). The same results give the same bytes. The types are described
/// in output/web/src/data/report.ts.
/// `bottleneck`, if there is one, stands under "viewer".
/// `values`, if there are any, stand there as "replications": of each alternative and key figure, one a replication, so
/// that two reports with the same random numbers can be compared pair by pair.
[[nodiscard]] std::string report_data(const models::Scenario& scenario, const models::Results& results,
                                      const std::optional<models::Bottleneck>& bottleneck = {},
                                      const ByReplication& values = {});

}  // namespace trapphus::output
