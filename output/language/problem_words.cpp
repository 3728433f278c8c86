// SPDX-License-Identifier: MIT
#include "output/language/problem_words.hpp"

namespace trapphus::output {

std::string problem_in_words(const Words& words, const scenarios::Problem& problem) {
  return scenarios::place_of(problem) + words(problem.phrase);
}

}  // namespace trapphus::output
