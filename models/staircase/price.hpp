// SPDX-License-Identifier: MIT
#pragma once

#include "engine/time.hpp"
#include "models/staircase/money.hpp"
#include "models/staircase/names.hpp"

namespace trapphus::models {

struct Stage;

/// What a price comes to on one day of a calendar month, in öre (not rounded).
[[nodiscard]] double per_day(const Price& price, engine::Month month);
/// The same on a day of average length of month and year: for comparing prices, whatever the date.
[[nodiscard]] double per_average_day(const Price& price);
/// The price of a placement for a household, in the form that it has.
[[nodiscard]] const Price& placement_price(const Stage& stage, FormId form, GroupId group);

}  // namespace trapphus::models
