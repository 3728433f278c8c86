// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "scenarios/format/fields/values.hpp"
#include "scenarios/format/sections/tables.hpp"
#include "scenarios/format/swedish/language.hpp"
#include "scenarios/format/yaml/problem.hpp"
#include "scenarios/reference/fields_introduction.hpp"
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

EnglishPhrase type_of(const FieldInfo& field, models::Language language) {
  EnglishPhrase name;
  if (field.type != nullptr) name = EnglishPhrase::named(field.type->name);
  if (field.table != nullptr) name = EnglishPhrase::verbatim(link(text_in(field.table->name, language)));
  switch (field.shape) {
    case Shape::Value:
    case Shape::Table:
      return name;
    case Shape::PerGroup:
      return {"{}, per group"_p, name};
    case Shape::List:
    case Shape::Rows:
      return {"list of: {}"_p, name};
    case Shape::StageShares:
      return "stage, or mapping from stage to share"_p;
    case Shape::Attributes:
      return "mapping from attribute to share"_p;
    case Shape::Named:
      return {"mapping from name to {}"_p, name};
    case Shape::Texts:
      return "mapping from name to text"_p;
    case Shape::Changes:
      return "mapping from path to value"_p;
  }
  return {};
}

/// A page in one language.
class Page {
 public:
  explicit Page(models::Language language) : language_(language), page_(fields_introduction(language)) {}

  void add(const TableInfo& table) {
    page_ += fmt::format("\n## {}\n\n{}\n\n", said(table.name), said(table.about));
    page_ +=
        text_in("| key | type | unit | range | default | meaning |"_p, language_) + "\n|---|---|---|---|---|---|\n";
    for (const auto& field : table.fields) page_ += row(field);
  }
  void add(const std::vector<const TypeInfo*>& types) {
    page_ += fmt::format("\n## {}\n\n{}\n|---|---|---|---|\n", text_in("Types"_p, language_),
                         text_in("| type | unit | range | example |"_p, language_));
    for (const TypeInfo* type : types) {
      page_ += fmt::format("| {} | {} | {} | `{}` |\n", said(type->name), said(type->unit), said(type->range),
                           type->example);
    }
  }
  [[nodiscard]] const std::string& text() const { return page_; }

 private:
  [[nodiscard]] std::string row(const FieldInfo& field) const {
    const bool typed = field.type != nullptr;
    return fmt::format("| `{}`{} | {} | {} | {} | {} | {} |\n", field.key, field.dated ? " *" : "",
                       cell(text_in(type_of(field, language_), language_)), typed ? said(field.type->unit) : "",
                       typed ? said(field.type->range) : "",
                       field.required() ? "**" + text_in("required"_p, language_) + "**" : said(field.fallback),
                       said(field.meaning));
  }
  [[nodiscard]] std::string said(std::string_view english) const { return cell(text_in(english, language_)); }

  models::Language language_;
  std::string page_;
};

}  // namespace

std::string fields_page(models::Language language) {
  Page page(language);
  for (const TableInfo* table : all_tables()) page.add(*table);
  page.add(all_types());
  return page.text();
}

}  // namespace trapphus::scenarios
