// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/format/sections/patch.hpp"

namespace trapphus::scenarios {

/// The path leads nowhere: why, and the nearest one.
struct PathError {
  Phrase phrase;
};

/// A change that a path leads into: the path of the value within it, and all that it changed so far.
struct Inner {
  std::string path;
  Node changes;
};

struct Walked {
  Target target;
  std::optional<Inner> inner;
};

/// "staff.project.fte" is staff, project, fte.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view path);

/// Follows a path through the tree and the tables of fields together, and sets the value at its end. Throws PathError.
Walked walk(Node& root, const Patch& patch, Reach reach);

}  // namespace trapphus::scenarios
