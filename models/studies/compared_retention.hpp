// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "models/studies/comparison.hpp"

/// Why teams' figures of retention differ: by definition, and by work.
namespace trapphus::models {

/// Results of a row with followed tenants, by every definition.
struct TeamFigures {
  const Scenario* scenario;
  std::vector<Estimate> estimates;           ///< By definition.
  std::vector<std::vector<double>> columns;  ///< By definition, then replication.
};

struct RetentionSplits {
  std::vector<RetentionSplit> rows;  ///< In the order of the arguments.
  double mean;                       ///< Of the rows, by the common definition; NaN if none has it.
};

/// Requires the same replications in all rows.
[[nodiscard]] RetentionSplits split_retention(const std::vector<TeamFigures>& rows, Retention common);

}  // namespace trapphus::models
