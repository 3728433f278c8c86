// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/format/fields/context.hpp"

namespace trapphus::models {
struct Settings;
}  // namespace trapphus::models

namespace trapphus::scenarios {

/// Reads a staircase from a tree. Sets the context's names. The result must not be used if there are problems.
[[nodiscard]] models::Settings read_settings(Context& context, const Node& root);

}  // namespace trapphus::scenarios
