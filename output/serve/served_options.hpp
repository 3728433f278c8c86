// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "output/studies/study.hpp"

/// A study's options in a request, as JSON.
namespace trapphus::output {

/// Checks them by the study's table: known, of the right type, within their range, and there if they are required.
/// Throws Refused.
void check_options(const Study& study, const nlohmann::ordered_json& options);

/// The values of checked options.
[[nodiscard]] OptionValues option_values(const Study& study, const nlohmann::ordered_json& options);

/// The table of studies for the page: [{"name", "several", "needs", "options": [{"name", "type"...}]}].
[[nodiscard]] nlohmann::ordered_json studies_json();

}  // namespace trapphus::output
