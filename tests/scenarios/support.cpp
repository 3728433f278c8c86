// SPDX-License-Identifier: MIT
#include "tests/scenarios/support.hpp"

#include "models/staircase/scenario.hpp"

namespace trapphus::scenarios::testing {

std::string base_file() {
  return (tests_folder() / "faults" / "valid_base.yaml").string();
}

models::Scenario read_on_base(const std::string& text, const std::vector<Override>& overrides) {
  const Folder folder;
  return read(folder.write("test.yaml", "extends: " + base_file() + "\n" + text), overrides);
}

std::vector<std::string> problems_on_base(const std::string& text, const std::vector<Override>& overrides) {
  std::vector<std::string> found;
  try {
    static_cast<void>(read_on_base(text, overrides));
  } catch (const Invalid& invalid) {
    for (const auto& problem : invalid.problems()) {
      found.push_back(std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " +
                      kEnglish(problem.phrase));
    }
  }
  return found;
}

models::Settings settings_on_base(const std::string& text, const std::vector<Override>& overrides) {
  return read_on_base(text, overrides).alternatives.back().epochs.front().settings;
}

}  // namespace trapphus::scenarios::testing
