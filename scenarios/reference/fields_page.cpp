// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "scenarios/format/fields/values.hpp"
#include "scenarios/format/sections/tables.hpp"
#include "scenarios/format/yaml/problem.hpp"
#include "scenarios/reference/schema.hpp"

namespace trapphus::scenarios {

namespace {

std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

/// A link to the table's heading on the same page.
std::string link(const std::string& heading) {
  std::string anchor = heading;
  std::ranges::replace(anchor, ' ', '-');
  return fmt::format("[{}](#{})", heading, anchor);
}

Phrase type_of(const FieldInfo& field, const TextOf& text_of) {
  Phrase name;
  if (field.type != nullptr) name = called(*field.type);
  if (field.table != nullptr) name = verbatim(link(text_of(field.table->called())));
  switch (field.shape) {
    case Shape::Value:
    case Shape::Table:
      return name;
    case Shape::PerGroup:
      return {"format.shape.per_group", {{"type", name}}};
    case Shape::List:
    case Shape::Rows:
      return {"format.shape.list", {{"type", name}}};
    case Shape::StageShares:
      return Phrase{"format.shape.stage_shares"};
    case Shape::Attributes:
      return Phrase{"format.shape.attributes"};
    case Shape::Named:
      return {"format.shape.named", {{"type", name}}};
    case Shape::Texts:
      return Phrase{"format.shape.texts"};
    case Shape::Changes:
      return Phrase{"format.shape.changes"};
  }
  return {};
}

/// A page in one language.
class Page {
 public:
  explicit Page(const TextOf& text_of) : text_of_(text_of), page_(text_of({"format.introduction"})) {}

  void add(const TableInfo& table) {
    page_ += fmt::format("\n## {}\n\n{}\n\n", said(table.called()), said(table.about()));
    page_ += text_of_({"format.heading.fields"}) + "\n|---|---|---|---|---|---|\n";
    for (const auto& field : table.fields) page_ += row(field);
  }
  void add(const std::vector<const TypeInfo*>& types) {
    page_ += fmt::format("\n## {}\n\n{}\n|---|---|---|---|\n", text_of_({"format.heading.types"}),
                         text_of_({"format.heading.type_columns"}));
    for (const TypeInfo* type : types) {
      page_ += fmt::format("| {} | {} | {} | `{}` |\n", said(called(*type)), value(type->unit), value(type->range),
                           type->example);
    }
  }
  [[nodiscard]] const std::string& text() const { return page_; }

 private:
  [[nodiscard]] std::string row(const FieldInfo& field) const {
    const bool typed = field.type != nullptr;
    return fmt::format(
        "| `{}`{} | {} | {} | {} | {} | {} |\n", field.key, field.dated ? " *" : "", said(type_of(field, text_of_)),
        typed ? value(field.type->unit) : "", typed ? value(field.type->range) : "",
        field.required() ? "**" + text_of_({"format.required"}) + "**" : value(field.fallback), said({field.meaning}));
  }
  [[nodiscard]] std::string said(const Phrase& phrase) const { return cell(text_of_(phrase)); }
  [[nodiscard]] std::string value(const std::string& text) const {
    return text.empty() ? text : said(id_or_value(text));
  }

  const TextOf& text_of_;
  std::string page_;
};

}  // namespace

std::string fields_page(const TextOf& text_of) {
  Page page(text_of);
  for (const TableInfo* table : all_tables()) page.add(*table);
  page.add(all_types());
  return page.text();
}

}  // namespace trapphus::scenarios
