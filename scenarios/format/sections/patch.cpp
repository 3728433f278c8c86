// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/patch.hpp"

#include "scenarios/format/fields/relative.hpp"
#include "scenarios/format/sections/path_walk.hpp"
#include "scenarios/format/values/quantity.hpp"

namespace trapphus::scenarios {

namespace {

bool is_within(std::string_view path, std::string_view outer) {
  return path == outer || (path.starts_with(outer) && path[outer.size()] == '.');
}

/// Percentages of percentages, and additions to additions, come to the same in any order; one of each does not.
void refuse_order(const Patch& patch, const Entry& dated, const Node& row) {
  const std::string &change = written_text(patch.value), &other = written_text(dated.value);
  if (change.empty() || other.empty() || is_percentage(change) == is_percentage(other)) return;
  throw Mistake(Phrase{"reader.relative.order", {{"change", change}, {"dated", other}, {"date", text_of(row, "on")}}});
}

/// Applies a relative change of the scenario to what its timeline sets at the same path, so that it holds at any time.
void change_timeline(Node& root, const Patch& patch, const TypeInfo& type) {
  Node* timeline = root.find("timeline");
  if (timeline == nullptr) return;
  for (Node& row : timeline->items) {
    Node* changes = row.find("change");
    if (changes == nullptr || !changes->is_map()) continue;
    bool sets_more = false;  // all groups, of which the patch changes one
    for (Entry& entry : changes->entries) {
      if (is_relative(entry.value)) {
        if (is_within(entry.key, patch.path) || is_within(patch.path, entry.key)) refuse_order(patch, entry, row);
        continue;
      }
      if (is_within(entry.key, patch.path)) entry.value = changed(type, &entry.value, {}, patch.value);
      sets_more = sets_more || (entry.key != patch.path && is_within(patch.path, entry.key));
    }
    if (sets_more && changes->find(patch.path) == nullptr) changes->set(patch.path, patch.at, patch.value);
  }
}

}  // namespace

const std::string& written_text(const Node& value) {
  static const std::string kNone;
  const Node& bare = is_annotated(value) ? *value.find("value") : value;
  return bare.is_scalar() ? bare.text : kNone;
}

bool are_related(std::string_view one, std::string_view other) {
  return is_within(one, other) || is_within(other, one);
}

void apply(Node& root, const Patch& patch, Reach reach, Problems& problems) {
  try {
    const Walked walked = walk(root, patch, reach);
    const TypeInfo* type = walked.inner ? nullptr : walked.target.type;
    if (reach == Reach::Everything && type != nullptr && type->number && is_relative(patch.value))
      change_timeline(root, patch, *type);
  } catch (const PathError& astray) {
    problems.add(patch.at, astray.phrase);
  } catch (const Mistake& mistake) {
    problems.add(patch.at, Phrase{"reader.relative.problem", {{"path", patch.path}, {"problem", mistake.phrase()}}});
  }
}

std::optional<Target> look_up(const Node& root, const std::string& path, const Position& at, Problems& problems) {
  try {
    Node copy = root;
    const Patch nothing{path, at, Node::scalar("0", at)};
    const Walked walked = walk(copy, nothing, Reach::Everything);
    if (!walked.inner) return walked.target;
    // Whether the value before the other changes was valid does not matter.
    Node changed = root;
    Problems elsewhere;  // reported when the changes themselves are read
    for (const auto& entry : walked.inner->changes.entries) {
      if (!is_annotation(entry.key)) apply(changed, {entry.key, entry.at, entry.value}, Reach::Alternative, elsewhere);
    }
    return look_up(changed, walked.inner->path, at, problems);
  } catch (const PathError& astray) {
    problems.add(at, astray.phrase);
    return std::nullopt;
  }
}

namespace {

/// The row of a list with these two values and, if given, id: FROM.TO.ID, STAGE.GROUP. Advances `at` to the last part
/// of the row's name.
const Node* named_row(const Node& list, const std::vector<std::string>& parts, std::size_t& at) {
  const auto value = [](const Node& row, const char* one, const char* other) {
    return row.find(one) != nullptr ? text_of(row, one) : text_of(row, other);
  };
  const std::string id = at + 2 < parts.size() ? parts[at + 2] : std::string();
  const Node* match = nullptr;
  bool by_id = false;
  for (const Node& row : list.items) {
    if (value(row, "from", "stage") != parts[at] || value(row, "to", "group") != parts[at + 1]) continue;
    const bool same = !id.empty() && text_of(row, "id") == id;
    if (match == nullptr || (same && !by_id)) match = &row;
    by_id = by_id || same;
  }
  at += by_id ? 2 : 1;
  return match;
}

}  // namespace

Position locate(const Node& root, std::string_view path) {
  const auto parts = parts_of(path);
  const Node* node = &root;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool row = node->is_sequence() && i + 1 < parts.size();
    const Node* next = row ? named_row(*node, parts, i) : node->find(parts[i]);
    if (next == nullptr) break;
    node = next;
  }
  return node->at;
}

}  // namespace trapphus::scenarios
