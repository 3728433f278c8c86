// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/format/yaml/problem.hpp"
#include "scenarios/reading/load.hpp"

namespace trapphus::models {
struct Input;
struct Scenario;
}  // namespace trapphus::models

/// Reads YAML files into the model's structs. `fields_page()` and `json_schema()` describe the format.
namespace trapphus::scenarios {

/// `--set path=value`: replaces the file's value.
struct Override {
  std::string path, value;
};

/// A scenario file with all that it extends, read from the disk once, to be interpreted with different values.
class ScenarioFile {
 public:
  /// `free` (paths with their ranges), unless empty, replaces the file's list. Throws Unreadable if the file cannot be
  /// read, and Invalid if it is no YAML.
  explicit ScenarioFile(Source source, const std::vector<Override>& free = {});

  /// Whether cases are built too, each in the time of the scenario without cases.
  enum class Cases : std::uint8_t { With, Without };
  /// Checks the scenario, and builds its alternatives and cases. Throws Invalid with all problems.
  [[nodiscard]] models::Scenario scenario(const std::vector<Override>& overrides = {}, Cases cases = Cases::With) const;
  /// The merged tree of the file and all that it extends, before alternatives; also of an invalid scenario. A move from
  /// several stages is split into moves from each, and a group's attributes are under `attributes`.
  [[nodiscard]] const Node& tree() const { return loaded_.root; }

 private:
  /// The inputs without anything set; none of an invalid scenario.
  [[nodiscard]] std::vector<models::Input> written_inputs() const;

  Source source_;
  Problems problems_;  ///< Of the file itself.
  Loaded loaded_;
};

/// Reads a file once. Throws Unreadable and Invalid.
[[nodiscard]] models::Scenario read(const Source& source, const std::vector<Override>& overrides = {});

}  // namespace trapphus::scenarios
