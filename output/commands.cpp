// SPDX-License-Identifier: MIT
#include "output/commands.hpp"

#include <fmt/format.h>

#include "output/option_values.hpp"

namespace trapphus::output {

const models::Alternative& find_alternative(const models::Scenario& scenario, const std::string& name) {
  if (name.empty()) return scenario.alternatives.at(0);
  std::string names;
  for (const auto& alternative : scenario.alternatives) {
    if (alternative.name == name) return alternative;
    names += (names.empty() ? "" : ", ") + alternative.name;
  }
  throw UsageError(fmt::format("--alternative: found \"{}\", the scenario has: {}", name, names));
}

void print_problems(const std::vector<scenarios::Problem>& problems, std::ostream& err) {
  for (const auto& p : problems) err << scenarios::to_string(p) << '\n';
}

}  // namespace trapphus::output
