// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/format/sections/patch.hpp"

namespace trapphus::scenarios {

/// An invalid path: reason and nearest valid path.
struct PathError {
  Phrase phrase;
};

/// A path into a mapping of changes: the path of the value within it, and its earlier entries.
struct Inner {
  std::string path;
  Node changes;
};

struct Walked {
  Target target;
  std::optional<Inner> inner;
};

/// Splits "staff.project.fte" into staff, project, fte.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view path);

/// Follows a path through the tree and the tables of fields in parallel, and sets the value at its end. Throws
/// PathError.
Walked walk(Node& root, const Patch& patch, Reach reach);

}  // namespace trapphus::scenarios
