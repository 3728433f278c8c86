// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scenarios/format/fields/field.hpp"

namespace trapphus::scenarios {

/// Every table, the scenario's own first, each before those that it contains.
[[nodiscard]] std::vector<const TableInfo*> all_tables();

}  // namespace trapphus::scenarios
