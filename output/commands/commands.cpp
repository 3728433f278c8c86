// SPDX-License-Identifier: MIT
#include "output/commands/commands.hpp"

#include "models/staircase/scenario.hpp"
#include "output/commands/option_values.hpp"
#include "output/language/problem_words.hpp"

namespace trapphus::output {

const models::Alternative& find_alternative(const models::Scenario& scenario, const std::string& name) {
  if (name.empty()) return scenario.alternatives.at(0);
  std::string names;
  for (const auto& alternative : scenario.alternatives) {
    if (alternative.name == name) return alternative;
    names += (names.empty() ? "" : ", ") + alternative.name;
  }
  throw UsageError("usage.alternative", {{"found", name}, {"names", names}});
}

void print_problems(const std::vector<scenarios::Problem>& problems, const Streams& streams) {
  for (const auto& p : problems) streams.err << problem_in_words(streams.words, p) << '\n';
}

void print_unreadable(const scenarios::Unreadable& error, const Streams& streams) {
  const std::string what = streams.words(error.phrase());
  streams.err << streams.words("error", {{"what", what}}) << '\n';
}

}  // namespace trapphus::output
