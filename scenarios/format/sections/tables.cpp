// SPDX-License-Identifier: MIT
#include "scenarios/format/sections/tables.hpp"

#include <algorithm>

#include "scenarios/format/sections/scenario_table.hpp"

namespace trapphus::scenarios {

namespace {

void collect(const TableInfo& table, std::vector<const TableInfo*>& into) {
  if (std::ranges::find(into, &table) != into.end()) return;
  into.push_back(&table);
  for (const auto& field : table.fields) {
    if (field.table != nullptr) collect(*field.table, into);
  }
}

}  // namespace

std::vector<const TableInfo*> all_tables() {
  std::vector<const TableInfo*> result;
  collect(scenario_table().info(), result);
  return result;
}

}  // namespace trapphus::scenarios
