// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace trapphus::output {

/// The folder to which the server's reads and writes are restricted. Scenarios are named by their relative path, with
/// forward slashes. All functions throw Refused for an invalid name, or one that leads out of the folder (`..`, an
/// absolute path, a symbolic link).
class ScenarioFolder {
 public:
  /// Creates the folder if it does not exist. Throws CannotWrite.
  explicit ScenarioFolder(const std::filesystem::path& folder);
  [[nodiscard]] const std::filesystem::path& path() const { return folder_; }

  struct File {
    std::string text;
    std::string etag;  ///< Changes with the content.
  };
  /// Names of the .yaml files in the folder and up to three levels below, sorted; at most 500.
  [[nodiscard]] std::vector<std::string> names() const;
  /// Path of a scenario, whether it exists or not.
  [[nodiscard]] std::filesystem::path place(const std::string& name) const;
  [[nodiscard]] File read(const std::string& name) const;
  /// Writes atomically. `etag` is that of the version to be replaced; absent: the file must not exist. Throws Refused
  /// (409) if the file has changed meanwhile. Returns the new etag.
  std::string write(const std::string& name, const std::string& text, const std::optional<std::string>& etag) const;
  /// Time of the last change: "2026-11-22T09:30:00Z".
  [[nodiscard]] std::string modified(const std::string& name) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace trapphus::output
