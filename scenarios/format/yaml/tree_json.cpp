// SPDX-License-Identifier: MIT
#include "scenarios/format/yaml/tree_json.hpp"

#include <nlohmann/json.hpp>

namespace trapphus::scenarios {

namespace {

using Json = nlohmann::ordered_json;

Json place(const Position& at) {
  return Json::array({at.file ? *at.file : std::string(), at.line, at.column});
}

Json list_json(const Node& node) {
  Json list = Json::array();
  for (const Node& item : node.items) list.push_back(tree_json(item));
  return list;
}

Json map_json(const Node& node) {
  Json list = Json::array();
  for (const Entry& entry : node.entries)
    list.push_back(Json::array({entry.key, place(entry.at), tree_json(entry.value)}));
  return list;
}

}  // namespace

Json tree_json(const Node& node) {
  Json object = {{"at", place(node.at)}};
  switch (node.kind) {
    case Node::Kind::Null:
      object["null"] = true;
      break;
    case Node::Kind::Scalar:
      object["text"] = node.text;
      if (node.quoted) object["quoted"] = true;
      break;
    case Node::Kind::Sequence:
      object["list"] = list_json(node);
      break;
    case Node::Kind::Map:
      object["map"] = map_json(node);
      break;
  }
  if (!node.origin.empty()) object["origin"] = node.origin;
  return object;
}

}  // namespace trapphus::scenarios
