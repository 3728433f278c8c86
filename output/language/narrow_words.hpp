// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "output/language/language.hpp"

namespace trapphus::models {
struct PathwayLimits;
struct Settings;
}  // namespace trapphus::models

namespace trapphus::output {

/// What lets few households through, each in words: "service Debt counselling (1 FTE of Counsellors)".
[[nodiscard]] std::vector<std::string> narrow_in_words(const Words& words, const models::PathwayLimits& limits,
                                                       const models::Settings& settings);

}  // namespace trapphus::output
