// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "output/studies/study.hpp"

/// A study's options in a request, as JSON. Only for output/serve/*.cpp.
namespace trapphus::output {

/// Checks them by the study's table: known, of the right type, within their range, and there if they are required.
/// Throws Refused.
void check_options(const Study& study, const nlohmann::ordered_json& options);

/// Of options that were checked.
[[nodiscard]] OptionValues option_values(const Study& study, const nlohmann::ordered_json& options);

/// What the page needs to know of the studies: [{"name", "several", "needs", "options": [{"name", "type"...}]}].
[[nodiscard]] nlohmann::ordered_json studies_json();

}  // namespace trapphus::output
