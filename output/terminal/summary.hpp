// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "output/language/language.hpp"

namespace trapphus::models {
struct Check;
struct Results;
struct Scenario;
}  // namespace trapphus::models

namespace trapphus::output {

/// The results of a run, for a reader who is no programmer: the measures that matter with their 95 % intervals and
/// units, the paired differences, the cost and saving of the whole period, other assumptions, the observations, the
/// check.
[[nodiscard]] std::string summary(const models::Scenario& scenario, const models::Results& results, const Words& words);

/// "checked against SimGrid 3.32: same 18231 events", or how far it got, or where the two kernels part.
[[nodiscard]] std::string check_line(const models::Check& check, const Words& words);

}  // namespace trapphus::output
