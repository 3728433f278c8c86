// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "scenarios/schema.hpp"
#include "scenarios/tables.hpp"
#include "scenarios/values.hpp"

namespace trapphus::scenarios {

namespace {

constexpr const char* kIntroduction = R"(# The scenario format

A scenario is a YAML file. This page lists every key; it is made from the same table that the program reads by.

**Numbers** are written as people write them: `16 500 SEK/month`, `550 SEK/day`, `2 %`, `30/year`, `39.5 h/week`. Every quantity has a unit;
only 0 needs none. A year is 365.25 days and a month a twelfth of it; a price per month accrues by calendar month. A decimal comma is accepted where YAML
does not split at it: inside braces write `1.5/week` or `"1,5/week"`. Swedish words for units are understood (`kr`, `tkr`, `vecka`, `månad`, `år`).

**Distributions** are `3 weeks` (constant), `1-3 years` (uniform), `uniform(a, b)`, `triangular(a, most likely, b)`, `exponential(mean)`, `gamma(mean, deviation)`,
`erlang(mean, phases)`, `lognormal(mean, deviation)`, `weibull(mean, deviation)`, `discrete(0 = 40 %, 1 = 60 %)` or `empirical(1 day, 3 days, 3 days)`.
Beside decimal commas, set the values apart with `;`.

**Dates** are `2012-06-01`, or `2012-06` for the whole month. `to:` is the last day that counts. In `period: 2011-09-01 to 2014-09-01` the second date is the first
that does not count.

**Sources.** Any value may be written `{value: 30.25, source: hasselby}` or `{value: 3/week, assumption: "why", range: 2/week..4/week}`. `source`, `assumption` and
`note` may stand in any mapping; they then hold for all plain numbers in it.

**Groups.** Where the type says *per group*, one value holds for all groups, or there is a mapping `{families: X, singles: Y}`; `others` stands for those not named.

**Paths** say where a value stands: `staff.project.fte`, `stages.hotel.forms.hostel.price`, `moves.FROM.TO.FIELD` (`moves.FROM.TO.ID.FIELD` where several moves go the
same way), `initial.STAGE.GROUP.FIELD`, `moves.hotel.own_home.offers.families`. `--set`, and `change` in alternatives, cases and the timeline, use them.
What a timeline or an alternative sets has a path too: `timeline.2012-05-01.PATH`, `alternatives.NAME.PATH`, `cases.NAME.PATH`.

**Alternatives.** Changes lie on top of each other: the scenario, its timeline, the case, the case's timeline, the alternative, the alternative's timeline. So an
alternative that sets `staff.project.fte: 0` keeps 0 although the scenario's timeline hires. An alternative may also set whole things by their path, such as a new
stage. A timeline changes only values marked * below. `--set` replaces what the file says, so alternatives and timelines still change it.

**`extends: other.yaml`** builds on another file: mappings are merged key by key and moves by `from`, `to` and `id`; other lists, and values, are replaced.
Then the file's own `change` sets values by their path; a file that extends this one may still say otherwise.
)";

std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

/// A link to the table's heading on the same page.
std::string link(const TableInfo& table) {
  std::string anchor = table.name;
  std::ranges::replace(anchor, ' ', '-');
  return fmt::format("[{}](#{})", table.name, anchor);
}

std::string type_of(const FieldInfo& field) {
  std::string name = field.type != nullptr ? field.type->name : field.table != nullptr ? link(*field.table) : "";
  switch (field.shape) {
    case Shape::Value:
    case Shape::Table:
      return name;
    case Shape::PerGroup:
      return name + ", per group";
    case Shape::List:
      return "list of: " + name;
    case Shape::StageShares:
      return "stage, or mapping from stage to share";
    case Shape::Attributes:
      return "mapping from attribute to share";
    case Shape::Named:
      return "mapping from name to " + name;
    case Shape::Rows:
      return "list of: " + name;
    case Shape::Texts:
      return "mapping from name to text";
    case Shape::Changes:
      return "mapping from path to value";
  }
  return {};
}

std::string row(const FieldInfo& field) {
  const std::string unit = field.type != nullptr ? field.type->unit : "";
  const std::string range = field.type != nullptr ? field.type->range : "";
  return fmt::format("| `{}`{} | {} | {} | {} | {} | {} |\n", field.key, field.dated ? " *" : "", cell(type_of(field)),
                     cell(unit), cell(range), field.required() ? "**required**" : cell(field.fallback),
                     cell(field.meaning));
}

}  // namespace

std::string fields_page() {
  std::string page = kIntroduction;
  for (const TableInfo* table : all_tables()) {
    page += fmt::format("\n## {}\n\n{}\n\n", table->name, table->about);
    page += "| key | type | unit | range | default | meaning |\n|---|---|---|---|---|---|\n";
    for (const auto& field : table->fields) page += row(field);
  }
  page += "\n## Types\n\n| type | unit | range | example |\n|---|---|---|---|\n";
  for (const TypeInfo* type : all_types()) {
    page += fmt::format("| {} | {} | {} | `{}` |\n", type->name, cell(type->unit), cell(type->range), type->example);
  }
  return page;
}

}  // namespace trapphus::scenarios
