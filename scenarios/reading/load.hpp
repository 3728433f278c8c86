// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "scenarios/format/yaml/document.hpp"
#include "scenarios/format/yaml/problem.hpp"

namespace trapphus::scenarios {

/// A file and all that it extends, as one tree. Mappings are merged key by key and moves by from, to and id; everything
/// else is replaced by what the extending file says. Then the file's own `change` is carried out, so that a file that
/// extends this one may say otherwise.
struct Loaded {
  Node root;
  std::string sha256;  ///< Of the file's bytes, followed by those of the files that it extends.
};

/// Throws Unreadable and Invalid.
[[nodiscard]] Loaded load(const Source& source, Problems& problems);

/// Gives every move one `from`, and puts attributes that stand in a group under its `attributes`.
void normalise(Node& root);

/// What `over` says, on top of `base`.
[[nodiscard]] Node merged(Node base, const Node& over);

}  // namespace trapphus::scenarios
