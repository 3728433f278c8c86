// SPDX-License-Identifier: MIT
#include "output/serve/problem_json.hpp"

#include <nlohmann/json.hpp>

#include "output/language/problem_words.hpp"

namespace trapphus::output {

nlohmann::ordered_json problems_json(const std::vector<scenarios::Problem>& problems, Language language) {
  const Words words(language);
  auto list = nlohmann::ordered_json::array();
  for (const auto& problem : problems)
    list.push_back({{"file", problem.file},
                    {"line", problem.line},
                    {"column", problem.column},
                    {"message", words(problem.phrase)}});
  return list;
}

std::string problem_text(const scenarios::Problem& problem, Language language) {
  return problem_in_words(Words(language), problem);
}

}  // namespace trapphus::output
