// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/path_walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "scenarios/format/fields/relative.hpp"
#include "scenarios/format/sections/scenario_table.hpp"
#include "scenarios/format/sections/sections.hpp"
#include "scenarios/format/values/quantity.hpp"
#include "scenarios/format/yaml/nearest.hpp"

namespace trapphus::scenarios {

namespace {

constexpr std::array<std::string_view, 9> kStaircase{"groups", "stages", "services", "moves",   "staff",
                                                     "boards", "costs",  "grants",   "ceilings"};

std::vector<std::string> keys_of(const Node& map) {
  std::vector<std::string> keys;
  for (const auto& entry : map.entries) {
    if (!is_annotation(entry.key)) keys.push_back(entry.key);
  }
  return keys;
}

std::optional<engine::Time> date_of(const std::string& text) {
  try {
    return parse_date(text);
  } catch (const Mistake&) {
    return std::nullopt;
  }
}

/// Follows a path through the tree and the tables of fields in parallel, and sets the value at its end.
class Walk {
 public:
  Walk(const Patch& patch, Reach reach, Names names)
      : patch_(patch), reach_(reach), names_(std::move(names)), parts_(parts_of(patch.path)) {}

  void begin(Node& root) {
    root_ = &root;
    const bool staircase = std::ranges::find(kStaircase, parts_[0]) != kStaircase.end();
    const bool alternative = staircase || parts_[0] == "initial" || parts_[0] == "attributes";
    const bool known = scenario_table().info().find(parts_[0]) != nullptr;
    if (known && ((reach_ == Reach::Timeline && !staircase) || (reach_ == Reach::Alternative && !alternative))) {
      throw PathError{Phrase{"reader.path.not_here",
                             {{"path", patch_.path}, {"beginnings", fmt::format("{}", fmt::join(kStaircase, ", "))}}}};
    }
    // Both are handled when the file is read.
    if (parts_[0] == "change" || parts_[0] == "extends") {
      throw PathError{Phrase{"reader.path.of_value", {{"path", patch_.path}}}};
    }
    into_table(root, scenario_table().info(), 0);
  }
  [[nodiscard]] const Target& target() const { return target_; }
  [[nodiscard]] const std::optional<Inner>& inner() const { return inner_; }

 private:
  [[nodiscard]] bool last(std::size_t at) const { return at + 1 == parts_.size(); }
  [[nodiscard]] std::string upto(std::size_t at) const {
    return fmt::format("{}", fmt::join(parts_.begin(), parts_.begin() + static_cast<std::ptrdiff_t>(at), "."));
  }

  [[noreturn]] void astray(std::size_t at, const std::vector<std::string>& candidates) const {
    const std::string near = nearest(parts_[at], candidates);
    if (near.empty())
      throw PathError{
          Phrase{"reader.path.unknown", {{"path", upto(at + 1)}, {"suggestion", suggestion(parts_[at], candidates)}}}};
    auto right = parts_;
    right[at] = near;
    throw PathError{Phrase{"reader.path.unknown",
                           {{"path", upto(at + 1)},
                            {"suggestion", Phrase{"reader.suggestion.nearest",
                                                  {{"nearest", fmt::format("{}", fmt::join(right, "."))}}}}}}};
  }
  void only_numbers() const {
    if (reach_ == Reach::Timeline) throw PathError{Phrase{"reader.path.over_time", {{"path", patch_.path}}}};
  }
  void put(Node& map, const std::string& key, const TypeInfo* type = nullptr, const std::string& fallback = {}) {
    target_.type = type;
    if (const Node* before = map.find(key)) target_.value = *before;
    map.set(key, patch_.at, type == nullptr ? patch_.value : result_of(*type, fallback));
  }
  /// The patch's value, with relative changes applied to what the target holds.
  [[nodiscard]] Node result_of(const TypeInfo& type, const std::string& fallback) const {
    if (!type.number || !is_relative(patch_.value)) return patch_.value;
    try {
      return changed(type, target_.value ? &*target_.value : nullptr, fallback, patch_.value);
    } catch (const Mistake& mistake) {
      throw PathError{Phrase{"reader.relative.problem", {{"path", patch_.path}, {"problem", mistake.phrase()}}}};
    }
  }
  /// The mapping under a key, created if absent.
  Node& child(Node& map, const std::string& key) const {
    Node* found = map.find(key);
    return found != nullptr ? *found : map.set(key, patch_.at, Node::map(patch_.at));
  }

  void into_table(Node& map, const TableInfo& table, std::size_t at) {
    if (!map.is_map()) return;  // the reader reports it
    const FieldInfo* field = table.find(parts_[at]);
    if (field == nullptr) {
      // `groups.families.debts`: attributes may stand in the group itself.
      if (table.name == "group" && std::ranges::find(names_.attributes, parts_[at]) != names_.attributes.end()) {
        into_values(map, *table.find("attributes"), names_.attributes, at);
        return;
      }
      astray(at, table.keys());
    }
    if (!last(at)) {
      below(map, *field, at + 1);
      return;
    }
    if (!field->dated) only_numbers();
    const bool one = field->shape == Shape::Value || field->shape == Shape::PerGroup;
    put(map, field->key, one ? field->type : nullptr, field->fallback);
  }

  void below(Node& map, const FieldInfo& field, std::size_t at) {
    auto groups = names_.groups;
    groups.emplace_back("others");
    switch (field.shape) {
      case Shape::PerGroup:
        return into_values(map, field, groups, at);
      case Shape::StageShares:
        return into_values(map, field, names_.stages, at);
      case Shape::Attributes:
        return into_values(map, field, names_.attributes, at);
      case Shape::Table:
        return into_table(child(map, field.key), *field.table, at);
      case Shape::Named:
        return into_named(child(map, field.key), field, at);
      case Shape::Rows:
        return into_rows(map, field, at);
      case Shape::Texts:
      case Shape::Changes:
        put(child(map, field.key),
            fmt::format("{}", fmt::join(parts_.begin() + static_cast<std::ptrdiff_t>(at), parts_.end(), ".")));
        return;
      case Shape::Value:
      case Shape::List:
        break;
    }
    throw PathError{Phrase{"reader.path.single_value", {{"path", patch_.path}, {"value", upto(at)}}}};
  }

  /// A value for a single group (or stage, or attribute), where a value for all of them is written.
  void into_values(Node& map, const FieldInfo& field, const std::vector<std::string>& names, std::size_t at) {
    if (std::ranges::find(names, parts_[at]) == names.end() || !last(at)) astray(at, names);
    if (!field.dated) only_numbers();
    Node& values = child(map, field.key);
    if (parts_[at] == "others" && values.is_map() && !is_annotated(values) && has_all_groups(values))
      throw PathError{Phrase{"reader.path.no_others", {{"path", patch_.path}}}};
    if (!values.is_map() || is_annotated(values)) {
      Node all = std::move(values);
      values = Node::map(all.at);
      if (field.shape == Shape::PerGroup) {
        values.set("others", all.at, all);
      } else {
        values.set(all.text, all.at, Node::scalar("100 %", all.at));
      }
    }
    const Node* others = values.find("others");
    if (others != nullptr) target_.value = *others;
    put(values, parts_[at], field.type, field.shape == Shape::PerGroup ? field.fallback : std::string());
  }

  [[nodiscard]] bool has_all_groups(const Node& values) const {
    return std::ranges::all_of(names_.groups, [&](const std::string& group) { return values.find(group) != nullptr; });
  }

  void into_named(Node& map, const FieldInfo& field, std::size_t at) {
    Node* thing = map.find(parts_[at]);
    if (thing == nullptr && !(last(at) && reach_ != Reach::Timeline)) astray(at, keys_of(map));
    if (!last(at)) return into_thing(*thing, *field.table, at + 1);
    only_numbers();
    put(map, parts_[at]);
  }

  /// The key `change` may be omitted in a path: alternatives.zero.staff.project.fte.
  void into_thing(Node& thing, const TableInfo& table, std::size_t at) {
    const FieldInfo* change = table.find("change");
    const bool changes = change != nullptr && change->shape == Shape::Changes && table.find(parts_[at]) == nullptr;
    if (changes) return into_changes({&thing}, at);
    into_table(thing, table, at);
  }

  /// A value set by one of the changes, or a part of such a value. The last change prevails.
  void into_changes(const std::vector<Node*>& holders, std::size_t at) {
    const std::string rest =
        fmt::format("{}", fmt::join(parts_.begin() + static_cast<std::ptrdiff_t>(at), parts_.end(), "."));
    std::vector<std::string> paths;
    for (auto holder = holders.rbegin(); holder != holders.rend(); ++holder) {
      Node* changes = (*holder)->find("change");
      if (changes == nullptr || !changes->is_map()) continue;
      for (const auto& path : keys_of(*changes)) {
        paths.push_back(path);
        if (rest != path && !rest.starts_with(path + ".")) continue;
        inner_ = {rest, *changes};
        const Node* before = changes->find(rest);
        // A relative change takes the place of another, and changes the value that any other change sets.
        const bool sets = before != nullptr && !is_relative(*before) && is_relative(patch_.value);
        return put(*changes, rest, sets ? type_at(rest) : nullptr);
      }
    }
    const std::string near = nearest(rest, paths);
    throw PathError{Phrase{
        "reader.path.no_change",
        {{"path", upto(at)},
         {"value", rest},
         {"suggestion", near.empty() ? suggestion(rest, paths)
                                     : Phrase{"reader.suggestion.nearest", {{"nearest", upto(at) + "." + near}}}}}}};
  }

  /// The type of the value at a path of the scenario; null if there is none.
  [[nodiscard]] const TypeInfo* type_at(const std::string& path) const {
    Node copy = *root_;
    const Patch nothing{path, patch_.at, Node::scalar("0", patch_.at)};
    Walk walk(nothing, Reach::Everything, names_);
    walk.begin(copy);
    return walk.target().type;
  }

  /// timeline.2012-05-01.PATH
  void into_date(Node& list, const FieldInfo& field, std::size_t at) {
    const auto date = date_of(parts_[at]);
    std::vector<Node*> rows;
    std::vector<std::string> dates;
    for (Node& row : list.items) {
      dates.push_back(text_of(row, "on"));
      if (date && date_of(dates.back()) == date) rows.push_back(&row);
    }
    if (rows.empty()) astray(at, dates);
    if (last(at)) throw PathError{Phrase{"reader.path.date", {{"path", patch_.path}}}};
    if (rows.size() == 1) return into_thing(*rows.front(), *field.table, at + 1);
    const bool spelt_out = parts_[at + 1] == "change" && !last(at + 1);
    into_changes(rows, at + (spelt_out ? 2 : 1));
  }

  void into_rows(Node& map, const FieldInfo& field, std::size_t at) {
    Node* list = map.find(field.key);
    if (list == nullptr) {
      Node empty;
      empty.kind = Node::Kind::Sequence;
      empty.at = patch_.at;
      list = &map.set(field.key, patch_.at, empty);
    }
    if (field.key == "moves") return into_pair(*list, field, at, "from", "to");
    if (field.key == "timeline" && !is_number(parts_[at])) return into_date(*list, field, at);
    if (field.key == "initial" && !is_number(parts_[at])) return into_pair(*list, field, at, "stage", "group");
    std::size_t row = 0;
    const auto& text = parts_[at];
    std::from_chars(text.data(), text.data() + text.size(), row);
    if (row < 1 || row > list->items.size()) {
      throw PathError{Phrase{"reader.path.number", {{"path", upto(at + 1)}, {"most", list->items.size()}}}};
    }
    if (!last(at)) return into_table(list->items[row - 1], *field.table, at + 1);
    only_numbers();
    list->items[row - 1] = patch_.value;
  }
  static bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  }

  /// Rows identified by two of their values: moves.FROM.TO, initial.STAGE.GROUP.
  void into_pair(Node& list, const FieldInfo& field, std::size_t at, const char* first, const char* second) {
    std::vector<std::string> firsts, seconds;
    std::vector<Node*> rows;
    for (Node& row : list.items) {
      firsts.push_back(text_of(row, first));
      if (firsts.back() != parts_[at]) continue;
      seconds.push_back(text_of(row, second));
      if (!last(at) && seconds.back() == parts_[at + 1]) rows.push_back(&row);
    }
    if (last(at))
      throw PathError{Phrase{
          "reader.path.incomplete",
          {{"path", patch_.path}, {"list", upto(at)}, {"first", std::string(first)}, {"second", std::string(second)}}}};
    std::size_t next = at + 2;
    const bool has_id = rows.size() > 1 || (next < parts_.size() && field.table->find(parts_[next]) == nullptr);
    if (field.key == "moves" && has_id && next < parts_.size() && !rows.empty()) rows = with_id(rows, next++);
    if (rows.size() > 1) throw PathError{Phrase{"reader.path.several", {{"path", upto(next)}, {"count", rows.size()}}}};
    if (rows.empty()) {
      if (next < parts_.size() || reach_ == Reach::Timeline || !patch_.value.is_map())
        astray(seconds.empty() ? at : at + 1, seconds.empty() ? firsts : seconds);
      return append(list, at, first, second);
    }
    if (next < parts_.size()) return into_table(*rows.front(), *field.table, next);
    only_numbers();
    *rows.front() = with_ends(at, first, second);
  }

  [[nodiscard]] std::vector<Node*> with_id(const std::vector<Node*>& rows, std::size_t at) const {
    std::vector<std::string> ids;
    for (Node* row : rows) {
      ids.push_back(text_of(*row, "id"));
      if (ids.back() == parts_[at]) return {row};
    }
    std::erase(ids, "");
    if (ids.empty()) ids = move_table().info().keys();
    astray(at, ids);
  }
  [[nodiscard]] Node with_ends(std::size_t at, const char* first, const char* second) const {
    Node row = patch_.value;
    if (row.is_map() && row.find(first) == nullptr) row.set(first, patch_.at, Node::scalar(parts_[at], patch_.at));
    if (row.is_map() && row.find(second) == nullptr)
      row.set(second, patch_.at, Node::scalar(parts_[at + 1], patch_.at));
    return row;
  }
  void append(Node& list, std::size_t at, const char* first, const char* second) const {
    list.items.push_back(with_ends(at, first, second));
  }

  const Node* root_ = nullptr;
  Target target_;
  std::optional<Inner> inner_;
  const Patch& patch_;
  Reach reach_;
  Names names_;
  std::vector<std::string> parts_;
};

}  // namespace

std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const auto end = std::min(path.find('.', at), path.size());
    parts.emplace_back(path.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

Walked walk(Node& root, const Patch& patch, Reach reach) {
  Walk walk(patch, reach, names_of(root));
  walk.begin(root);
  return {walk.target(), walk.inner()};
}

}  // namespace trapphus::scenarios
