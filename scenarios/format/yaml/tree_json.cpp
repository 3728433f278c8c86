// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/tree_json.hpp"

#include <fmt/format.h>

#include "scenarios/format/yaml/json_text.hpp"

namespace trapphus::scenarios {

namespace {

std::string place(const Position& at) {
  return fmt::format("[{},{},{}]", json_text(at.file ? *at.file : std::string()), at.line, at.column);
}

void add(std::string& out, const Node& node);

void add_list(std::string& out, const Node& node) {
  out += ",\"list\":[";
  for (const Node& item : node.items) {
    if (&item != &node.items.front()) out += ',';
    add(out, item);
  }
  out += ']';
}

void add_map(std::string& out, const Node& node) {
  out += ",\"map\":[";
  for (const Entry& entry : node.entries) {
    if (&entry != &node.entries.front()) out += ',';
    out += fmt::format("[{},{},", json_text(entry.key), place(entry.at));
    add(out, entry.value);
    out += ']';
  }
  out += ']';
}

void add(std::string& out, const Node& node) {
  out += "{\"at\":" + place(node.at);
  switch (node.kind) {
    case Node::Kind::Null:
      out += ",\"null\":true";
      break;
    case Node::Kind::Scalar:
      out += ",\"text\":" + json_text(node.text);
      if (node.quoted) out += ",\"quoted\":true";
      break;
    case Node::Kind::Sequence:
      add_list(out, node);
      break;
    case Node::Kind::Map:
      add_map(out, node);
      break;
  }
  if (!node.origin.empty()) out += ",\"origin\":" + json_text(node.origin);
  out += '}';
}

}  // namespace

std::string tree_json(const Node& root) {
  std::string out;
  add(out, root);
  return out;
}

}  // namespace trapphus::scenarios
