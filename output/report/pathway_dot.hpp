// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/language.hpp"

namespace trapphus::models {
struct Settings;
}  // namespace trapphus::models

namespace trapphus::output {

/// Graphviz DOT: stages by kind, moves with their shares, stays and rates.
[[nodiscard]] std::string pathway_dot(const models::Settings& settings, const Words& words);

}  // namespace trapphus::output
