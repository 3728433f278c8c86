// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/language/language.hpp"
#include "scenarios/format/yaml/problem.hpp"

namespace trapphus::output {

/// "file:3:7: message"
[[nodiscard]] std::string problem_in_words(const Words& words, const scenarios::Problem& problem);

}  // namespace trapphus::output
