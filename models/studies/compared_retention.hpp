// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "models/studies/comparison.hpp"

/// Why teams' figures of retention differ: by definition, and by work.
namespace trapphus::models {

/// A row whose tenants are followed: what its run gave by every definition.
struct TeamFigures {
  const Scenario* scenario;
  std::vector<Estimate> estimates;           ///< By definition.
  std::vector<std::vector<double>> columns;  ///< By definition, then replication.
};

struct RetentionSplits {
  std::vector<RetentionSplit> rows;  ///< As they were given.
  double mean;                       ///< Of the rows, by the common definition; NaN if none has it.
};

/// All rows have the same replications.
[[nodiscard]] RetentionSplits split_retention(const std::vector<TeamFigures>& rows, Retention common);

}  // namespace trapphus::models
