// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace trapphus::output {

/// The folder that a server was given: the only one in which it reads and writes. Scenarios in it are named by their
/// path from it, with forward slashes. Everything throws Refused for a name that is none, or that leads out of the
/// folder by any way (`..`, an absolute path, a symbolic link).
class ScenarioFolder {
 public:
  /// Makes the folder if it is not there. Throws CannotWrite.
  explicit ScenarioFolder(const std::filesystem::path& folder);
  [[nodiscard]] const std::filesystem::path& path() const { return folder_; }

  struct File {
    std::string text;
    std::string etag;  ///< Another one when the content is another.
  };
  /// The names of the .yaml files here and in folders up to three levels down, sorted; at most 500.
  [[nodiscard]] std::vector<std::string> names() const;
  /// Where a scenario is or would be.
  [[nodiscard]] std::filesystem::path place(const std::string& name) const;
  [[nodiscard]] File read(const std::string& name) const;
  /// Writes the whole or nothing. `etag` is that of what was read and is replaced now; absent: the file must be new.
  /// Throws Refused (409) if somebody else was quicker. Gives the new etag.
  std::string write(const std::string& name, const std::string& text, const std::optional<std::string>& etag) const;
  /// "2026-11-22T09:30:00Z": when it was last changed.
  [[nodiscard]] std::string modified(const std::string& name) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace trapphus::output
