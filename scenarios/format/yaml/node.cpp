// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "scenarios/format/yaml/document.hpp"

namespace trapphus::scenarios {

const Node* Node::find(std::string_view key) const {
  const auto found = std::ranges::find(entries, key, &Entry::key);
  return found == entries.end() ? nullptr : &found->value;
}

Node* Node::find(std::string_view key) {
  return const_cast<Node*>(std::as_const(*this).find(key));
}

Node& Node::set(const std::string& key, const Position& key_at, Node value) {
  if (Node* old = find(key)) return *old = std::move(value);
  entries.push_back({key, key_at, std::move(value)});
  return entries.back().value;
}

void Node::erase(std::string_view key) {
  std::erase_if(entries, [&](const Entry& entry) { return entry.key == key; });
}

Phrase Node::describe() const {
  switch (kind) {
    case Kind::Null:
      return Phrase{"reader.found.nothing"};
    case Kind::Scalar:
      return {"reader.found.text", {{"text", text}}};
    case Kind::Sequence:
      return Phrase{"reader.found.list"};
    case Kind::Map:
      return Phrase{"reader.found.mapping"};
  }
  return {};
}

Node Node::scalar(std::string text, Position at) {
  Node node;
  node.kind = Kind::Scalar;
  node.text = std::move(text);
  node.at = std::move(at);
  return node;
}

Node Node::map(Position at) {
  Node node;
  node.kind = Kind::Map;
  node.at = std::move(at);
  return node;
}

std::string text_of(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  return value != nullptr && value->is_scalar() ? value->text : std::string();
}

}  // namespace trapphus::scenarios
