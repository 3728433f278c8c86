// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/format/fields/context.hpp"

namespace trapphus::models {
struct Settings;
}  // namespace trapphus::models

namespace trapphus::scenarios {

/// The staircase that a tree describes. Sets the context's names. With problems, what is returned must not be used.
[[nodiscard]] models::Settings read_settings(Context& context, const Node& root);

}  // namespace trapphus::scenarios
