// SPDX-License-Identifier: MIT
#include "models/staircase/price.hpp"

#include <chrono>

#include "models/staircase/settings.hpp"

namespace trapphus::models {
namespace {

double per_day(const Price& price, double days_in_month, double days_in_year) {
  const auto amount = static_cast<double>(price.amount.in_ore());
  switch (price.per) {
    case Per::Day:
      return amount;
    case Per::Week:
      return amount / 7;
    case Per::Month:
      return amount / days_in_month;
    case Per::Year:
      return amount / days_in_year;
  }
  return amount;
}

constexpr double in_days(engine::Duration length) {
  return static_cast<double>(length.count()) / static_cast<double>(engine::kDay.count());
}

}  // namespace

double per_day(const Price& price, engine::Month month) {
  return per_day(price, month.days(), std::chrono::year(month.year()).is_leap() ? 366 : 365);
}

double per_average_day(const Price& price) {
  return per_day(price, in_days(engine::kMonth), in_days(engine::kYear));
}

const Price& placement_price(const Stage& stage, FormId form, GroupId group) {
  return form.valid() ? stage.forms[form.index()].price[group] : stage.price[group];
}

}  // namespace trapphus::models
