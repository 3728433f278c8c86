// SPDX-License-Identifier: MIT
#pragma once

#include "models/staircase/english_phrase.hpp"

/// The parts of the Swedish catalogue, by the English text; private to scenarios/format/swedish/language.cpp.
namespace trapphus::scenarios {

/// Of files, keys, names and paths.
[[nodiscard]] const models::Dictionary& swedish_problems();
/// Of values as they are written: numbers, units, dates, distributions.
[[nodiscard]] const models::Dictionary& swedish_values();
/// Of the staircase as a whole: what `check_pathway` finds, and what the readers of stages, moves and the rest do.
[[nodiscard]] const models::Dictionary& swedish_pathway();
/// Names, meanings and defaults of fields, tables and types.
[[nodiscard]] const models::Dictionary& swedish_fields();
/// The same of the block `application`.
[[nodiscard]] const models::Dictionary& swedish_application();

}  // namespace trapphus::scenarios
