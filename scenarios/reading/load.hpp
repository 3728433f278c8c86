// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "scenarios/format/yaml/document.hpp"
#include "scenarios/format/yaml/problem.hpp"

namespace trapphus::scenarios {

/// The merged tree of a file and all that it extends. Mappings are merged key by key and moves by from, to and id;
/// other values are replaced by those of the extending file. Then the file's own `change` is applied, so that a file
/// that extends this one can override it.
struct Loaded {
  Node root;
  std::string sha256;  ///< Of the file's bytes, followed by those of the files that it extends.
};

/// Throws Unreadable and Invalid.
[[nodiscard]] Loaded load(const Source& source, Problems& problems);

/// Splits moves with several `from`, and moves attributes of a group into its `attributes`.
void normalise(Node& root);

/// Merges `over` into `base`; values of `over` prevail.
[[nodiscard]] Node merged(Node base, const Node& over);

}  // namespace trapphus::scenarios
