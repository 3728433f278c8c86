// SPDX-License-Identifier: MIT
#include "output/serve/problem_json.hpp"

#include <nlohmann/json.hpp>

#include "scenarios/format/swedish/language.hpp"

namespace trapphus::output {

nlohmann::ordered_json problems_json(const std::vector<scenarios::Problem>& problems, Language language) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& problem : problems)
    list.push_back({{"file", problem.file},
                    {"line", problem.line},
                    {"column", problem.column},
                    {"message", scenarios::text_in(problem.phrase, language)}});
  return list;
}

std::string problem_text(const scenarios::Problem& problem, Language language) {
  return scenarios::text_in(problem, language);
}

}  // namespace trapphus::output
