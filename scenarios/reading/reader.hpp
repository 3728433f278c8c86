// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/format/yaml/problem.hpp"
#include "scenarios/reading/load.hpp"

namespace trapphus::models {
struct Scenario;
}  // namespace trapphus::models

/// From YAML files to the model's plain structs. The format is described by `fields_page()` and `json_schema()`.
namespace trapphus::scenarios {

/// `--set path=value`: as if the file said so.
struct Override {
  std::string path, value;
};

/// A scenario file, with all that it extends, read from the disk once and looked at with different values since.
class ScenarioFile {
 public:
  /// `free` (paths with their ranges) takes the place of the file's own list, if there is any. Throws Unreadable if the
  /// file cannot be read, and Invalid if it is no YAML.
  explicit ScenarioFile(Source source, const std::vector<Override>& free = {});

  /// Whether the cases are worked out as well, which takes as long as the rest of it for each.
  enum class Cases : std::uint8_t { With, Without };
  /// Checks the scenario, and works out its alternatives and cases. Throws Invalid, with all problems at once, if it is
  /// no valid scenario.
  [[nodiscard]] models::Scenario scenario(const std::vector<Override>& overrides = {}, Cases cases = Cases::With) const;
  /// The tree of what the file and all that it extends say, before alternatives, also when it is no valid scenario. A
  /// move from several stages is one from each, and a group's attributes stand under `attributes`.
  [[nodiscard]] const Node& tree() const { return loaded_.root; }

 private:
  Source source_;
  Problems problems_;  ///< Found in the file itself so far.
  Loaded loaded_;
};

/// Reads a file once. Throws Unreadable and Invalid.
[[nodiscard]] models::Scenario read(const Source& source, const std::vector<Override>& overrides = {});

}  // namespace trapphus::scenarios
