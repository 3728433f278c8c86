// SPDX-License-Identifier: MIT
#include "models/price.hpp"

#include <chrono>

namespace trapphus::models {

double per_day(const Price& price, engine::Month month) {
  const auto amount = static_cast<double>(price.amount.in_ore());
  switch (price.per) {
    case Per::Day:
      return amount;
    case Per::Week:
      return amount / 7;
    case Per::Month:
      return amount / month.days();
    case Per::Year:
      return amount / (std::chrono::year(month.year()).is_leap() ? 366 : 365);
  }
  return amount;
}

double per_average_day(const Price& price) {
  const auto amount = static_cast<double>(price.amount.in_ore());
  const auto days = [](engine::Duration length) {
    return static_cast<double>(length.count()) / static_cast<double>(engine::kDay.count());
  };
  switch (price.per) {
    case Per::Day:
      return amount;
    case Per::Week:
      return amount / 7;
    case Per::Month:
      return amount / days(engine::kMonth);
    case Per::Year:
      return amount / days(engine::kYear);
  }
  return amount;
}

const Price& placement_price(const Stage& stage, FormId form, GroupId group) {
  return form.valid() ? stage.forms[form.index()].price[group] : stage.price[group];
}

}  // namespace trapphus::models
