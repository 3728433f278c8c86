// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "output/language/language.hpp"
#include "scenarios/format/yaml/problem.hpp"

namespace trapphus::output {

/// [{"file", "line", "column", "message"}]
[[nodiscard]] nlohmann::ordered_json problems_json(const std::vector<scenarios::Problem>& problems, Language language);
/// "file:3:7: message"
[[nodiscard]] std::string problem_text(const scenarios::Problem& problem, Language language);

}  // namespace trapphus::output
