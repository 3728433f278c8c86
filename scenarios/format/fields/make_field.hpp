// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/format/fields/field.hpp"
#include "scenarios/format/fields/values.hpp"
#include "scenarios/format/values/quantity.hpp"

/// Builders of rows for the tables of fields: the type of the member selects the parser.
namespace trapphus::scenarios {

/// In place of a default: the key is required.
inline constexpr const char* kRequired = "";

/// The scalar of a value, bare or in `{value: X, source: S, range: LOW..HIGH}`; null, with a problem, for anything
/// else. `check` throws Mistake for a text that is not of this type. Numbers are recorded as inputs.
const Node* bare_value(Context& context, const Node& node, const TypeInfo& type,
                       const std::function<void(const std::string&)>& check);

template <class M>
std::optional<M> read_value(Context& context, const Node& node, const Value<M>& value) {
  const auto check = [&](const std::string& text) { static_cast<void>(value.parse(context, text)); };
  const Node* bare = bare_value(context, node, *value.type, check);
  if (bare == nullptr) return std::nullopt;
  try {
    return value.parse(context, bare->text);
  } catch (const Mistake& mistake) {
    context.problem(bare->at, mistake.phrase());
    return std::nullopt;
  }
}

/// The entries of a mapping without `source` and the like. Empty, with a problem, for anything but a mapping.
std::vector<const Entry*> named_entries(Context& context, const Node& node, const Phrase& expected);
/// Index of `name` in `names`; adds a problem if it is not among them.
std::optional<std::size_t> place_of(Context& context, const Entry& entry, const Phrase& what,
                                    const std::vector<std::string>& names);
/// A mapping from name to share (or one name, which gets all): one share for each of `names`.
std::vector<models::Share> read_shares(Context& context, const Node& node, const Phrase& what,
                                       const std::vector<std::string>& names);
models::Label read_label(Context& context, const Node& node);
void need_every_group(Context& context, const Node& node, const std::vector<bool>& given);

template <class M>
void read_per_group(Context& context, const Node& node, const Value<M>& value, models::PerGroup<M>& into, bool all) {
  const auto& groups = context.names.groups;
  if (!node.is_map() || is_annotated(node)) {
    if (const auto found = read_value(context, node, value)) into = models::PerGroup<M>(groups.size(), *found);
    return;
  }
  std::vector<bool> given(groups.size());
  bool known = true;
  auto names = groups;
  names.emplace_back("others");
  for (const Entry* entry : named_entries(context, node, Phrase{"reader.entries.groups"})) {
    const auto place = place_of(context, *entry, Phrase{"reader.what.group"}, names);
    known = known && place.has_value();
    const Context::Scope scope(context, entry->key, entry->value);
    const auto found = read_value(context, entry->value, value);
    for (std::size_t g = 0; place && g < groups.size(); ++g) {
      const bool meant = *place == g || (*place == groups.size() && node.find(groups[g]) == nullptr);
      if (meant && found) into[models::GroupId(g)] = *found;
      if (meant) given[g] = true;
    }
  }
  if (all && known) need_every_group(context, node, given);
}

template <class M>
FieldInfo describe(const char* key, Shape shape, const Value<M>& value, const char* fallback) {
  return {key, shape, value.type, nullptr, fallback, value.type->dated};
}
inline FieldInfo describe(const char* key, Shape shape, const TableInfo& table, const char* fallback) {
  return {key, shape, nullptr, &table, fallback, false};
}

/// One value.
template <class T, class S, class M>
Field<T> field(const char* key, M S::*member, const Value<M>& value, const char* fallback) {
  return {describe(key, Shape::Value, value, fallback),
          [member, value](Context& context, const Node& node, T& into) {
            if (auto found = read_value(context, node, value)) into.*member = std::move(*found);
          },
          nullptr};
}

template <class T, class S, class M>
Field<T> field(const char* key, std::optional<M> S::*member, const Value<M>& value, const char* fallback) {
  return {describe(key, Shape::Value, value, fallback),
          [member, value](Context& context, const Node& node, T& into) {
            if (auto found = read_value(context, node, value)) into.*member = std::move(*found);
          },
          nullptr};
}

/// One value for each group; a group that is not named is an error, unless `all` is false.
template <class T, class S, class M>
Field<T> field(const char* key, models::PerGroup<M> S::*member, const Value<M>& value, const char* fallback,
               M absent = M(), bool all = true) {
  return {describe(key, Shape::PerGroup, value, fallback),
          [member, value, all](Context& context, const Node& node, T& into) {
            read_per_group(context, node, value, into.*member, all);
          },
          [member, absent](const Context& context, T& into) {
            into.*member = models::PerGroup<M>(context.names.groups.size(), absent);
          }};
}

/// A list of values.
template <class T, class S, class M>
Field<T> field(const char* key, std::vector<M> S::*member, const Value<M>& value, const char* fallback) {
  return {describe(key, Shape::List, value, fallback),
          [member, value](Context& context, const Node& node, T& into) {
            const auto add = [&](const Node& item) {
              if (auto found = read_value(context, item, value)) (into.*member).push_back(std::move(*found));
            };
            if (node.is_sequence()) {
              for (const auto& item : node.items) add(item);
            } else {
              add(node);
            }
          },
          nullptr};
}

/// A mapping with fields of its own.
template <class T, class S, class M>
Field<T> field(const char* key, std::optional<M> S::*member, const Table<M>& table, const char* fallback) {
  return {describe(key, Shape::Table, table.info(), fallback),
          [member, &table](Context& context, const Node& node, T& into) {
            M found{};
            if (table.read(context, node, found)) into.*member = std::move(found);
          },
          nullptr};
}

/// A mapping from name to mappings with fields of their own, read by `read`.
template <class T, class S, class M>
Field<T> named(const char* key, std::vector<M> S::*member, const Table<M>& table, const char* fallback) {
  return {describe(key, Shape::Named, table.info(), fallback),
          [member, &table](Context& context, const Node& node, T& into) {
            for (const Entry* entry : named_entries(context, node, table.info().several())) {
              check_name(context, entry->key, entry->at);
              const Context::Scope scope(context, entry->key, entry->value);
              M found{};
              found.name = entry->key;
              table.read(context, entry->value, found);
              (into.*member).push_back(std::move(found));
            }
          },
          nullptr};
}

/// A list of mappings with fields of their own.
template <class T, class S, class M>
Field<T> rows(const char* key, std::vector<M> S::*member, const Table<M>& table, const char* fallback) {
  return {describe(key, Shape::Rows, table.info(), fallback),
          [member, &table](Context& context, const Node& node, T& into) {
            if (!node.is_sequence())
              context.problem(node.at, Phrase{"reader.no_list.mappings", {{"found", node.describe()}}});
            for (std::size_t i = 0; i < node.items.size(); ++i) {
              const Context::Scope scope(context, std::to_string(i + 1), node.items[i]);
              M found{};
              table.read(context, node.items[i], found);
              (into.*member).push_back(std::move(found));
            }
          },
          nullptr};
}

/// A text for readers, in one language or two.
template <class T, class S>
Field<T> words(const char* key, models::Label S::*member, const char* fallback) {
  FieldInfo info = describe(key, Shape::Value, kLabel, fallback);
  return {info, [member](Context& context, const Node& node, T& into) { into.*member = read_label(context, node); },
          nullptr};
}

/// The label of an entry.
template <class T, class S>
Field<T> label(models::Label S::*member) {
  FieldInfo info = describe("label", Shape::Value, kText, "format.default.its_name");
  info.meaning = "format.field.label";
  return {info, [member](Context& context, const Node& node, T& into) { into.*member = read_label(context, node); },
          nullptr};
}

}  // namespace trapphus::scenarios
