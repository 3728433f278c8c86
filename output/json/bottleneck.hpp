// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "models/studies/bottleneck.hpp"

namespace trapphus::output {

/// The result of `trapphus bottleneck`, for programs: version 1, indented, UTF-8. Values that do not exist are null.
[[nodiscard]] std::string bottleneck_json(const models::Scenario& scenario, const models::Bottleneck& bottleneck);
/// The same, before it is printed.
[[nodiscard]] nlohmann::ordered_json bottleneck_object(const models::Scenario& scenario,
                                                       const models::Bottleneck& bottleneck);

/// The same in one line for the viewer, with "kind": "bottleneck", and under "viewer" what things are called.
[[nodiscard]] std::string bottleneck_data(const models::Scenario& scenario, const models::Bottleneck& bottleneck);

}  // namespace trapphus::output
