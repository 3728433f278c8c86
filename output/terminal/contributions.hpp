// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/language.hpp"

namespace trapphus::models {
struct Results;
struct Scenario;
}  // namespace trapphus::models

/// Alternatives equal to another one without one of its parts; the difference is the part's contribution.
namespace trapphus::output {

/// The results without those alternatives: the tables of the summary would be too wide with them. Observations that
/// were made under one of them stay.
[[nodiscard]] models::Results without_parts(models::Results results);

/// What each part contributes, with it less without it: what it saves over the period, and what else people ask for
/// first. Empty where there are no parts; ends with an empty line.
[[nodiscard]] std::string contributions_part(const models::Scenario& scenario, const models::Results& results,
                                             const Words& words);

}  // namespace trapphus::output
