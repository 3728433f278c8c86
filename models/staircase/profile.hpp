// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace trapphus::models {

/// Facts of an organisation that are not simulated, for comparisons and readers. Empty: unknown.
struct TeamProfile {
  std::optional<int> inhabitants;  ///< Of the municipality or district.
  std::optional<int> landlords;
  std::string definition;        ///< Of retention, as the team measures it: a name of `retention_definitions`.
  std::string title, education;  ///< Of those who support the tenants.
  std::string only_housing_first;
  std::string after_hours;
  std::string coordinator_supports_tenants;
};

}  // namespace trapphus::models
