// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace trapphus::scenarios {

/// Where a scenario is read from: a file, or one that is shipped with the program ("trapphus:hasselby/hasselby.yaml").
struct Source {
  // Not explicit: who has the name of a file need not know of the rest.
  Source(std::filesystem::path name) : file(std::move(name)) {}  // NOLINT(google-explicit-constructor)
  Source(const std::string& name) : file(name) {}                // NOLINT(google-explicit-constructor)
  Source(const char* name) : file(name) {}                       // NOLINT(google-explicit-constructor)

  std::filesystem::path file;
  /// What the file is to say, in place of what it says: edited, and not saved yet.
  std::optional<std::string> text;
  /// Neither the file nor what it extends may lie outside this folder, by whatever way. What is shipped may be
  /// extended.
  std::optional<std::filesystem::path> within;
};

/// The name of the file that `file` extends when it says so with these words: beside it, or shipped.
[[nodiscard]] std::filesystem::path extended_by(const std::filesystem::path& file, const std::string& words);

/// A name for one and the same file, however it is written.
[[nodiscard]] std::filesystem::path one_name(const std::filesystem::path& file);

/// Whether a file lies in a folder when all links have been followed. A link that leads nowhere does not.
[[nodiscard]] bool lies_within(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace trapphus::scenarios
