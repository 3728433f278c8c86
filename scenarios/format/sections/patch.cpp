// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/patch.hpp"

#include <algorithm>

#include "scenarios/format/sections/path_walk.hpp"

namespace trapphus::scenarios {

void apply(Node& root, const Patch& patch, Reach reach, Problems& problems) {
  try {
    walk(root, patch, reach);
  } catch (const Astray& astray) {
    problems.add(patch.at, astray.phrase);
  }
}

std::optional<Target> look_up(const Node& root, const std::string& path, const Position& at, Problems& problems) {
  try {
    Node copy = root;
    const Patch nothing{path, at, Node::scalar("0", at)};
    const Walked walked = walk(copy, nothing, Reach::Everything);
    if (!walked.inner) return walked.target;
    // What the value was before the other changes is of no interest.
    Node changed = root;
    Problems elsewhere;  // told when the changes themselves are read
    for (const auto& entry : walked.inner->changes.entries) {
      if (!is_annotation(entry.key)) apply(changed, {entry.key, entry.at, entry.value}, Reach::Alternative, elsewhere);
    }
    return look_up(changed, walked.inner->path, at, problems);
  } catch (const Astray& astray) {
    problems.add(at, astray.phrase);
    return std::nullopt;
  }
}

Position locate(const Node& root, std::string_view path) {
  const auto parts = parts_of(path);
  const Node* node = &root;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Node* next = node->find(parts[i]);
    if (node->is_sequence() && i + 1 < parts.size()) {
      const auto found = std::ranges::find_if(node->items, [&](const Node& row) {
        const Node *from = row.find("from"), *to = row.find("to");
        return from != nullptr && to != nullptr && from->text == parts[i] && to->text == parts[i + 1];
      });
      next = found == node->items.end() ? nullptr : &*found;
      ++i;
    }
    if (next == nullptr) break;
    node = next;
  }
  return node->at;
}

}  // namespace trapphus::scenarios
