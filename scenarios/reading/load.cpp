// SPDX-License-Identifier: MIT
#include "scenarios/reading/load.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/format/sections/scenario_table.hpp"
#include "scenarios/format/sections/sections.hpp"
#include "scenarios/format/yaml/sha256.hpp"
#include "scenarios/format/yaml/shipped.hpp"

namespace trapphus::scenarios {

namespace {

constexpr std::size_t kLongestChain = 10;

bool same_move(const Node& a, const Node& b) {
  return text_of(a, "from") == text_of(b, "from") && text_of(a, "to") == text_of(b, "to") &&
         text_of(a, "id") == text_of(b, "id");
}

void merge_moves(Node& base, const Node& over) {
  const std::vector<Node> known = base.items;
  std::vector<bool> taken(known.size(), false);
  for (const Node& move : over.items) {
    const auto same = std::ranges::find_if(known, [&](const Node& one) { return same_move(one, move); });
    const auto at = static_cast<std::size_t>(same - known.begin());
    // The same move twice in one file is a mistake, which is left for the reader to find.
    if (same == known.end() || taken[at]) {
      base.items.push_back(move);
    } else {
      base.items[at] = merged(*same, move);
      taken[at] = true;
    }
  }
}

std::vector<Node> one_from_each(const Node& move) {
  const Node* from = move.find("from");
  if (from == nullptr || !from->is_sequence()) return {move};
  std::vector<Node> moves;
  for (const Node& stage : from->items) {
    Node copy = move;
    *copy.find("from") = stage;
    moves.push_back(std::move(copy));
  }
  return moves;
}

/// `{share: 50 %, assumption: ...}` is `{value: 50 %, assumption: ...}`.
void rename_share(Node& value) {
  for (auto& entry : value.entries) {
    if (entry.key == "share") entry.key = "value";
  }
}

void gather_attributes(Node& group, const std::vector<std::string>& declared) {
  if (!group.is_map()) return;
  std::vector<Entry> result;
  for (const auto& entry : group.entries) {
    const bool is_field = group_table().info().find(entry.key) != nullptr || is_annotation(entry.key);
    const bool is_attribute =
        std::ranges::find(declared, entry.key) != declared.end() || entry.value.find("share") != nullptr;
    if (!is_field && is_attribute) result.push_back(entry);
  }
  for (const auto& entry : result) {
    group.erase(entry.key);
    if (group.find("attributes") == nullptr) group.set("attributes", entry.at, Node::map(entry.at));
    group.find("attributes")->set(entry.key, entry.at, entry.value);
  }
  if (Node* attributes = group.find("attributes")) {
    for (auto& entry : attributes->entries) rename_share(entry.value);
  }
}

struct Chain {
  std::vector<std::filesystem::path> canonical;
  std::vector<std::string> names;
  std::string bytes;
};

Node load_chain(const Source& source, Chain& chain, Problems& problems);

/// Refused whether the file exists or not, so that absolute names do not reveal the folder.
bool may_extend(const Source& base, const std::string& words) {
  if (is_shipped(base.file)) return true;
  return std::filesystem::path(words).is_relative() && lies_within(base.file, *base.within);
}

/// The base file's tree; absent, with a problem at the place of `extends`, if it cannot be read.
std::optional<Node> load_base(const Source& source, const Node& extends, Chain& chain, Problems& problems) {
  if (!extends.is_scalar() || extends.text.empty()) {
    problems.add(extends.at, Phrase{"reader.extends.no_name", {{"found", extends.describe()}}});
    return std::nullopt;
  }
  Source base(extended_by(source.file, extends.text));
  base.within = source.within;
  if (base.within && !may_extend(base, extends.text)) {
    problems.add(extends.at, Phrase{"reader.extends.outside"});
    return std::nullopt;
  }
  const auto canonical = one_name(base.file);
  if (std::ranges::find(chain.canonical, canonical) != chain.canonical.end()) {
    problems.add(extends.at,
                 Phrase{"reader.extends.circle",
                        {{"files", fmt::format("{}", fmt::join(chain.names, " -> "))}, {"file", base.file.string()}}});
    return std::nullopt;
  }
  if (chain.canonical.size() >= kLongestChain) {
    problems.add(extends.at, Phrase{"reader.extends.too_many", {{"most", kLongestChain}}});
    return std::nullopt;
  }
  try {
    return load_chain(base, chain, problems);
  } catch (const Unreadable& error) {
    problems.add(extends.at, Phrase{"reader.extends.problem", {{"problem", error.phrase()}}});
    return std::nullopt;
  }
}

/// Applies a file's own `change` to the merged tree of the file and its base.
void apply_change(Node& root, const Node& change, Problems& problems) {
  for (const Patch& patch : read_changes(change, problems)) apply(root, patch, Reach::Everything, problems);
  normalise(root);
}

Node load_chain(const Source& source, Chain& chain, Problems& problems) {
  const std::filesystem::path& path = source.file;
  const TextFile file = read_text(source);
  chain.canonical.push_back(one_name(path));
  chain.names.push_back(path.string());
  chain.bytes += file.bytes;
  const auto name = std::make_shared<const std::string>(path.string());
  problems.begin(*name);
  auto root = parse_document(file.text, name, problems);
  if (root && !root->is_map()) {
    problems.add(root->at, Phrase{"reader.scenario.no_mapping", {{"found", root->describe()}}});
    root.reset();
  }
  problems.raise();
  normalise(*root);
  std::optional<Node> change;
  if (const Node* written = root->find("change")) change = *written;
  root->erase("change");
  if (const Node* extends = root->find("extends")) {
    auto base = load_base(source, *extends, chain, problems);
    if (!base) problems.raise();
    root->erase("extends");
    root = merged(std::move(*base), *root);
  }
  if (change) apply_change(*root, *change, problems);
  return *root;
}

}  // namespace

void normalise(Node& root) {
  if (Node* moves = root.find("moves"); moves != nullptr && moves->is_sequence()) {
    std::vector<Node> single;
    for (const Node& move : moves->items) std::ranges::move(one_from_each(move), std::back_inserter(single));
    moves->items = std::move(single);
  }
  std::vector<std::string> declared;
  if (const Node* names = root.find("attributes")) {
    for (const Node& name : names->items) declared.push_back(name.text);
  }
  if (Node* groups = root.find("groups")) {
    for (auto& group : groups->entries) gather_attributes(group.value, declared);
  }
}

Node merged(Node base, const Node& over) {
  if (!base.is_map() || !over.is_map() || is_annotated(base) || is_annotated(over)) return over;
  for (const auto& entry : over.entries) {
    Node* known = base.find(entry.key);
    if (known == nullptr) {
      base.set(entry.key, entry.at, entry.value);
    } else if (entry.key == "moves" && known->is_sequence() && entry.value.is_sequence()) {
      merge_moves(*known, entry.value);
    } else {
      *known = merged(std::move(*known), entry.value);
    }
  }
  base.at = over.at;
  return base;
}

Loaded load(const Source& source, Problems& problems) {
  Chain chain;
  Loaded loaded;
  loaded.root = load_chain(source, chain, problems);
  normalise(loaded.root);  // an attribute may be declared in one file and used in another
  loaded.sha256 = sha256(chain.bytes);
  return loaded;
}

}  // namespace trapphus::scenarios
