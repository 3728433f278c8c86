// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scenarios/format/fields/field.hpp"

namespace trapphus::scenarios {

/// All tables: the scenario's first, each before those that it contains.
[[nodiscard]] std::vector<const TableInfo*> all_tables();

}  // namespace trapphus::scenarios
