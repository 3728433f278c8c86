// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "scenarios/format/yaml/document.hpp"

namespace trapphus::scenarios {

/// Name of the last alternative of a scenario that changes nothing: the scenario as it is written. "scenario" if it has
/// no alternatives, empty if each changes something. Throws as `read`.
[[nodiscard]] std::string alternative_as_written(const Source& source);

/// Whether an entry of `alternatives` is the scenario as it is written, by its keys.
[[nodiscard]] bool changes_nothing(const Entry& alternative);

}  // namespace trapphus::scenarios
