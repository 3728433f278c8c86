// SPDX-License-Identifier: MIT
#include "scenarios/format/fields/context.hpp"

#include <algorithm>
#include <utility>

#include "scenarios/format/fields/field.hpp"
#include "scenarios/format/yaml/nearest.hpp"

namespace trapphus::scenarios {

namespace {

/// Names in the order of their ids: those that named_entries() reads.
std::vector<std::string> keys(const Node& root, std::string_view section) {
  std::vector<std::string> result;
  const Node* map = root.find(section);
  if (map == nullptr) return result;
  for (const auto& entry : map->entries) {
    if (!is_annotation(entry.key) && std::ranges::find(result, entry.key) == result.end()) result.push_back(entry.key);
  }
  return result;
}

void add_new(std::vector<std::string>& names, const std::string& name) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

}  // namespace

Names names_of(const Node& root) {
  Names names;
  names.groups = keys(root, "groups");
  names.stages = keys(root, "stages");
  names.services = keys(root, "services");
  names.teams = keys(root, "staff");
  if (const Node* declared = root.find("attributes")) {
    for (const auto& item : declared->items) add_new(names.attributes, item.text);
  }
  if (const Node* groups = root.find("groups")) {
    for (const auto& group : groups->entries) {
      for (const auto& name : keys(group.value, "attributes")) add_new(names.attributes, name);
    }
  }
  return names;
}

void Inputs::add(const std::string& path, const Node& value, const Provenance& provenance) {
  const std::string file = value.at.file ? *value.at.file : std::string();
  if (!seen_.emplace(file, value.at.line, value.at.column).second) return;
  const std::string& written = value.change.empty() ? value.text : value.change;
  inputs_.push_back({path, written, provenance.source, provenance.assumption, provenance.low, provenance.high, file,
                     value.at.line, provenance.was});
}

Context::Scope::Scope(Context& context, std::string_view key, const Node& node)
    : context_(context),
      path_length_(context.path_.size()),
      outer_(context.provenance_),
      outer_origin_(context.origin_) {
  if (!context.path_.empty()) context.path_ += '.';
  context.path_ += key;
  // What a change puts in has not the source of what was there.
  if (node.origin != context.origin_) context.provenance_ = {};
  context.origin_ = node.origin;
  if (node.is_map()) context.provenance_ = context.provenance_of(node, context.provenance_);
}

Context::Scope::~Scope() {
  context_.path_.resize(path_length_);
  context_.provenance_ = std::move(outer_);
  context_.origin_ = std::move(outer_origin_);
}

bool Context::is_sound(std::string_view path) const {
  const auto thing = [](std::string_view whole) {
    std::size_t end = whole.find('.');
    for (int parts = whole.starts_with("moves.") ? 3 : 2; parts > 1 && end != std::string_view::npos; --parts)
      end = whole.find('.', end + 1);
    return whole.substr(0, end);
  };
  return std::ranges::none_of(wrong_, [&](const std::string& wrong) { return thing(wrong) == thing(path); });
}

bool Context::is_wrong(std::string_view key) const {
  const std::string path = path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  return std::ranges::find(wrong_, path) != wrong_.end();
}

void Context::note_input(const Node& value, const Provenance& provenance) {
  const bool in_place = origin_.empty() || origin_ == kSetOrigin || origin_ == kChangeOrigin;
  inputs_.add(in_place ? path_ : origin_ + "." + path_, value, provenance);
}

std::string Context::text_of(const Node& map, std::string_view key) {
  const Node* node = map.find(key);
  if (node == nullptr) return {};
  if (!node->is_scalar() || node->text.empty()) {
    problem(node->at, Phrase{"reader.no_plain_text", {{"key", key}, {"found", node->describe()}}});
    return {};
  }
  return node->text;
}

Provenance Context::provenance_of(const Node& map, Provenance given) {
  const std::string source = text_of(map, "source"), assumption = text_of(map, "assumption");
  static_cast<void>(text_of(map, "note"));
  if (!source.empty() || !assumption.empty()) given = {source, assumption, {}, {}};
  const bool declared = std::ranges::find(sources, source) != sources.end();
  // Free text is welcome; but what looks like a declared name and is none is a slip.
  const bool is_word = source.find(' ') == std::string::npos;
  if (!source.empty() && !declared && is_word) {
    const std::string near = nearest(source, sources);
    if (!near.empty())
      problem(map.find("source")->at, Phrase{"reader.source.unknown", {{"source", source}, {"nearest", near}}});
  }
  return given;
}

bool is_annotated(const Node& node) {
  return node.is_map() && node.find("value") != nullptr;
}

}  // namespace trapphus::scenarios
