// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>

#include "models/staircase/names.hpp"

namespace trapphus::models {

/// Facts of an organisation that are not simulated, for comparisons and readers. Empty: unknown. The labels are an
/// organisation's own answers, shortened; numbers that the model uses of them stand in the scenario's other sections.
struct TeamProfile {
  std::optional<int> inhabitants;  ///< Of the municipality or district.
  std::optional<int> landlords;
  std::string definition;  ///< Of retention, as the team measures it: a name of `retention_definitions`.
  Label apartments, empty_because;
  Label employees;         ///< Heads, unless the answer names full-time equivalents.
  Label caseload;          ///< Of each of those who support the tenants.
  Label title, education;  ///< Theirs.
  Label only_housing_first, other_work;
  Label coordinator_supports_tenants;
  Label first_tenant;
  Label measures_retention;  ///< How the team measures it.
  Label retention;
  Label after_hours;
  Label comment;
};

struct TeamAnswer {
  const char* name;  ///< Key of the block `profile`.
  Label TeamProfile::*answer;
};

/// The answers in words, in the order in which they are shown.
inline constexpr std::array kTeamAnswers{
    TeamAnswer{"apartments", &TeamProfile::apartments},
    TeamAnswer{"empty_because", &TeamProfile::empty_because},
    TeamAnswer{"employees", &TeamProfile::employees},
    TeamAnswer{"caseload", &TeamProfile::caseload},
    TeamAnswer{"title", &TeamProfile::title},
    TeamAnswer{"education", &TeamProfile::education},
    TeamAnswer{"only_housing_first", &TeamProfile::only_housing_first},
    TeamAnswer{"other_work", &TeamProfile::other_work},
    TeamAnswer{"coordinator_supports_tenants", &TeamProfile::coordinator_supports_tenants},
    TeamAnswer{"first_tenant", &TeamProfile::first_tenant},
    TeamAnswer{"measures_retention", &TeamProfile::measures_retention},
    TeamAnswer{"retention", &TeamProfile::retention},
    TeamAnswer{"after_hours", &TeamProfile::after_hours},
    TeamAnswer{"comment", &TeamProfile::comment}};

[[nodiscard]] inline bool is_empty(const Label& label) {
  return label.sv.empty() && label.en.empty();
}

}  // namespace trapphus::models
