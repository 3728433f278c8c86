// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace trapphus::scenarios {

/// Where a scenario is read from: a file, or the program ("trapphus:hasselby/hasselby.yaml").
struct Source {
  // Not explicit: the name of a file is a complete source.
  Source(std::filesystem::path name) : file(std::move(name)) {}  // NOLINT(google-explicit-constructor)
  Source(const std::string& name) : file(name) {}                // NOLINT(google-explicit-constructor)
  Source(const char* name) : file(name) {}                       // NOLINT(google-explicit-constructor)

  std::filesystem::path file;
  /// Text in place of the file's content: edited, not saved yet.
  std::optional<std::string> text;
  /// The file and those that it extends must lie in this folder after resolving links; shipped scenarios may be
  /// extended.
  std::optional<std::filesystem::path> within;
};

/// Name of the extended file for the text of `extends` in `file`: relative to it, or shipped.
[[nodiscard]] std::filesystem::path extended_by(const std::filesystem::path& file, const std::string& words);

/// The canonical name of a file.
[[nodiscard]] std::filesystem::path one_name(const std::filesystem::path& file);

/// Whether a file lies in a folder after resolving links. False for a broken link.
[[nodiscard]] bool lies_within(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace trapphus::scenarios
