// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "scenarios/format/yaml/document.hpp"

namespace trapphus::scenarios {

/// Name of the last alternative without changes: the scenario as written. "scenario" if there are no alternatives,
/// empty if all have changes. Throws as `read`.
[[nodiscard]] std::string alternative_as_written(const Source& source);

/// Whether an entry of `alternatives` has no changes, by its keys.
[[nodiscard]] bool changes_nothing(const Entry& alternative);

}  // namespace trapphus::scenarios
