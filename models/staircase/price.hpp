// SPDX-License-Identifier: MIT
#pragma once

#include "engine/time.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/names.hpp"

namespace trapphus::models {

struct Stage;

/// A price per day of a calendar month, in öre (not rounded).
[[nodiscard]] double per_day(const Price& price, engine::Month month);
/// A price per day with mean lengths of month and year, for comparisons that do not depend on the date.
[[nodiscard]] double per_average_day(const Price& price);
/// The price of a placement for a household of a group, by its form.
[[nodiscard]] const Price& placement_price(const Stage& stage, FormId form, GroupId group);

}  // namespace trapphus::models
