// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace trapphus::models {

/// Facts of an organisation that are not simulated: for comparing it with others, and for readers. Empty: not known.
struct TeamProfile {
  std::optional<int> inhabitants;  ///< Of the municipality or district.
  std::optional<int> landlords;
  std::string definition;  ///< By which definition the team measures its retention: a name of `retention_definitions`.
  std::string title, education;  ///< Of those who support the tenants.
  std::string only_housing_first;
  std::string after_hours;
  std::string coordinator_supports_tenants;
};

}  // namespace trapphus::models
