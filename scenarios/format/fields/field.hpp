// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "engine/enum_table.hpp"
#include "scenarios/format/fields/context.hpp"

/// The tables of fields, one row per key. Reading, messages about unknown keys, the paths of `--set` and alternatives,
/// the JSON Schema and the reference page are derived from them, so these are consistent.
namespace trapphus::scenarios {

/// Textual form of a kind of value.
struct TypeInfo {
  const char* name;     ///< "rate"
  const char* unit;     ///< Id of the catalogue, or the unit itself ("%").
  const char* range;    ///< Id of the catalogue, or the values themselves ("plus, minus").
  const char* example;  ///< "30/year"
  const char* schema;   ///< JSON Schema of a bare value.
  bool number = true;   ///< Listed among the scenario's inputs, and may carry a source.
  bool dated = true;    ///< May change over time.
  /// All values of an enumeration.
  std::vector<std::string> (*values)() = nullptr;
};

/// Structure of a key's value.
enum class Shape {
  Value,        ///< One value.
  PerGroup,     ///< One value for all groups, or a mapping from group to value.
  List,         ///< A list of values; one value may stand without brackets.
  StageShares,  ///< A mapping from stage to share.
  Attributes,   ///< A mapping from attribute to share.
  Table,        ///< A mapping with fields of its own.
  Named,        ///< A mapping from name to such mappings.
  Rows,         ///< A list of such mappings.
  Texts,        ///< A mapping from name to text.
  Changes       ///< A mapping from path to value.
};
inline constexpr auto kShapes = engine::enum_table<Shape>({{Shape::Value, "value"},
                                                           {Shape::PerGroup, "per_group"},
                                                           {Shape::List, "list"},
                                                           {Shape::StageShares, "stage_shares"},
                                                           {Shape::Attributes, "attributes"},
                                                           {Shape::Table, "table"},
                                                           {Shape::Named, "named"},
                                                           {Shape::Rows, "rows"},
                                                           {Shape::Texts, "texts"},
                                                           {Shape::Changes, "changes"}});

struct TableInfo;

struct FieldInfo {
  std::string key;
  Shape shape = Shape::Value;
  const TypeInfo* type = nullptr;    ///< Of the values; null for Table, Named and Rows.
  const TableInfo* table = nullptr;  ///< Of Table, Named and Rows.
  std::string fallback;              ///< Default if the key is absent: an id, or a value; empty if it is required.
  bool dated = true;                 ///< May change over time.
  std::string meaning = {};          ///< Id of the catalogue; set by the table from its name and the key.

  [[nodiscard]] bool required() const { return fallback.empty(); }
};

struct TableInfo {
  std::string name;  ///< "stage"
  std::vector<FieldInfo> fields;

  /// Sets the field's meaning, unless it is the same in all tables.
  void add(FieldInfo field);
  [[nodiscard]] const FieldInfo* find(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;
  [[nodiscard]] Phrase called() const;   ///< Name of such a mapping, singular.
  [[nodiscard]] Phrase several() const;  ///< Plural, for mappings that have names.
  [[nodiscard]] Phrase about() const;    ///< One or two sentences.
};

/// Name of a type.
[[nodiscard]] Phrase called(const TypeInfo& type);
/// Phrase for a text of these tables that is either an id of the catalogue or a value as in a file.
[[nodiscard]] Phrase id_or_value(const std::string& text);

/// Checks that `node` is a mapping without unknown keys and with every required key of the table. False
/// if it is no mapping.
bool check_keys(Context& context, const Node& node, const TableInfo& table);
/// `source`, `assumption`, `note`: allowed in every mapping.
[[nodiscard]] bool is_annotation(std::string_view key);
/// Checks a name for use in paths: letters, digits, `_` and `-`. Adds a problem otherwise.
bool check_name(Context& context, const std::string& name, const Position& at);

template <class T>
struct Field {
  FieldInfo info;
  std::function<void(Context&, const Node&, T&)> read;
  std::function<void(const Context&, T&)> fill;  ///< Sets the default of an absent key, if it depends on the context.
};

/// A field that a timeline cannot change.
template <class T>
[[nodiscard]] Field<T> fixed(Field<T> field) {
  field.info.dated = false;
  return field;
}

template <class T>
class Table {
 public:
  Table(std::string name, std::vector<Field<T>> fields) : info_{std::move(name), {}}, fields_(std::move(fields)) {
    for (const auto& field : fields_) info_.add(field.info);
  }
  [[nodiscard]] const TableInfo& info() const { return info_; }

  /// Reads the keys of `node` into `into`, and sets defaults of absent ones. False if `node` is no mapping.
  bool read(Context& context, const Node& node, T& into) const {
    for (const auto& field : fields_) {
      if (field.fill) field.fill(context, into);
    }
    if (!check_keys(context, node, info_)) return false;
    for (const auto& field : fields_) {
      const Node* value = node.find(field.info.key);
      if (value == nullptr || !field.read) continue;
      const Context::Scope scope(context, field.info.key, *value);
      field.read(context, *value, into);
    }
    return true;
  }

 private:
  TableInfo info_;
  std::vector<Field<T>> fields_;
};

}  // namespace trapphus::scenarios
