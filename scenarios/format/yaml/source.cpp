// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/source.hpp"

#include <algorithm>

#include "scenarios/format/yaml/shipped.hpp"

namespace trapphus::scenarios {

namespace {

namespace fs = std::filesystem;

/// Empty if it cannot be resolved: links in a circle, a folder without permission.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  if (error) return {};
  fs::path found = fs::weakly_canonical(absolute, error);
  return error ? fs::path() : found;
}

bool has_link(fs::path path) {
  for (; path.has_relative_path(); path = path.parent_path()) {
    std::error_code error;
    if (fs::is_symlink(fs::symlink_status(path, error))) return true;
  }
  return false;
}

}  // namespace

fs::path extended_by(const fs::path& file, const std::string& words) {
  if (is_shipped(words)) return shipped_name(words);
  if (is_shipped(file)) return shipped_name((file.parent_path() / words).string());
  return (file.parent_path() / words).lexically_normal();
}

fs::path one_name(const fs::path& file) {
  if (is_shipped(file)) return shipped_name(file.string());
  const fs::path found = resolved(file);
  return found.empty() ? file : found;
}

bool lies_within(const fs::path& file, const fs::path& folder) {
  const fs::path inner = resolved(file), outer = resolved(folder);
  // A link that remains after resolution is broken, or its target may not be read.
  if (inner.empty() || outer.empty() || has_link(inner)) return false;
  const fs::path base = outer.has_filename() ? outer : outer.parent_path();
  const auto [end, rest] = std::ranges::mismatch(base, inner);
  return end == base.end() && rest != inner.end();
}

}  // namespace trapphus::scenarios
